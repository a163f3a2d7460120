import type { Arrangement, Post } from './arrangement.ts';
import { dutiesOf, isOpen, type Setting } from './duty.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { holderOf, nearTo } from './posts.ts';
import type { Ref } from './reference.ts';

/** A post that the arrangement in force has no more, and the records whose open duties still fall to it. */
export interface LeftBehind {
  readonly post: Post;
  readonly records: readonly Ref[];
}

/** What falls to posts that have ended and whom nobody covers: it reaches nobody until it is given to another. */
export const leftBehind = (ledger: Ledger, setting: Setting): readonly LeftBehind[] => {
  const { arrangement } = setting;
  const ended = [...arrangement.posts.values()].filter(
    (post) => post.ended && !holderOf(arrangement, post.id),
  );
  if (ended.length === 0) return [];
  const owed = owedIn(ledger, setting);
  return ended.flatMap((post) => {
    const records = owed.get(post.id) ?? [];
    return records.length > 0 ? [{ post, records }] : [];
  });
};

type Owed = ReadonlyMap<PostId, readonly Ref[]>;
const kept = new WeakMap<Ledger['records'], { readonly of: Arrangement; readonly owed: Owed }>();

/** Asked every minute, so it is worked out once for the records as they are. */
const owedIn = (ledger: Ledger, setting: Setting): Owed => {
  const known = kept.get(ledger.records);
  if (known?.of === setting.arrangement) return known.owed;
  const found = drawn(ledger, setting);
  const grouped = Map.groupBy(found, ({ owner }) => owner);
  const owed = new Map(
    [...grouped].map(([owner, all]) => [owner, [...new Set(all.map(({ record }) => record))]]),
  );
  kept.set(ledger.records, { of: setting.arrangement, owed });
  return owed;
};

const drawn = ({ records }: Ledger, setting: Setting) => {
  const isEnded = (post: string): boolean =>
    setting.arrangement.posts.get(post as PostId)?.ended !== undefined;
  return [...records.values()]
    .filter((record) => nearTo(record).some(isEnded))
    .flatMap((record) => dutiesOf(record, setting).filter(isOpen))
    .filter(({ owner }) => isEnded(owner));
};
