import type { Arrangement, Person } from '../domain/arrangement.ts';
import type { Change } from '../domain/change.ts';
import { type Instant, sayDay } from '../domain/day.ts';
import type { Item, Settlement } from '../domain/item.ts';
import { isWithinHours } from '../domain/ladder.ts';
import type { Ledger } from '../domain/ledger.ts';
import { postOf, rolesOf } from '../domain/posts.ts';
import { settingAt } from '../domain/setting.ts';
import type { Trouble } from '../domain/trouble.ts';
import { capital } from '../domain/words.ts';
import { type Message, plain } from './message.ts';
import type { Store } from './ports.ts';
import { write } from './write.ts';

interface Desk {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}

/** What a surface has found wrong, or found right again. Nothing is written twice. */
export const reportTroubles = (
  desk: Pick<Desk, 'store' | 'now'>,
  found: readonly Trouble[],
  over: readonly string[] = [],
): Promise<void> =>
  write(desk, (ledger) => [
    ...newTroubles(ledger, found),
    ...over
      .filter((key) => ledger.troubles.has(key))
      .map((key) => ({ type: 'trouble-over', key }) as const),
  ]);

export const newTroubles = ({ troubles }: Ledger, found: readonly Trouble[]): readonly Change[] =>
  found
    .filter(({ key }) => !troubles.has(key))
    .map((trouble) => ({ type: 'trouble-found', trouble }) as const);

/** What was to be said and reached nobody: somebody has to say it. */
export const undelivered = (
  settlements: readonly Settlement[],
  ledger: Ledger,
  arrangement: Arrangement,
): readonly Trouble[] =>
  settlements.flatMap(({ key, is }) => {
    const item = ledger.outbox.get(key);
    if (is !== 'undeliverable' || !item) return [];
    const sentence = sayUndelivered(item, arrangement);
    return [{ key: `undelivered/${key}`, sentence, lasts: false }];
  });

const sayUndelivered = ({ to, record, duty, due }: Item, arrangement: Arrangement): string =>
  `${capital(`the ${postOf(arrangement, to).called}`)} could not be told of ${record}, ${duty}, due ${sayDay(due)}: nothing that Heed knows of reaches them. Tell them yourself, and see how they can be reached.`;

/**
 * Tells the business unit, whoever of it can be reached; it is told again until somebody has it.
 * Within the hours of sending, since it wakes nobody that can do anything about it at night.
 */
export const tellTroubles = async (
  desk: Desk,
  send: (person: Person, message: Message) => Promise<string>,
): Promise<void> => {
  const { store, arrangement } = desk;
  const ledger = await store.read();
  const untold = [...ledger.troubles.values()].filter(({ told }) => told === undefined);
  const now = desk.now();
  const { calendar } = settingAt(ledger, arrangement, now);
  if (untold.length === 0 || !isWithinHours(calendar, arrangement.sending, now)) return;
  const message = troubleMessage(untold);
  const brought = await Promise.all(officeOf(arrangement).map((person) => send(person, message)));
  const keys = untold.map(({ key }) => key);
  if (brought.includes('sent')) await write(desk, () => [{ type: 'trouble-told', keys }]);
};

/** Whoever can put a trouble right. */
const officeOf = (arrangement: Arrangement): readonly Person[] =>
  [...arrangement.people.values()].filter((person) =>
    rolesOf(arrangement, person).includes('business-unit'),
  );

const troubleMessage = (troubles: readonly Trouble[]): Message => {
  const [only] = troubles;
  if (only && troubles.length === 1)
    return plain('Heed needs your help with one thing', only.sentence);
  return {
    ...plain(`Heed needs your help with ${troubles.length} things`),
    blocks: [{ type: 'list', items: troubles.map(({ sentence }) => sentence) }],
  };
};
