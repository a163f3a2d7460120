import { apply } from '../domain/apply.ts';
import type { Arrangement, Person } from '../domain/arrangement.ts';
import type { Entry } from '../domain/change.ts';
import { openingDue } from '../domain/cycle/opening.ts';
import type { Instant } from '../domain/day.ts';
import type { PersonId } from '../domain/incident.ts';
import type { Item, Settlement } from '../domain/item.ts';
import type { Ledger } from '../domain/ledger.ts';
import { itemsOf, readyToSend } from '../domain/outbox.ts';
import { nextReminder, remindersDue } from '../domain/reminders.ts';
import type { Message } from './message.ts';
import { noticeMessage } from './notice/notice.ts';

/** A message that will be sent if nobody does anything meanwhile. */
export interface Foretold {
  readonly at: Instant;
  readonly to: Person;
  readonly message: Message;
}

/** PURE: every notice from now until a moment, as the same engine would send it, about the records that are kept. */
export const foretell = (
  ledger: Ledger,
  arrangement: Arrangement,
  now: Instant,
  until: Instant,
  isKept: (item: Item, then: Ledger) => boolean = () => true,
): readonly Foretold[] => {
  const foretold: Foretold[] = [];
  let then = ledger;
  // The next look at the clock is now: what has begun already opens then.
  for (let at: Instant | undefined = now; at && at <= until; ) {
    then = write(then, at, { changes: openingDue(then, arrangement, at) });
    then = write(then, at, { queued: remindersDue(then, arrangement, at) });
    then = write(then, at, { settled: others(then, isKept) });
    then = write(then, at, { settled: readyToSend(then, arrangement, at).settled });
    for (const one of sendAll(then, arrangement, at, now)) {
      then = one.then;
      foretold.push(one);
    }
    at = nextReminder(then, arrangement, at);
  }
  return foretold;
};

/** What is not to be told here is over before it is said. */
const others = (
  then: Ledger,
  isKept: (item: Item, then: Ledger) => boolean,
): readonly Settlement[] =>
  [...then.outbox.values()].flatMap((item) =>
    isKept(item, then) ? [] : [{ key: item.key, is: 'dropped' as const }],
  );

/** One message after another, as they are sent: a later one may count an earlier one. */
function* sendAll(
  ledger: Ledger,
  arrangement: Arrangement,
  at: Instant,
  startedAt: Instant,
): Generator<Foretold & { readonly then: Ledger }> {
  let then = ledger;
  for (;;) {
    const [next] = readyToSend(then, arrangement, at).deliveries;
    if (!next) return;
    const message = noticeMessage(next, { ledger: then, arrangement, now: at, startedAt });
    const settled = itemsOf(next).map(({ key }) => ({ key, is: 'sent' as const }));
    then = write(then, at, { settled });
    yield { at, to: next.person, message, then };
  }
}

interface Written {
  readonly queued?: Entry['queued'];
  readonly settled?: readonly Settlement[];
  readonly changes?: Entry['changes'];
}

const write = (
  ledger: Ledger,
  at: Instant,
  { queued = [], settled = [], changes: opened = [] }: Written,
): Ledger => {
  if (queued.length + settled.length + opened.length === 0) return ledger;
  const over = settled.length > 0 ? [{ type: 'settled' as const, settlements: settled }] : [];
  const changes = [...opened, ...over];
  const signed = { seq: ledger.seq + 1, at, by: 'heed' as PersonId, via: 'preview', asked: '' };
  return apply(ledger, { ...signed, changes, queued });
};
