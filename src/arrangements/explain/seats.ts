import type { Arrangement } from '../../domain/arrangement.ts';
import type { PostId } from '../../domain/item.ts';
import { sayPost } from '../../domain/posts.ts';

/** "London Borough of Merton", "the chair of Policy": a seat as others know it. */
export const saySeat = (arrangement: Arrangement, seat: string): string =>
  arrangement.agencies.find(({ id }) => id === seat)?.name ??
  (arrangement.posts.has(seat as PostId) ? sayPost(arrangement, seat as PostId) : seat);
