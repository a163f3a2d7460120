import { deputyOf } from '../../domain/agencies.ts';
import { type Day, type Instant, londonDay, londonTime, sayNear } from '../../domain/day.ts';
import type { Press } from '../../domain/duties/shape.ts';
import type { Setting } from '../../domain/duty.ts';
import { MOVED, type PostId } from '../../domain/item.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Owed } from '../../domain/outbox.ts';
import { postOf, sayPost } from '../../domain/posts.ts';
import { listed } from '../../domain/words.ts';
import type { Button } from '../message.ts';

/** What the words of a notice depend on, beside what it is about. */
export interface Scenery extends Setting {
  readonly ledger: Ledger;
  readonly now: Instant;
  /** When this process began: what should have been said before then is late for that reason. */
  readonly startedAt: Instant;
}

/** A duty once, whichever rungs brought it; the last one speaks. */
export interface Line extends Owed {
  readonly missed: readonly Instant[];
  /** The day it had before, where it has moved. */
  readonly was?: Day;
  /** The others that owe the same of the same record, where the reader is owed nothing but the news of it. */
  readonly others?: readonly Owed[];
}

/** How many owe it. */
export const countOf = ({ others = [] }: Line): number => others.length + 1;

/** "the agency's answer was due", "7 answers were due" */
export const sayMissedDuty = (line: Line): string => {
  const { rule } = line.duty;
  return line.others ? `${countOf(line)} ${rule.severally} were due` : rule.missed;
};

/** "answer the request", "7 answers are wanted" */
export const sayTodo = (line: Line): string => {
  const { rule } = line.duty;
  return line.others ? `${countOf(line)} ${rule.severally} are still wanted` : rule.todo;
};

/** Why somebody who does not owe it has it: "You have this as a safeguarding partner." */
export const sayStanding = (lines: readonly Line[], { arrangement }: Scenery): string => {
  const { asOf } = arrangement;
  const other = lines.find((line) => !isOwner(line) && !asOf?.standIns.has(line.item.to));
  if (!other) return '';
  return `You have ${lines.length === 1 ? 'this' : 'these'} as ${postOf(arrangement, other.item.to).standing}.`;
};

/** "You have this for the chair of Quality Assurance, who is away until Tue 21 Apr." */
export const sayStandIn = (lines: readonly Line[], scenery: Scenery): string => {
  const posts = [...new Set(lines.map(({ item }) => item.to))];
  return posts
    .flatMap((post) => {
      const why = sayWhyInstead(post, scenery);
      if (!why) return [];
      const refs = lines.flatMap(({ item }) => (item.to === post ? [item.record] : []));
      const all = lines.length > 1 ? 'these' : 'this';
      const which = refs.length === lines.length ? all : listed([...new Set(refs)]);
      return [`You have ${which} for ${why}.`];
    })
    .join(' ');
};

/** "the police lead, who is away until Tue 21 Apr"; nothing where whoever holds the post has it. */
export const sayWhyInstead = (
  post: PostId,
  { arrangement, today }: Pick<Scenery, 'arrangement' | 'today'>,
): string | undefined => {
  const standIn = arrangement.asOf?.standIns.get(post);
  if (!standIn) return undefined;
  const until = standIn.until ? ` until ${sayNear(standIn.until, today)}` : '';
  return standIn.is === 'away'
    ? `${sayPost(arrangement, post)}, who is away${until}`
    : `${sayPost(arrangement, post)}, whose post you cover${until}`;
};

export const isOwner = ({ item, duty }: Owed): boolean => item.to === duty.owner;

/** "This should have reached you on Thu 2 Apr at 09:00; Heed was not running until 13:20 today." */
export const sayMissed = (
  missed: readonly Instant[],
  { now, startedAt, today }: Scenery,
): string => {
  const [first] = missed;
  if (!first) return '';
  const at = (moment: Instant) =>
    londonDay(moment) === today
      ? `${londonTime(moment)} today`
      : `${londonTime(moment)} on ${sayNear(londonDay(moment), today)}`;
  const cause =
    first < startedAt && startedAt <= now
      ? `Heed was not running until ${at(startedAt)}`
      : 'Heed could not send it until now';
  return `This should have reached you on ${sayNear(londonDay(first), today)} at ${londonTime(first)}; ${cause}.`;
};

/** The owner records what was done; everybody else looks. */
export const actionOn = (line: Line): Button => withRecord(line, pressOn(line));

/** The same where it stands alone: all that the owner may answer. */
export const actionsOn = (line: Line): readonly Button[] => {
  const { answers } = line.duty;
  return answers && (isForOwner(line) || isDeputy(line))
    ? answers.map((press) => withRecord(line, press))
    : [actionOn(line)];
};

const pressOn = (line: Line): Press => (isForOwner(line) && line.duty.settle) || line.duty.see;

/** An agency's deputy answers for it as its lead does. */
export const isDeputy = ({ item, duty }: Owed): boolean =>
  duty.part !== undefined && item.to === deputyOf(duty.part) && item.rung !== MOVED;

const isForOwner = (line: Line): boolean => isOwner(line) && line.item.rung !== MOVED;

const withRecord = ({ duty: { record } }: Line, press: Press): Button =>
  Object.values(press.fields).includes(record) ? { ...press, record } : press;
