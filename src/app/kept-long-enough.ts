import type { Arrangement } from '../domain/arrangement.ts';
import { type Day, type Instant, londonDay, yearOf } from '../domain/day.ts';
import { holdOver } from '../domain/keeping/hold.ts';
import { ended } from '../domain/keeping/until.ts';
import type { Ledger } from '../domain/ledger.ts';
import { settingAt } from '../domain/setting.ts';
import type { Store } from './ports.ts';
import { reportTroubles } from './trouble.ts';

const KEY = 'kept/';
const SENTENCE =
  'There are records that have been kept as long as the arrangement says they have to be. Nothing goes by itself: /keep list shows them, and the manager decides.';

interface Desk {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}

/** The London day on which this process last looked: periods end with a day. */
const looked = new WeakMap<Store, Day>();

/** The business unit is told at most once in a calendar year that there is something to decide; no record is named. */
export const noteKeptLongEnough = async (desk: Desk): Promise<void> => {
  const today = londonDay(desk.now());
  if (looked.get(desk.store) === today) return;
  const ledger = await desk.store.read();
  const key = `${KEY}${yearOf(today)}`;
  const over = [...ledger.troubles.keys()].filter((one) => one.startsWith(KEY) && one !== key);
  const isNew = !ledger.troubles.has(key) && hasToDecide(ledger, desk);
  if (isNew || over.length > 0)
    await reportTroubles(desk, isNew ? [{ key, sentence: SENTENCE, lasts: true }] : [], over);
  looked.set(desk.store, today);
};

const hasToDecide = (ledger: Ledger, { arrangement, now }: Desk): boolean => {
  const setting = settingAt(ledger, arrangement, now());
  if (setting.arrangement.retention.length === 0) return false;
  return ended(setting).some(
    ({ of }) => !ledger.purges.has(of) && holdOver(ledger, of) === undefined,
  );
};
