import type { Arrangement, Person } from '../domain/arrangement.ts';
import type { Change } from '../domain/change.ts';
import { type Instant, sayDay, sayMonth } from '../domain/day.ts';
import { dutiesOf, isCalled } from '../domain/duty.ts';
import { DIGEST, type Item, type Settlement } from '../domain/item.ts';
import { isWithinHours } from '../domain/ladder.ts';
import type { Ledger } from '../domain/ledger.ts';
import { rolesOf, sayPost } from '../domain/posts.ts';
import { isResting, MANY_UNSURE } from '../domain/sending.ts';
import { settingAt } from '../domain/setting.ts';
import type { KnownTrouble, Trouble } from '../domain/trouble.ts';
import { capital } from '../domain/words.ts';
import { alone } from './claim.ts';
import { type Message, plain } from './message.ts';
import type { Store } from './ports.ts';
import { type Known, writeDown } from './unwritten.ts';
import { write } from './write.ts';

interface Desk {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}

interface Teller extends Desk {
  readonly unwritten: Known[];
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

/** What is not known yet, or is known for another reason. */
export const newTroubles = ({ troubles }: Ledger, found: readonly Trouble[]): readonly Change[] =>
  found
    .filter(({ key, sentence }) => troubles.get(key)?.sentence !== sentence)
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
    const sentence = `${sayTold(item, ledger, arrangement, 'could not be told')} Nothing that Heed knows of reaches them. Tell them yourself, and see how they can be reached.`;
    return [{ key: `undelivered/${key}`, sentence, lasts: false }];
  });

/** What has been sent many times without anybody knowing whether it arrived: said once. */
export const unclear = (
  keys: readonly string[],
  ledger: Ledger,
  arrangement: Arrangement,
): readonly Trouble[] =>
  keys.flatMap((key) => {
    const item = ledger.outbox.get(key);
    if (!item || ledger.sending.get(key)?.times !== MANY_UNSURE) return [];
    const sentence = `${sayTold(item, ledger, arrangement, 'may not know')} Heed has sent it ${MANY_UNSURE} times and cannot tell whether it arrived; it goes on trying, once an hour. Ask them whether they have it.`;
    return [{ key: `unclear/${key}`, sentence, lasts: false }];
  });

/** "The notifier could not be told of SI-2026-1: notify the Panel by Wed 8 Apr 2026." */
export const sayTold = (
  item: Item,
  ledger: Ledger,
  arrangement: Arrangement,
  what: string,
): string => {
  const { to, record: ref, due } = item;
  const record = ledger.records.get(ref);
  const setting = settingAt(ledger, arrangement, item.queued);
  const who = capital(sayPost(setting.arrangement, to));
  if (item.rung === DIGEST) return `${who} ${what} how things stand in ${sayMonth(due)} (${ref}).`;
  const duty = record && dutiesOf(record, setting).find((one) => isCalled(one, item));
  return duty
    ? `${who} ${what} of ${ref}: ${duty.rule.todo} by ${sayDay(due)}.`
    : `${who} ${what} what has happened in ${ref}.`;
};

/**
 * Tells the business unit, whoever of it can be reached; it is told again until somebody has it.
 * Within the hours of sending, since it wakes nobody that can do anything about it at night.
 */
export const tellTroubles = async (
  desk: Teller,
  send: (person: Person, message: Message) => Promise<string>,
): Promise<void> => {
  if (untoldIn(await desk.store.read(), desk.now()).length === 0) return;
  await alone(desk.store, TELLING, () => tellUntold(desk, send));
};

/** Of several processes one tells the business unit at a time. */
const TELLING = 'troubles';

const tellUntold = async (
  desk: Teller,
  send: (person: Person, message: Message) => Promise<string>,
): Promise<void> => {
  const { store } = desk;
  const ledger = await store.read();
  const now = desk.now();
  const untold = untoldIn(ledger, now);
  if (untold.length === 0) return;
  const { calendar, arrangement } = settingAt(ledger, desk.arrangement, now);
  if (!isWithinHours(calendar, arrangement.sending, now)) return;
  const message = troubleMessage(untold);
  const brought = await Promise.all(officeOf(arrangement).map((person) => send(person, message)));
  // One that has another reason by now has not been told of that.
  const still = ({ troubles }: Ledger): readonly string[] =>
    untold.flatMap(({ key, sentence }) => (troubles.get(key)?.sentence === sentence ? [key] : []));
  const type = brought.includes('sent')
    ? 'trouble-told'
    : brought.includes('unsure')
      ? 'trouble-tried'
      : undefined;
  if (type)
    await writeDown(desk, (then) => (still(then).length > 0 ? [{ type, keys: still(then) }] : []));
};

const untoldIn = ({ troubles }: Ledger, now: Instant): readonly KnownTrouble[] =>
  [...troubles.values()].filter((one) => isToBeTold(one, now));

const isToBeTold = ({ told, sending }: KnownTrouble, now: Instant): boolean =>
  told === undefined && !(sending && isResting(sending, now));

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
