import { HIDDEN } from '../../app/notice/afterwards.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Guarded } from '../chat/guarded.ts';
import { marks, type Refresh } from '../chat/marks.ts';
import { type Drawing, lookingOnce } from '../chat/redraw.ts';
import { rootOf } from './activity.ts';
import { answersToLookAt, guardOfPost } from './among.ts';
import type { Called } from './called.ts';
import { drawPost } from './draw.ts';
import { activityOf, digest } from './post.ts';
import type { Post } from './register.ts';
import type { Drawn } from './render.ts';
import type { Teams } from './teams.ts';
import type { Conversation } from './wire.ts';

/** What lies in Teams already, drawn anew when what it speaks of changes. */
export const refreshing = (teams: Teams): Refresh =>
  looking(
    answersToLookAt(teams),
    marks(teams.register.postsAbout, () => {
      const guardOf = guardOnce(teams);
      const drawing = lookingOnce(teams);
      return (post) => refreshPost(teams, drawing, post, guardOf);
    }),
  );

/** Nobody tells Heed for certain who has come into a chat, so that is looked at in each round. */
const looking = (look: () => Promise<readonly Ref[]>, { mark, run }: Refresh): Refresh => ({
  mark,
  run: async () => {
    mark(await look());
    return run();
  },
});

/** Each conversation is asked about once a run. */
const guardOnce = (teams: Teams): ((post: Post) => Promise<Guarded>) => {
  const asked = new Map<string, Promise<Guarded>>();
  return (post) => {
    const key = `${rootOf(post.conversation)} ${post.card ? 'card' : 'answer'}`;
    const guarded = asked.get(key) ?? guardOfPost(teams, post);
    asked.set(key, guarded);
    return guarded;
  };
};

/** False where it is to be tried again. */
const refreshPost = async (
  teams: Teams,
  drawing: Drawing,
  post: Post,
  guardOf: (post: Post) => Promise<Guarded>,
): Promise<boolean> => {
  const way = teams.register.wayTo(post.conversation);
  if (!way) return true;
  const page = await drawPost(teams, drawing, post, guardOf);
  if (!page) return false;
  return digest(page) === post.drawn || redraw(teams, way, post, page);
};

/** Draws a card anew where it lies; false where it is to be tried again. */
export const redraw = async (
  teams: Teams,
  way: Conversation,
  { conversation, id }: Pick<Post, 'conversation' | 'id'>,
  page: Drawn,
): Promise<boolean> => {
  const lane = rootOf(conversation);
  if (teams.lanes.isHeld(lane)) return false;
  await teams.lanes.turn(lane);
  const updated = await teams.carrier.update(way, id, activityOf(page));
  switch (updated.is) {
    case 'done':
      await teams.register.add({ is: 'drawn', place: { conversation, id }, drawn: digest(page) });
      return true;
    case 'limited':
      teams.lanes.hold(lane, updated.seconds);
      return false;
    case 'refused':
      return updated.status !== 401 && refused(teams, way, { conversation, id, page, updated });
    default:
      return false;
  }
};

interface Refused {
  readonly conversation: string;
  readonly id: string;
  readonly page: Drawn;
  readonly updated: Extract<Called, { is: 'refused' }>;
}

/** It is gone, or may not be changed any more. What must not be seen is deleted; the rest stays as it is. */
const refused = async (
  teams: Teams,
  way: Conversation,
  { conversation, id, page, updated }: Refused,
): Promise<boolean> => {
  const { register, carrier, report, pages } = teams;
  const place = { conversation, id };
  const isLeft = updated.status !== 404;
  if (isLeft && digest(page) !== digest(pages(HIDDEN)[0] as Drawn)) {
    await register.add({ is: 'drawn', place, drawn: digest(page) });
    return true;
  }
  const deleted = isLeft && (await carrier.remove(way, id));
  if (deleted && deleted.is !== 'done') await report([leftBehind(place)]);
  await register.add({ is: 'gone', place });
  return true;
};

const leftBehind = ({ conversation, id }: { conversation: string; id: string }) => ({
  key: `teams/${conversation}/${id}`,
  sentence:
    'A message about a case in Teams may be seen by somebody who may not see it any more, and Teams does not let Heed take it down. Take it down by hand: look through the channel for cases, and the chats that Heed was asked in.',
  lasts: false,
});
