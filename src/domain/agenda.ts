import { Map as emptyMap, type Map as Persistent, Set as PersistentSet } from 'immutable';
import { knownSince } from './action-then.ts';
import type { HeedRecord } from './change.ts';
import { type Day, daybreak, type Instant, londonDay } from './day.ts';
import { type Duty, dutiesOf, isOpen, type Setting } from './duty.ts';
import type { Ledger } from './ledger.ts';
import { followed } from './lineage.ts';
import { linkedRecords } from './linked.ts';
import { remindersOf, rungsOf } from './reached.ts';
import type { Ref } from './reference.ts';
import { turningDays } from './requests/part.ts';

/**
 * When each record next has something to say: what a sweep asks instead of drawing every duty there is.
 * Worked out from the ledger and never written down; it follows the ledger record by record.
 */
export interface Agenda {
  /** What it was worked out with: other posts or holidays make another agenda. */
  readonly of: Pick<Setting, 'arrangement' | 'calendar'>;
  /** The moments at which a record has something to say that has never been queued. */
  readonly moments: Persistent<Ref, readonly Instant[]>;
  /** The records of each day of those moments, in London. */
  readonly days: Persistent<Day, PersistentSet<Ref>>;
  /** The actions that each body follows and may know of, by since when. */
  readonly bodies: Persistent<string, Persistent<Ref, Instant>>;
  /** The body that each of them stands under. */
  readonly bodyOf: Persistent<Ref, string>;
}

export const agendaOf = (ledger: Ledger, setting: Setting): Agenda =>
  followed<Agenda>(
    ledger,
    ({ of }) => of.arrangement === setting.arrangement && of.calendar === setting.calendar,
    () => onward(nothing(setting), ledger.records.keys(), ledger, setting),
    (from, touched) =>
      onward(from, new Set(touched.flatMap((ref) => linkedRecords(ledger, ref))), ledger, setting),
  );

const nothing = ({ arrangement, calendar }: Setting): Agenda => ({
  of: { arrangement, calendar },
  moments: emptyMap(),
  days: emptyMap(),
  bodies: emptyMap(),
  bodyOf: emptyMap(),
});

const onward = (from: Agenda, refs: Iterable<Ref>, ledger: Ledger, setting: Setting): Agenda => {
  const drawn = { ...from, moments: from.moments.asMutable(), days: from.days.asMutable() };
  const under = { bodies: from.bodies.asMutable(), bodyOf: from.bodyOf.asMutable() };
  for (const ref of refs) {
    const record = ledger.records.get(ref);
    putMoments(drawn, ref, record ? momentsOf(record, ledger, setting) : []);
    putUnder(under, ref, record);
  }
  return {
    of: from.of,
    moments: drawn.moments.asImmutable(),
    days: drawn.days.asImmutable(),
    bodies: under.bodies.asImmutable(),
    bodyOf: under.bodyOf.asImmutable(),
  };
};

const putMoments = (
  { moments, days }: Pick<Agenda, 'moments' | 'days'>,
  ref: Ref,
  after: readonly Instant[],
): void => {
  for (const day of (moments.get(ref) ?? []).map(londonDay)) {
    const left = (days.get(day) ?? PersistentSet<Ref>()).delete(ref);
    if (left.isEmpty()) days.delete(day);
    else days.set(day, left);
  }
  for (const day of after.map(londonDay))
    days.set(day, (days.get(day) ?? PersistentSet<Ref>()).add(ref));
  if (after.length > 0) moments.set(ref, after);
  else moments.delete(ref);
};

/** What is held back stands under no body: its chair may not know of it. */
const putUnder = (
  { bodies, bodyOf }: Pick<Agenda, 'bodies' | 'bodyOf'>,
  ref: Ref,
  record: HeedRecord | undefined,
): void => {
  const was = bodyOf.get(ref);
  const is = record?.is === 'action' && !record.embargo ? record.group : undefined;
  if (was === is) return;
  if (was !== undefined) bodies.set(was, (bodies.get(was) ?? emptyMap()).delete(ref));
  if (is === undefined || record?.is !== 'action') {
    bodyOf.delete(ref);
    return;
  }
  bodyOf.set(ref, is);
  bodies.set(is, (bodies.get(is) ?? emptyMap<Ref, Instant>()).set(ref, knownSince(record)));
};

const momentsOf = (record: HeedRecord, ledger: Ledger, setting: Setting): readonly Instant[] => {
  const turns = turnsOf(record, setting);
  const open = [setting.today, ...turns].flatMap((today) =>
    dutiesOf(record, { ...setting, today }).filter(isOpen),
  );
  return [
    ...new Set([
      ...turns.map((day) => daybreak(day)),
      ...open.flatMap((duty) => dutyMoments(duty, ledger, setting)),
    ]),
  ];
};

/** The days to come on which other things are owed of it without anybody's doing. */
const turnsOf = (record: HeedRecord, { ledger, today }: Setting): readonly Day[] =>
  record.is === 'request' ? turningDays(record, ledger).filter((day) => day > today) : [];

const dutyMoments = (duty: Duty, ledger: Ledger, setting: Setting): readonly Instant[] => {
  const rungs = rungsOf(setting, duty);
  return [...new Set(rungs.map(({ moment }) => moment))].filter(
    (moment) => remindersOf(rungs, { duty, ledger, setting }, moment).length > 0,
  );
};

/** The records that may have something to say by now. */
export const reachedBy = ({ days }: Agenda, today: Day): readonly Ref[] => [
  ...new Set([...days].flatMap(([day, refs]) => (day <= today ? [...refs] : []))),
];

/** The first moment after now at which a record has something to say. */
export const nextMoment = ({ days, moments }: Agenda, now: Instant): Instant | undefined => {
  const ahead = [...days.keys()].filter((day) => day >= londonDay(now)).sort();
  for (const day of ahead) {
    const later = [...(days.get(day) ?? [])].flatMap((ref) =>
      (moments.get(ref) ?? []).filter((moment) => moment > now && londonDay(moment) === day),
    );
    if (later.length > 0) return later.sort()[0];
  }
  return undefined;
};
