import type { Person } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import type { PersonId } from '../domain/incident.ts';
import type { Settlement } from '../domain/item.ts';
import type { Ledger } from '../domain/ledger.ts';
import { type Delivery, itemsOf, readyToSend } from '../domain/outbox.ts';
import type { Route } from '../domain/route.ts';
import { type Unheard, unheardBy } from '../domain/unheard.ts';
import { claimOf } from './claim.ts';
import type { House } from './dispatch.ts';
import { noteKeptLongEnough } from './kept-long-enough.ts';
import type { Message } from './message.ts';
import { noticeMessage } from './notice/notice.ts';
import { type Store, UnsafeStore } from './ports.ts';
import { newTroubles, tellTroubles, unclear, undelivered } from './trouble.ts';
import { type Known, writeDown, writeUnwritten } from './unwritten.ts';
import { noteVacancies } from './vacant.ts';
import { heedEntry } from './write.ts';

/**
 * What became of a message. `not-sent`: it certainly has not left. `unsure`: it may have arrived.
 * `undeliverable`: it never will; somebody else has to say it.
 */
export type Brought = 'sent' | 'not-sent' | 'unsure' | 'undeliverable';

/** Brings a message to a person. */
export interface Courier {
  /** Whether it knows a way to somebody at all. */
  readonly reaches?: (person: Person) => boolean;
  /** Whether it is worth trying now; if not, the same is asked at the next look. */
  readonly isReady?: (person: Person) => boolean;
  /**
   * Where there are several ways, it says which one took it. `unheard`: by which of them the same was
   * said before, with nothing heard of them since.
   */
  readonly send: (
    person: Person,
    message: Message,
    unheard?: Unheard,
  ) => Promise<Brought | { readonly is: 'sent'; readonly route: Route }>;
}

/** One way to people. */
export interface Way extends Courier {
  readonly route?: Route;
  readonly send: (person: Person, message: Message) => Promise<Brought>;
}

export interface Watch extends House {
  readonly courier: Courier;
  /** When this process began to look. */
  readonly startedAt: Instant;
  /** What became of messages while it could not be written down: it is, before anything is sent again. */
  readonly unwritten: Known[];
}

/**
 * Everybody's message at once, each looked at once more at the moment of sending. That they are being
 * sent is written down before, what became of each after: a crash in between is known, and what may
 * have arrived is counted when it is said again. Nothing is lost.
 */
export const deliver = async (watch: Watch): Promise<void> => {
  await writeUnwritten(watch);
  await noteVacancies(watch);
  await noteKeptLongEnough(watch);
  await deliverItems(watch);
  await tellTroubles(watch, async (person, message) =>
    isReady(watch, person) ? isOf(await send(watch, person, message)) : 'not-sent',
  );
};

const deliverItems = async (watch: Watch): Promise<void> => {
  const tried = new Set<PersonId>();
  for (let more = true; more; ) more = await deliverRound(watch, tried);
};

/** Whether there is more to try. */
const deliverRound = async (watch: Watch, tried: Set<PersonId>): Promise<boolean> => {
  const ledger = await durableLedger(watch.store);
  if (ledger.outbox.isEmpty()) return false;
  const now = watch.now();
  const { deliveries, settled } = readyToSend(ledger, watch.arrangement, now);
  if (settled.length > 0) {
    await settle(watch, settled);
    return true;
  }
  const next = deliveries.filter(({ person }) => !tried.has(person.id) && isReady(watch, person));
  if (next.length === 0) return false;
  const held = await claimOf(watch.store, next.flatMap(keysOf));
  try {
    const [own, others] = partition(next, (one) => keysOf(one).every((key) => held.keys.has(key)));
    for (const { person } of others) tried.add(person.id);
    if (own.length > 0 && (await claim(watch, ledger, own, now))) {
      for (const { person } of own) tried.add(person.id);
      await all(own.map((delivery) => bring(watch, ledger, delivery, now)));
    }
  } finally {
    await held.release();
  }
  return true;
};

/** Waits for each before it says that one has failed: what another has sent must be written down too. */
const all = async (work: readonly Promise<void>[]): Promise<void> => {
  await Promise.allSettled(work);
  await Promise.all(work);
};

/** Those of whom it is so, and the others: another process is bringing them what they are due. */
const partition = <T>(
  every: readonly T[],
  isSo: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] => [every.filter(isSo), every.filter((one) => !isSo(one))];

const isReady = ({ courier }: Watch, person: Person): boolean => courier.isReady?.(person) ?? true;

/** The ledger as it stands with all of it safe: nothing may be sent on what a crash would undo. */
export const durableLedger = async (store: Store): Promise<Ledger> => {
  for (;;) {
    const ledger = await store.read();
    await store.durable(ledger.seq);
    if ((await store.read()).seq === ledger.seq) return ledger;
  }
};

const keysOf = (delivery: Delivery): readonly string[] => itemsOf(delivery).map(({ key }) => key);

/** False when somebody wrote in between: look again before anything is sent. */
const claim = async (
  { store }: Watch,
  ledger: Ledger,
  deliveries: readonly Delivery[],
  now: Instant,
): Promise<boolean> => {
  const changes = deliveries.map(
    (delivery) => ({ type: 'sending', keys: keysOf(delivery) }) as const,
  );
  return (await store.append(heedEntry(ledger, now, 'deliver', { changes }))) === 'appended';
};

const bring = async (
  watch: Watch,
  ledger: Ledger,
  delivery: Delivery,
  now: Instant,
): Promise<void> => {
  const { person } = delivery;
  const keys = keysOf(delivery);
  const message = noticeMessage(delivery, { ...watch, ledger, now });
  const brought = await send(watch, person, message, unheardBy(ledger, delivery));
  const is = isOf(brought);
  const route = typeof brought === 'object' ? { route: brought.route } : {};
  if (is === 'not-sent')
    return writeDown(watch, (then) =>
      isStillSending(keys, ledger, then) ? [{ type: 'not-sent', keys }] : [],
    );
  if (is === 'unsure')
    return writeDown(watch, (then) => newTroubles(then, unclear(keys, then, watch.arrangement)));
  return settle(
    watch,
    keys.map((key) => ({ key, is, person: person.id, ...route })),
  );
};

const isOf = (brought: Awaited<ReturnType<Courier['send']>>): Brought =>
  typeof brought === 'object' ? brought.is : brought;

/** Whether it stands as when it was about to be sent: said once, it is not taken back a second time. */
const isStillSending = (keys: readonly string[], before: Ledger, then: Ledger): boolean =>
  keys.some((key) => timesOf(then, key) === timesOf(before, key) + 1);

const timesOf = ({ sending }: Ledger, key: string): number => sending.get(key)?.times ?? 0;

/** A courier that fails in a way of its own may have sent it or not. */
const send = async (
  { courier, onBug }: Watch,
  person: Person,
  message: Message,
  unheard?: Unheard,
): ReturnType<Courier['send']> => {
  try {
    return await courier.send(person, message, unheard);
  } catch (bug) {
    if (bug instanceof UnsafeStore) throw bug;
    onBug(bug);
    return 'unsure';
  }
};

const settle = (watch: Watch, settlements: readonly Settlement[]): Promise<void> =>
  writeDown(watch, (ledger) => [
    { type: 'settled', settlements },
    ...newTroubles(ledger, undelivered(settlements, ledger, watch.arrangement)),
  ]);
