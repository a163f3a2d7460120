import { addMonths, type Day, day, londonDay, yearOf } from '../day.ts';
import { definiteAnswer, dueOf } from './part.ts';
import type { InformationRequest, Part } from './request.ts';

/** How an agency's answers came that were due in a stretch of time. */
export interface Rate {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  /** Due, and still without a definite answer. */
  readonly silent: number;
}

/** A calendar quarter of London days. */
export interface Quarter {
  readonly from: Day;
  /** Its last day belongs to it; this is the day after. */
  readonly until: Day;
}

/** One part of a request that counts, by its agency. */
export interface Counted {
  readonly agency: string;
  readonly request: InformationRequest;
  readonly part: Part;
}

/** The last quarters, the oldest first, the one that the day is in at the end. */
export const quartersUntil = (today: Day, count: number): readonly Quarter[] => {
  const month = Number(today.slice(5, 7)) - 1;
  const first = addMonths(day(`${yearOf(today)}-01-01`), month - (month % 3));
  return Array.from({ length: count }, (_, at) => {
    const from = addMonths(first, (at + 1 - count) * 3);
    return { from, until: addMonths(from, 3) };
  });
};

/**
 * Counts each part on the day its answer was due. What was withdrawn or closed before its day, and what is
 * not yet due and unanswered, says nothing of an agency and is left out. An early answer counts at once.
 */
export const rateOf = (parts: readonly Counted[], within: Quarter, today: Day): Rate => {
  const outcomes = parts.flatMap(({ request, part }) => {
    const due = dueOf(request, part);
    return due < within.from || due >= within.until ? [] : outcomeOf(request, part, today);
  });
  const count = (is: Outcome): number => outcomes.filter((one) => one === is).length;
  const [inTime, late, silent] = [count('in-time'), count('late'), count('silent')];
  return { due: inTime + late + silent, inTime, late, silent };
};

type Outcome = 'in-time' | 'late' | 'silent';

const outcomeOf = (request: InformationRequest, part: Part, today: Day): readonly Outcome[] => {
  const { closed } = request;
  if (closed?.withdrawn) return [];
  const due = dueOf(request, part);
  const answered = answeredOn(request, part);
  if (answered !== undefined) return [answered <= due ? 'in-time' : 'late'];
  const isOver = due < today && (closed === undefined || londonDay(closed.at) > due);
  return isOver ? ['silent'] : [];
};

/** The day an agency's answer first became definite. */
const answeredOn = (request: InformationRequest, part: Part): Day | undefined => {
  const { answers } = part;
  const first = answers.findIndex((_, at) =>
    definiteAnswer(request, { ...part, answers: answers.slice(0, at + 1) }),
  );
  return answers[first] && londonDay(answers[first].at);
};
