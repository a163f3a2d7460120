import {
  type Answer,
  type Asking,
  ask,
  getMessages,
  getWorkspace,
  look,
  moveClock,
  type Shown,
  type Workspace,
} from './api.ts';
import { drawCard, drawMessage } from './cards.ts';
import { openForm } from './form.ts';
import { unread } from './unread.ts';

const find = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as T;
};

const page = {
  who: find<HTMLSelectElement>('who'),
  say: find<HTMLInputElement>('say'),
  messages: find('messages'),
  earlier: find<HTMLButtonElement>('earlier'),
  asSlack: find<HTMLInputElement>('as-slack'),
  places: find('places'),
  others: find('others'),
  due: find('due'),
  trouble: find('trouble'),
  dialog: find<HTMLDialogElement>('dialog'),
  fields: find<HTMLFormElement>('fields'),
};

type Place = 'heed' | 'cases';
const PLACES = { heed: 'Heed', cases: 'Cases' } as const;

let workspace: Workspace | undefined;
let place: Place = 'heed';
let shown: Shown[] = [];

const me = (): string => page.who.value;

/** Whatever fails is said, and the next attempt takes it away. */
const guarded =
  <A extends readonly unknown[]>(work: (...args: A) => Promise<void>) =>
  (...args: A): void => {
    work(...args).then(
      () => page.trouble.replaceChildren(),
      (problem: unknown) => {
        page.trouble.textContent = problem instanceof Error ? problem.message : String(problem);
      },
    );
  };

const asking = guarded(async (given: Asking): Promise<void> => {
  await follow(await ask(me(), given));
});

/** Where a form is wanted, it opens until it is sent right or closed. */
const follow = async (answer: Answer): Promise<void> => {
  let { form } = answer;
  while (form) {
    const { command: name } = form;
    const command = workspace?.commands.find((one) => one.name === name);
    const fields =
      command && (await openForm({ dialog: page.dialog, form: page.fields }, command, form));
    if (!fields) return;
    ({ form } = await ask(me(), { command: name, fields }));
  }
};

const draw = (message: Shown): HTMLElement => drawMessage(message, page.asSlack.checked, asking);

/** Messages that came together: drawn only while they are near, however many there are. */
const stretch = (messages: readonly Shown[]): HTMLElement => {
  const holder = document.createElement('div');
  holder.className = 'stretch';
  holder.append(...messages.map(draw));
  return holder;
};

/** Twice: what was out of sight takes its true height only once it is near. */
const toNewest = (): void => {
  const scroll = (): void => page.messages.lastElementChild?.scrollIntoView({ block: 'end' });
  scroll();
  requestAnimationFrame(scroll);
};

const drawAll = (): void => {
  page.messages.replaceChildren(page.earlier, stretch(shown));
  toNewest();
};

const openPlace = async (): Promise<void> => {
  find('place').textContent = PLACES[place];
  find('composer').hidden = place !== 'heed';
  if (place === 'cases') return drawCases();
  const { messages, earlier } = await getMessages(me());
  shown = [...messages];
  page.earlier.hidden = !earlier;
  drawAll();
  unread.read(me());
  await drawPlaces();
};

/** What has come since the last message that is shown; nothing is asked for twice. */
const catchUp = async (): Promise<void> => {
  if (place !== 'heed') return;
  const after = String(shown.at(-1)?.number ?? -1);
  const { messages } = await getMessages(me(), { after });
  const fresh = messages.filter(({ number }) => !shown.some((one) => one.number === number));
  shown.push(...fresh);
  if (fresh.length > 0) page.messages.append(stretch(fresh));
  if (fresh.length > 0) toNewest();
  unread.read(me());
};

/** One card a case, as the person sees it; it changes in place when its record does. */
const drawCases = async (): Promise<void> => {
  page.earlier.hidden = true;
  const list = await look(me(), 'incident list');
  const cards = await Promise.all(
    list.about.map((incident) => look(me(), 'incident show', { incident })),
  );
  page.messages.replaceChildren(
    page.earlier,
    ...[list, ...cards].map((answer) => {
      const article = document.createElement('article');
      article.append(drawCard(answer.card, asking));
      return article;
    }),
  );
};

