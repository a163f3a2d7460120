import { chairOf } from './agencies.ts';
import type { Arrangement } from './arrangement.ts';
import { arrangementOn } from './arrangement-on.ts';
import type { Day } from './day.ts';
import type { PostId } from './item.ts';

/**
 * PURE. The post that chairs a body on a London day: its own chair, the post that the arrangement
 * names, or the one whose turn it is; undefined where there is no such body then. Who holds that
 * post is for the roster to say (`holderOf` with the arrangement in force).
 */
export const chairOn = (arrangement: Arrangement, body: string, day: Day): PostId | undefined => {
  const chair = arrangementOn(arrangement, day).posts.get(chairOf(body));
  return chair && !chair.ended ? (chair.through ?? chair.id) : undefined;
};
