import type { Arrangement } from './arrangement.ts';
import type { HeedRecord } from './change.ts';
import type { PostId } from './item.ts';
import { canSee, holderOf, postOf } from './posts.ts';

const MANAGER = 'manager' as PostId;
const CHAIR = 'chair' as PostId;

/**
 * Who is told of an embargoed case in place of a post that may not know of it: the chair for a
 * safeguarding partner, the manager for anybody else. A reminder never ends with nobody.
 */
export const whoMayKnow = (arrangement: Arrangement, record: HeedRecord, post: PostId): PostId => {
  if (!record.embargo) return post;
  const holder = holderOf(arrangement, post);
  if (holder && canSee(arrangement, holder, record)) return post;
  return postOf(arrangement, post).role === 'statutory-partner' ? CHAIR : MANAGER;
};