/** Cards of a record that has changed are drawn anew where they stand. */
const redraw = async (refs: readonly string[]): Promise<void> => {
  if (place === 'cases') return drawCases();
  const [oldest] = shown;
  if (!oldest || !shown.some(({ about }) => about.some((ref) => refs.includes(ref)))) return;
  const { messages } = await getMessages(me(), { after: String(oldest.number - 1) });
  for (const message of messages) {
    if (!message.about.some((ref) => refs.includes(ref))) continue;
    shown = shown.map((one) => (one.number === message.number ? message : one));
    page.messages.querySelector(`[data-number="${message.number}"]`)?.replaceWith(draw(message));
  }
};

const drawDue = async (): Promise<void> => {
  page.due.replaceChildren(drawCard((await look(me(), 'due')).card, asking));
};

const drawPlaces = async (): Promise<void> => {
  const mayList = workspace?.commands.some(({ name }) => name === 'incident list');
  const places: readonly Place[] = mayList ? ['heed', 'cases'] : ['heed'];
  page.places.replaceChildren(
    ...places.map((one) =>
      item(sayPlace(one), one === place, async () => {
        place = one;
        await openPlace();
        await drawPlaces();
      }),
    ),
  );
  find('others-title').hidden = unread.others(me()).length === 0;
  page.others.replaceChildren(
    ...unread.others(me()).map(([who, count]) =>
      item(`@${who}, ${count} new`, false, async () => {
        page.who.value = who;
        await become();
      }),
    ),
  );
};

const sayPlace = (one: Place): string => {
  const count = one === 'heed' ? unread.of(me()) : 0;
  return count > 0 ? `${PLACES[one]}, ${count} new` : PLACES[one];
};

const item = (text: string, current: boolean, onClick: () => Promise<void>): HTMLElement => {
  const holder = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  if (current) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', guarded(onClick));
  holder.append(button);
  return holder;
};

const drawWorkspace = async (): Promise<void> => {
  workspace = await getWorkspace(me());
  find('partnership').textContent = workspace.title;
  find('kind').textContent = workspace.rehearsal ? 'A rehearsal; its clock stands at' : 'It is';
  find('when').textContent = workspace.when;
  find('moves').hidden = !workspace.rehearsal;
  find<HTMLAnchorElement>('preview').href = `/preview/30?who=${encodeURIComponent(me())}`;
  find('commands').replaceChildren(
    ...workspace.commands.map(({ name, summary }) => new Option(summary, `/${name}`)),
  );
};

/** Becomes the person that is chosen at the top. */
const become = async (): Promise<void> => {
  place = 'heed';
  await drawWorkspace();
  await openPlace();
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
    await catchUp();
    await drawDue();
  });
  on('clock', async () => {
    await drawWorkspace();
    await drawDue();
    if (place === 'cases') await drawCases();
  });
  on('changed', async (data) => {
    await redraw((JSON.parse(data) as { refs: readonly string[] }).refs);
    await drawDue();
  });
  on('said', async (data) => {
    const { who } = JSON.parse(data) as { who: string };
    if (who === me() && place === 'heed') await catchUp();
    else unread.add(who);
    await drawPlaces();
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
page.asSlack.addEventListener('change', drawAll);
/** One page of earlier messages at a time, however often it is asked for. */
const showEarlier = async (): Promise<void> => {
  if (page.earlier.disabled) return;
  page.earlier.disabled = true;
  const before = String(shown[0]?.number ?? 0);
  const { messages, earlier } = await getMessages(me(), { before }).finally(() => {
    page.earlier.disabled = false;
  });
  shown = [...messages, ...shown];
  page.earlier.hidden = !earlier;
  page.earlier.after(stretch(messages));
};
page.earlier.addEventListener('click', guarded(showEarlier));
/** Whoever scrolls up to the button need not press it. */
new IntersectionObserver(([seen]) => {
  if (seen?.isIntersecting && shown.length > 0) page.earlier.click();
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
