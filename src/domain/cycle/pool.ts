import type { Arrangement } from '../arrangement.ts';
import { isOne } from '../exclusion.ts';
import type { PostId } from '../item.ts';
import { MANAGER } from '../posts.ts';
import type { CycleEntry } from './entry.ts';

const SCRUTINEER = 'scrutineer' as PostId;

type Posts = Pick<Arrangement, 'posts'>;

/** Those of whom one may be given a piece of scrutiny: "a small pool of Independent Scrutiny Officers" (S3). */
export const poolOf = ({ posts }: Posts): readonly PostId[] =>
  [...posts.values()]
    .filter(({ id, ended }) => !ended && isOne(SCRUTINEER, id))
    .map(({ id }) => id);

/** Whether it is scrutiny that falls to a pool: to several, of whom a person says which. */
export const isForPool = ({ kind, owner }: Pick<CycleEntry, 'kind' | 'owner'>, posts: Posts) =>
  kind === 'scrutiny' && isOne(SCRUTINEER, owner) && poolOf(posts).length > 1;

/** Whose an entry is now. Until one of a pool has it, the manager is asked whose it is to be (ours). */
export const ownerOf = (
  { assigned, ...entry }: Pick<CycleEntry, 'assigned' | 'kind' | 'owner'>,
  posts: Posts,
): PostId => assigned?.to ?? (isForPool(entry, posts) ? MANAGER : entry.owner);
