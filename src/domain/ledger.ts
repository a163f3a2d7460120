import { List, OrderedMap, Map as Persistent } from 'immutable';
import type { HeedRecord } from './change.ts';
import type { CycleKept } from './cycle/kept.ts';
import type { Day, Instant } from './day.ts';
import type { Feeds } from './feeds.ts';
import type { Item, PostId, Told } from './item.ts';
import type { Hold, PurgeDecision, Purged } from './keeping/keeping.ts';
import { type Links, noLinks } from './links.ts';
import type { OtherDates } from './other-dates.ts';
import { counterOf, type Ref, reference, type Series } from './reference.ts';
import type { Roster } from './roster.ts';
import type { Sending } from './sending.ts';
import type { PersonId } from './signed.ts';
import type { KnownTrouble } from './trouble.ts';

/**
 * All that is written down, as a value: the fold of every entry.
 * The maps are persistent, so the ledger before a decision stays as it was and a change costs the
 * same however much there is.
 */
export interface Ledger {
  /** The number of the last entry; 0 before the first. */
  readonly seq: number;
  /** When it was written. */
  readonly lastAt?: Instant;
  readonly records: Persistent<Ref, HeedRecord>;
  /** The last number given out, by series and year. */
  readonly numbers: Persistent<string, number>;
  /** How many children's codes have been given out; a code is never given twice. */
  readonly codes: number;
  /** Bank holidays that the business unit has added; null where it has struck one out. */
  readonly holidays: Persistent<Day, string | null>;
  /** Who is in which post, where that differs from the arrangement. */
  readonly roster: Roster;
  /** The posts that have their actions' reminders in one digest a week, and since when. */
  readonly weekly: Persistent<PostId, Instant>;
  readonly cycle: CycleKept;
  readonly feeds: Feeds;
  readonly links: Links;
  readonly otherDates: OtherDates;
  /** What is still to be said, by key, in the order it was queued. */
  readonly outbox: OrderedMap<string, Item>;
  /** What has been said, by record, oldest first. */
  readonly told: Persistent<Ref, readonly Told[]>;
  /** Of what is still to be said: the sends that may or may not have happened, by key. */
  readonly sending: Persistent<string, Sending>;
  /** How many messages were sent again because nobody knew whether they had arrived. */
  readonly sentAgain: number;
  /** When somebody last did anything themselves. */
  readonly heard: Persistent<PersonId, Instant>;
  readonly troubles: OrderedMap<string, KnownTrouble>;
  /** The legal holds on records. */
  readonly holds: Persistent<Ref, Hold>;
  /** What was decided to be purged and is still there. */
  readonly purges: Persistent<Ref, PurgeDecision>;
  /** What was purged: references alone are left of it. */
  readonly purged: Persistent<Ref, Purged>;
  /** The last few minutes, for undo. */
  readonly recent: List<Recent>;
  /** Requests of the last hours by their surface's name for them, oldest first. */
  readonly seen: OrderedMap<string, Seen>;
}

/** A request that was done: if it comes again, it is not done again. */
export interface Seen {
  readonly at: Instant;
  readonly asked: string;
  readonly refs: readonly Ref[];
}

/** An entry that may still be taken back, with the records as they were before it. */
export interface Recent {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly asked: string;
  readonly before: readonly { readonly ref: Ref; readonly record: HeedRecord | null }[];
  /** False for what an undo cannot put back: a holiday, or an undo itself. */
  readonly reversible: boolean;
}

/** How long a request that comes again is known: a chat product retries for minutes, not hours. */
export const SEEN_MINUTES = 120;

/** How long a command can be taken back (commands.md, /undo). */
export const UNDO_MINUTES = 10;

export const emptyLedger: Ledger = {
  seq: 0,
  records: Persistent(),
  numbers: Persistent(),
  codes: 0,
  holidays: Persistent(),
  roster: Persistent(),
  weekly: Persistent(),
  cycle: { amendments: [] },
  feeds: Persistent(),
  links: noLinks,
  otherDates: Persistent(),
  outbox: OrderedMap(),
  told: Persistent(),
  sending: Persistent(),
  sentAgain: 0,
  heard: Persistent(),
  troubles: OrderedMap(),
  holds: Persistent(),
  purges: Persistent(),
  purged: Persistent(),
  recent: List(),
  seen: OrderedMap(),
};

/** The reference that a new record of a series takes on a day, or one so many further on. */
export const nextReference = (
  { numbers }: Pick<Ledger, 'numbers'>,
  series: Series,
  on: Day,
  ahead = 0,
): Ref => {
  const counter = counterOf(series, on);
  return reference(counter, (numbers.get(counter) ?? 0) + 1 + ahead);
};
