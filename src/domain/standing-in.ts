import type { Arrangement } from './arrangement.ts';
import type { HeedRecord } from './change.ts';
import type { PostId } from './item.ts';
import { CHAIR, canSee, holderOf, MANAGER, postOf, rolesOf } from './posts.ts';
import { EMBARGO_ROLES, hasRole } from './roles.ts';

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

/** Whether a post's holder may not know of a case while it is held back. */
export const isOutside = (arrangement: Arrangement, post: PostId): boolean => {
  const holder = holderOf(arrangement, post);
  return !holder || !hasRole(rolesOf(arrangement, holder), EMBARGO_ROLES);
};
