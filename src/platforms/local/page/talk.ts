import { getMessages, type Shown } from './api.ts';
import { asking } from './asking.ts';
import { drawMessage } from './cards.ts';
import { me, page } from './dom.ts';

let shown: Shown[] = [];

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
  const scroll = (): void => {
    page.messages.scrollTop = page.messages.scrollHeight;
  };
  scroll();
  requestAnimationFrame(scroll);
};

export const drawTalk = (): void => {
  page.messages.replaceChildren(page.earlier, stretch(shown));
  toNewest();
};

/** The newest messages of the person one is. */
export const openTalk = async (): Promise<void> => {
  const who = me();
  const { messages, earlier } = await getMessages(who);
  if (who !== me()) return;
  shown = [...messages];
  page.earlier.hidden = !earlier;
  drawTalk();
};

/** What has come since the last message that is shown; nothing is asked for twice. */
export const catchUp = async (): Promise<void> => {
  const who = me();
  const after = String(shown.at(-1)?.number ?? -1);
  const { messages } = await getMessages(who, { after });
  if (who !== me()) return;
  const fresh = messages.filter(({ number }) => !shown.some((one) => one.number === number));
  shown.push(...fresh);
  if (fresh.length === 0) return;
  page.messages.append(stretch(fresh));
  toNewest();
};

/** Cards of a record that has changed are drawn anew where they stand. */
export const redrawTalk = async (refs: readonly string[]): Promise<void> => {
  const [oldest] = shown;
  if (!oldest || !shown.some(({ about }) => about.some((ref) => refs.includes(ref)))) return;
  const who = me();
  const { messages } = await getMessages(who, { after: String(oldest.number - 1) });
  if (who !== me()) return;
  for (const message of messages) {
    if (!message.about.some((ref) => refs.includes(ref))) continue;
    shown = shown.map((one) => (one.number === message.number ? message : one));
    page.messages.querySelector(`[data-number="${message.number}"]`)?.replaceWith(draw(message));
  }
};

/** One page of earlier messages at a time, however often it is asked for. */
export const showEarlier = async (): Promise<void> => {
  if (page.earlier.disabled) return;
  page.earlier.disabled = true;
  const who = me();
  const before = String(shown[0]?.number ?? 0);
  const { messages, earlier } = await getMessages(who, { before }).finally(() => {
    page.earlier.disabled = false;
  });
  if (who !== me()) return;
  shown = [...messages, ...shown];
  page.earlier.hidden = !earlier;
  page.earlier.after(stretch(messages));
};
