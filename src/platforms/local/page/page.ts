import { getWorkspace, look, moveClock } from './api.ts';
import { asking, catalogue, IMPORT } from './asking.ts';
import { drawCard } from './cards.ts';
import { find, guarded, me, page } from './dom.ts';
import { onSaid, openHome, refresh } from './places.ts';
import { drawTalk, showEarlier } from './talk.ts';

const drawDue = async (): Promise<void> => {
  page.due.replaceChildren(drawCard((await look(me(), 'due')).card, asking));
};

/** Pages of their own, by their links here. */
const PAGES = { preview: '/preview/30', actions: '/actions', import: '/import' } as const;

const drawWorkspace = async (): Promise<void> => {
  const workspace = await getWorkspace(me());
  catalogue.commands = workspace.commands;
  find('partnership').textContent = workspace.title;
  find('kind').textContent = workspace.rehearsal ? 'A rehearsal; its clock stands at' : 'It is';
  find('when').textContent = workspace.when;
  find('moves').hidden = !workspace.rehearsal;
  for (const [id, path] of Object.entries(PAGES))
    find<HTMLAnchorElement>(id).href = `${path}?who=${encodeURIComponent(me())}`;
  find('importing').hidden = !workspace.commands.some(({ name }) => name === IMPORT);
  find('commands').replaceChildren(
    ...workspace.commands.map(({ name, summary }) => new Option(summary, `/${name}`)),
  );
};

/** Becomes the person that is chosen at the top. */
const become = async (): Promise<void> => {
  await drawWorkspace();
  await openHome();
  await drawDue();
};

const move = guarded(async (to: string): Promise<void> => {
  await moveClock(to);
});

const listen = (): void => {
  const news = new EventSource('/api/news');
  const on = (event: string, work: (data: string) => Promise<void>): void =>
    news.addEventListener(event, ({ data }) => guarded(work)(String(data)));
  on('open', async () => {
    await drawWorkspace();
    await refresh();
    await drawDue();
  });
  on('clock', async () => {
    await drawWorkspace();
    await drawDue();
    await refresh();
  });
  on('changed', async (data) => {
    await refresh((JSON.parse(data) as { refs: readonly string[] }).refs);
    await drawDue();
  });
  on('said', async (data) => {
    await onSaid((JSON.parse(data) as { who: string }).who);
  });
  // A browser gives up where a connection is refused, so the page itself tries on.
  news.addEventListener('error', () => {
    news.close();
    setTimeout(listen, 1000);
    page.trouble.textContent =
      'The connection is lost. It comes back by itself when Heed runs again.';
  });
};

const start = async (): Promise<void> => {
  const { people } = await getWorkspace('');
  page.who.replaceChildren(...people.map(({ id, title }) => new Option(`@${id}: ${title}`, id)));
  await become();
  listen();
};

page.who.addEventListener('change', guarded(become));
page.asSlack.addEventListener('change', drawTalk);
page.earlier.addEventListener('click', guarded(showEarlier));
/** Whoever scrolls up to the button need not press it. */
new IntersectionObserver(([seen]) => {
  if (seen?.isIntersecting) page.earlier.click();
}).observe(page.earlier);
find('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = page.say.value.trim();
  page.say.value = '';
  if (typed) asking({ typed });
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-to]'))
  button.addEventListener('click', () => move(button.dataset.to ?? ''));
find('go-to-day').addEventListener('click', () => move(find<HTMLInputElement>('to-day').value));

guarded(start)();
