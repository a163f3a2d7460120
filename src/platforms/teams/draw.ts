import { type Message, MOST_BUTTONS, plain } from '../../app/message.ts';
import type { Guarded } from '../chat/guarded.ts';
import { type Drawing, drawnAmong, drawnFor } from '../chat/redraw.ts';
import { drawAnswer } from './among.ts';
import type { Post } from './register.ts';
import type { Drawn } from './render.ts';
import type { Teams } from './teams.ts';

/** A post as it reads now, for whoever sees it; nothing where that cannot be told now. */
export const drawPost = async (
  teams: Teams,
  drawing: Drawing,
  post: Post,
  guardOf: (post: Post) => Promise<Guarded>,
): Promise<Drawn | undefined> => {
  if (post.to) return drawAlone(teams, post, post.to, drawing);
  if (!post.card) return drawAnswer(teams, post, await guardOf(post));
  const message = await drawnAmong(drawing, post, await guardOf(post));
  return message && onePage(teams, message);
};

/** The same in somebody's own chat. */
export const drawAlone = async (
  teams: Teams,
  { message, page }: Pick<Post, 'message' | 'page'>,
  to: NonNullable<Post['to']>,
  drawing: Drawing = teams,
): Promise<Drawn> => {
  const pages = teams.pages(await drawnFor(drawing, message, to));
  return (pages[page] ?? teams.pages(NO_MORE)[0]) as Drawn;
};

const NO_MORE = plain('There is nothing on this page any more.');

/** A card in a channel is one message: what has no room on it is one button away. */
export const onePage = ({ pages }: Pick<Teams, 'pages'>, message: Message): Drawn => {
  const see = message.again ? [{ label: 'See all of it', ...message.again }] : [];
  const buttons = [...message.buttons.slice(0, MOST_BUTTONS - 1), ...see];
  const drawn = pages(message);
  if (drawn.length === 1) return drawn[0] as Drawn;
  const [first] = message.blocks;
  return pages({ ...message, blocks: first ? [first] : [], buttons })[0] as Drawn;
};
