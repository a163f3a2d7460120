import type { Arrangement } from './arrangement.ts';
import type { Entry } from './change.ts';
import { type Duty, dutiesOf, isCalled, isOpen, type Setting } from './duty.ts';
import { type Item, MOVED, type PostId } from './item.ts';
import { keyOf } from './key.ts';
import { sendingFrom } from './ladder.ts';
import type { Ledger } from './ledger.ts';
import { linkedRecords } from './linked.ts';
import { holderOf } from './posts.ts';
import { refsOf } from './recent.ts';
import type { Ref } from './reference.ts';
import { settingAt } from './setting.ts';
import { whoMayKnow } from './standing-in.ts';

/** A duty that an entry gave another day. */
export interface Move {
  readonly was: Duty;
  readonly is: Duty;
}

/** The duties that are owed before and after an entry, on different days. */
export const movedDuties = (
  before: Ledger,
  after: Ledger,
  arrangement: Arrangement,
  entry: Entry,
): readonly Move[] => {
  const was = settingAt(before, arrangement, entry.at);
  const is = settingAt(after, arrangement, entry.at);
  return touched(before, entry).flatMap((ref) => {
    const earlier = openOf(before, ref, was);
    if (earlier.length === 0) return [];
    return openOf(after, ref, is).flatMap((duty) => {
      const old = earlier.find(
        (one) => isCalled(one, { duty: duty.name, part: duty.part }) && one.round === duty.round,
      );
      return old && old.due !== duty.due ? [{ was: old, is: duty }] : [];
    });
  });
};

/** What a new holiday moves may be anything; what hangs on a meeting moves with it. */
const touched = (before: Ledger, { changes }: Entry): readonly Ref[] =>
  changes.some(({ type }) => type === 'holiday-added' || type === 'holiday-removed')
    ? [...before.records.keys()]
    : [...new Set(changes.flatMap(refsOf).flatMap((ref) => withReview(before, ref)))];

/** What moves an incident's dates moves its rapid review. */
const withReview = ({ records }: Ledger, ref: Ref): readonly Ref[] => {
  const record = records.get(ref);
  if (record?.is === 'meeting') return linkedRecords({ records }, ref);
  return record?.is === 'incident' && record.review ? [ref, record.review] : [ref];
};

const openOf = (ledger: Ledger, ref: Ref, setting: Setting): readonly Duty[] => {
  const record = ledger.records.get(ref);
  return record ? dutiesOf(record, setting).filter(isOpen) : [];
};

/** Its owner is told what moved, and so is everybody who had been told of the old day, but not the one who moved it. */
export const moveNotices = (
  before: Ledger,
  after: Ledger,
  arrangement: Arrangement,
  entry: Entry,
  moves: readonly Move[],
): readonly Item[] => {
  if (moves.length === 0) return [];
  const { calendar, arrangement: now } = settingAt(after, arrangement, entry.at);
  return moves.flatMap(({ was, is }) =>
    concerned(before, was)
      .map((post) => mayKnow(after, now, is, post))
      .filter((post, at, all) => all.indexOf(post) === at)
      .filter((post) => holderOf(now, post)?.id !== entry.by)
      .map((to) => {
        const { record, name, part, due } = is;
        const item = { to, record, duty: name, ...(part ? { part } : {}), due };
        return {
          ...item,
          key: keyOf({ ...item, rung: `moved #${entry.seq}` }),
          rung: MOVED,
          moment: sendingFrom(calendar, now.sending, entry.at),
          queued: entry.at,
          was: was.due,
        };
      }),
  );
};

const mayKnow = (
  { records }: Ledger,
  arrangement: Arrangement,
  { record: ref }: Duty,
  post: PostId,
): PostId => {
  const record = records.get(ref);
  return record ? whoMayKnow(arrangement, record, post) : post;
};

const concerned = (before: Ledger, duty: Duty): readonly PostId[] => {
  const told = before.told.get(duty.record) ?? [];
  const sent = told.filter(
    (one) => one.is === 'sent' && isCalled(duty, one) && one.due === duty.due,
  );
  return [...new Set([duty.owner, ...sent.map(({ to }) => to)])];
};
