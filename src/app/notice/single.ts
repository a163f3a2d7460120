import { workingDaysBetween } from '../../domain/calendar.ts';
import { sayHolidays, saySpanInWords, sayUnproclaimed } from '../../domain/count.ts';
import { type Day, daysBetween, sayNear } from '../../domain/day.ts';
import type { Duty } from '../../domain/duty.ts';
import { MOVED } from '../../domain/item.ts';
import { staleSince } from '../../domain/quiet-rungs.ts';
import { capital, counted } from '../../domain/words.ts';
import { mayTakeInHand, takeInHand } from '../in-hand.ts';
import { type Block, type Button, type Message, MOST_BUTTONS, text } from '../message.ts';
import { sayChase } from './chase.ts';
import {
  actionsOn,
  isDeputy,
  isOwner,
  type Line,
  type Scenery,
  sayMissed,
  sayMissedDuty,
  sayStandIn,
  sayStanding,
  sayTodo,
} from './line.ts';
import { sayPart } from './part.ts';

/** A message about one duty. */
export const single = (line: Line, scenery: Scenery): Omit<Message, 'about'> => {
  const { item, duty } = line;
  const [title, lead] = headline(line, scenery);
  return {
    title,
    lead,
    blocks: [
      sayMissed(line.missed, scenery),
      duty.what ? `${capital(duty.what)}.` : '',
      sayStale(item.rung, scenery),
      ...(isOwner(line) ? [sayStart(duty, scenery)] : [sayEscalation(line, scenery)]),
      sayStandIn([line], scenery),
    ]
      .filter((sentence) => sentence !== '')
      .map((sentence): Block => text(sentence))
      .concat(listOf(line, scenery)),
    buttons: [
      ...actionsOn(line),
      ...inHand(line, scenery),
      { label: 'Why?', command: 'why', fields: { about: item.key }, record: item.record },
    ].slice(0, MOST_BUTTONS),
  };
};

/** "You said on Thu 5 Mar that you have it in hand; nothing has been said of it since." */
const sayStale = (rung: string, { today }: Scenery): string => {
  const since = staleSince(rung);
  return since
    ? `You said on ${sayNear(since, today)} that you have it in hand; it is still open.`
    : '';
};

/** What is to be done by a day to come can be taken in hand; what somebody is asked for again, too. */
const inHand = (line: Line, { today }: Scenery): readonly Button[] =>
  isOwner(line) && mayTakeInHand(line.duty, today)
    ? [{ ...takeInHand(line.duty.record), record: line.duty.record }]
    : [];

/** Somebody who does not owe it is told how it was chased, and why they have it. */
const sayEscalation = (line: Line, scenery: Scenery): string => {
  const chase = line.others ? '' : sayChase(scenery, line.item, line.duty.owner);
  const asked = isDeputy(line) ? line.duty.note : '';
  return [chase, sayStanding([line], scenery), asked].filter(Boolean).join(' ');
};

/** Who of several it is, and how each was chased. */
const listOf = (line: Line, scenery: Scenery): readonly Block[] =>
  line.others
    ? [{ type: 'list', items: [line, ...line.others].map((one) => sayPart(one, scenery)) }]
    : [];

const headline = (line: Line, { calendar, today }: Scenery): readonly [string, string] => {
  const { item, duty, was } = line;
  const due = sayNear(duty.due, today);
  const days = Math.abs(workingDaysBetween(calendar, today, duty.due));
  if (was && item.rung === MOVED)
    return [
      `${item.record}: ${line.others ? `${sayTodo(line)},` : `${duty.rule.todo} is`} now due ${due}`,
      `it was due ${sayNear(was, today)}`,
    ];
  if (duty.state === 'late')
    return [`${item.record}: ${sayMissedDuty(line)} by ${due}`, sayAgo(duty.due, days, today)];
  const left = days === 0 ? 'today is the last day' : `${counted(days, 'working day')} left`;
  return [
    `${item.record}: ${sayTodo(line)} by ${due}`,
    was ? `${left}, moved from ${sayNear(was, today)}` : left,
  ];
};

/** In calendar days where it was due on a day off and no working day has passed. */
export const sayAgo = (due: Day, workingDays: number, today: Day): string =>
  workingDays > 0
    ? `${counted(workingDays, 'working day')} ago`
    : `${counted(daysBetween(due, today), 'calendar day')} ago`;

/** "The council became aware on Mon 30 Mar. 5 working days, not counting Good Friday and Easter Monday." */
const sayStart = (duty: Duty, { today }: Scenery): string =>
  [sayCount(duty, today), duty.note].filter(Boolean).join(' ');

const sayCount = ({ count, began }: Duty, today: Day): string => {
  const start = `${began} ${sayNear(count.from, today)}`;
  if (count.span.unit === 'set') return `${start}.`;
  if (count.span.n === 0) return `${start}, and this is due the same day.`;
  const before = count.span.n < 0 ? ' before it' : '';
  return `${start}. ${saySpanInWords(count.span)}${before}${sayHolidays(count)}${sayUnproclaimed(count)}.`;
};
