import type { Situation } from '../../src/app/command.ts';
import { workingDaysBetween } from '../../src/domain/calendar.ts';
import { sayShort } from '../../src/domain/day.ts';
import { timetableOf } from '../../src/domain/duties/rapid-review.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { isOpen } from '../../src/domain/duty.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { overrunOf } from '../../src/domain/timetable.ts';
import { counted } from '../../src/domain/words.ts';

/** "Working day 7 of 15. Done: requests, returns. Now: panel by Thu 8 Jan. To come: draft, sign-off." */
export const progressOf = (
  review: RapidReview,
  duties: readonly Duty[],
  situation: Situation,
): readonly string[] => {
  const whole = duties.find(({ name }) => name === 'rapid-review');
  if (!whole) return [];
  const timetable = timetableOf(review, situation);
  const steps = duties.filter(({ name }) => timetable.steps.some((step) => step.name === name));
  const [now, ...later] = steps.filter(isOpen);
  const overrun = overrunOf(timetable);
  return [
    [
      sayWhere(whole, situation),
      names(
        'Done',
        steps.filter(({ state }) => state === 'done'),
      ),
      now ? `Now: ${now.name} by ${sayShort(now.due)}${now.state === 'late' ? ', late' : ''}.` : '',
      names('To come', later),
    ]
      .filter(Boolean)
      .join(' '),
    ...(overrun ? [overrun] : []),
  ];
};

const sayWhere = ({ count, state }: Duty, { calendar, today }: Situation): string => {
  if (state === 'done' || state === 'withdrawn') return '';
  const first = count.dayOne === count.from ? 1 : 0;
  const day = workingDaysBetween(calendar, count.from, today) + first;
  const past = day - count.span.n;
  if (past > 0) return `${counted(past, 'working day')} past the ${count.span.n}.`;
  return `Working day ${Math.max(day, 0)} of ${count.span.n}.`;
};

const names = (title: string, steps: readonly Duty[]): string =>
  steps.length > 0 ? `${title}: ${steps.map(({ name }) => name).join(', ')}.` : '';
