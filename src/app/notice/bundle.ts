import { workingDaysBetween } from '../../domain/calendar.ts';
import { type Day, sayNear } from '../../domain/day.ts';
import { todoOf } from '../../domain/duty.ts';
import { MOVED } from '../../domain/item.ts';
import { counted, inWords } from '../../domain/words.ts';
import { type Button, type Message, MOST_BUTTONS, text } from '../message.ts';
import { sayChase } from './chase.ts';
import {
  actionOn,
  countOf,
  isOwner,
  type Line,
  type Scenery,
  sayMissed,
  sayStandIn,
  sayStanding,
} from './line.ts';
import { sayPart } from './part.ts';

/** What one person is due at one moment, in one message, the most pressing first. */
export const bundle = (lines: readonly Line[], scenery: Scenery): Omit<Message, 'about'> => {
  const sorted = lines.toSorted((a, b) => a.duty.due.localeCompare(b.duty.due));
  const missed = sorted.flatMap((line) => line.missed).toSorted();
  return {
    title: titleOf(sorted, scenery),
    ...leadOf(sorted, scenery),
    blocks: [
      ...[sayMissed(missed, scenery)].filter(Boolean).map(text),
      { type: 'list', items: sorted.map((line) => sayLine(line, scenery)) },
      ...[sayStanding(sorted, scenery), sayStandIn(sorted, scenery)].filter(Boolean).map(text),
    ],
    buttons: buttonsOf(sorted),
  };
};

const titleOf = (lines: readonly Line[], { today }: Scenery): string => {
  const records = new Set(lines.map(({ item }) => item.record));
  const code = records.size === 1 ? `${[...records][0]}: ` : '';
  const n = lines.length;
  const late = lines.filter(({ duty }) => duty.state === 'late').length;
  if (lines.every(({ item }) => item.rung === MOVED)) return `${code}${n} duties have a new day`;
  if (!lines.some(isOwner) && late === n) return `${code}${n} things are late`;
  return `${code}${n} things need you${sayWhen(lines, late, today)}`;
};

/** " today, one is late", " by Wed 8 Apr", or what part of them is when. */
const sayWhen = (lines: readonly Line[], late: number, today: Day): string => {
  const dueToday = lines.filter(({ duty }) => duty.due === today).length;
  const first = sayNear(lines[0]?.duty.due ?? today, today);
  if (late + dueToday === lines.length) return ` today${sayLate(late, lines.length)}`;
  if (late + dueToday > 0)
    return `${sayLate(late, lines.length)}${dueToday > 0 ? `, ${inWords(dueToday)} today` : ''}`;
  const isOneDay = lines.every(({ duty }) => duty.due === lines[0]?.duty.due);
  return isOneDay ? ` by ${first}` : `, the first by ${first}`;
};

/** "2 working days left", while nothing is late. */
const leadOf = ([first]: readonly Line[], { calendar, today }: Scenery): { lead?: string } => {
  if (!first || first.duty.due <= today || first.item.rung === MOVED) return {};
  const left = workingDaysBetween(calendar, today, first.duty.due);
  return { lead: `${counted(left, 'working day')} left` };
};

const sayLate = (late: number, of: number): string => {
  if (late === 0) return '';
  if (late === of) return of === 2 ? ', both late' : ', all late';
  return `, ${inWords(late)} ${late === 1 ? 'is' : 'are'} late`;
};

const sayLine = (line: Line, scenery: Scenery): string => {
  if (line.others)
    return `${sayDuty(line, scenery.today)}. ${[line, ...line.others].map((one) => sayPart(one, scenery)).join(' ')}`;
  const chase = isOwner(line) ? '' : sayChase(scenery, line.item, line.duty.owner);
  return [sayDuty(line, scenery.today), chase].filter(Boolean).join('. ');
};

const sayDuty = (line: Line, today: Scenery['today']): string => {
  const { item, duty, was } = line;
  const what = `${item.record}, ${line.others ? `${countOf(line)} ${duty.rule.severally}` : todoOf(duty)}`;
  const due = sayNear(duty.due, today);
  const moved = was ? ` (was ${sayNear(was, today)})` : '';
  if (item.rung === MOVED) return `Moved: ${what}, is now due ${due}${moved}`;
  if (duty.state === 'late') return `Late: ${what}, ${line.others ? 'were' : 'was'} due ${due}`;
  return duty.due === today ? `Today: ${what}${moved}` : `By ${due}: ${what}${moved}`;
};

/** The first duty of every case, then the second: each case has a button before any has two. */
const oneEachFirst = (lines: readonly Line[]): readonly Line[] => {
  const byRecord = Map.groupBy(lines, ({ item }) => item.record);
  const rank = (line: Line): number => byRecord.get(line.item.record)?.indexOf(line) ?? 0;
  return lines.toSorted((a, b) => rank(a) - rank(b));
};

/** Two to act with, and one to look further; each names its record where there are several. */
const buttonsOf = (lines: readonly Line[]): readonly Button[] => {
  const records = new Set(lines.map(({ item }) => item.record));
  const several = records.size > 1;
  const actions = new Map(
    oneEachFirst(lines)
      .map(actionOn)
      .map((button) => [
        `${button.command}/${Object.values(button.fields).join('/')}`,
        several && button.record
          ? { ...button, label: `${button.label} (${button.record})` }
          : button,
      ]),
  );
  const [record] = records;
  const further: Button =
    several || !record
      ? { label: 'What I owe', command: 'due', fields: {} }
      : { label: 'Why?', command: 'why', fields: { about: record }, record };
  const acting = [...actions.values()].filter(({ label }) => label !== further.label);
  return [...acting.slice(0, MOST_BUTTONS - 1), further];
};
