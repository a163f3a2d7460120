import type { Arrangement } from '../domain/arrangement.ts';
import type { Change } from '../domain/change.ts';
import type { Instant } from '../domain/day.ts';
import { dutiesOf } from '../domain/duty.ts';
import type { PersonId } from '../domain/incident.ts';
import { NEWS, type Told } from '../domain/item.ts';
import type { Ledger } from '../domain/ledger.ts';
import { isStillNews } from '../domain/news.ts';
import { stillOwed } from '../domain/outbox.ts';
import { settingAt } from '../domain/setting.ts';
import type { Trouble } from '../domain/trouble.ts';
import type { Store } from './ports.ts';
import { newTroubles, sayTold } from './trouble.ts';
import { write } from './write.ts';

interface Desk {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}

/**
 * What had been sent to somebody came back: it has not reached them, and the business unit has to tell
 * them what is still wanted. What comes back twice, or was never sent, changes nothing.
 */
export const cameBack = (
  { store, arrangement, now }: Desk,
  keys: readonly string[],
  person: PersonId,
): Promise<void> =>
  write({ store, now }, (ledger) => {
    const sent = [...ledger.told.values()]
      .flat()
      .filter((told) => told.is === 'sent' && told.person === person && keys.includes(told.key));
    if (sent.length === 0) return [];
    const refs = [...new Set(sent.map(({ record }) => record))];
    const change: Change = { type: 'came-back', refs, keys: sent.map(({ key }) => key), person };
    const wanted = sent.filter((told) => isStillWanted(told, ledger, arrangement, now()));
    return [
      change,
      ...newTroubles(
        ledger,
        wanted.map((told) => troubleOf(told, ledger, arrangement)),
      ),
    ];
  });

/** Nobody is told of what is over meanwhile. */
const isStillWanted = (told: Told, ledger: Ledger, base: Arrangement, now: Instant): boolean => {
  const setting = settingAt(ledger, base, now);
  const record = ledger.records.get(told.record);
  if (!record) return false;
  return told.rung === NEWS
    ? isStillNews(told, record, setting.arrangement)
    : stillOwed(told, dutiesOf(record, setting)) !== undefined;
};

const troubleOf = (told: Told, ledger: Ledger, arrangement: Arrangement): Trouble => ({
  key: `undelivered/${told.key}`,
  sentence: `${sayTold(told, ledger, arrangement, 'could not be told')} What was sent has come back. Tell them yourself, and see whether their address is still right.`,
  lasts: false,
});
