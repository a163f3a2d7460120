import { sayOrigin } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import { type Block, text } from '../../src/app/message.ts';
import type { HeedRecord } from '../../src/domain/change.ts';
import { sayMonth } from '../../src/domain/day.ts';
import { timetableOf } from '../../src/domain/duties/rapid-review.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { KIND } from '../../src/domain/reviews/words.ts';
import { overrunOf } from '../../src/domain/timetable.ts';
import { capital, unstopped } from '../../src/domain/words.ts';
import { sayMarks } from '../decision/words.ts';
import { sayCriteria } from '../incident/words.ts';

/** What a record is, in the sentences that stand before its duties. */
export const sayRecord = (
  record: HeedRecord,
  duties: readonly Duty[],
  situation: Situation,
): readonly Block[] => {
  switch (record.is) {
    case 'incident':
      return [text(sayCriteria(record, duties))];
    case 'rapid-review': {
      const timetable = timetableOf(record, situation);
      const overrun = overrunOf(timetable);
      return [
        text(`${capital(KIND[record.kind])}, under the timetable “${timetable.title}”.`),
        ...(overrun ? [text(overrun)] : []),
      ];
    }
    case 'practice-review':
      return [text(`It was decided on by ${record.rapidReview}.`)];
    case 'request':
      return [text(`Asked: ${record.what}`), text(record.basis)];
    case 'meeting':
    case 'term':
      return [];
    case 'decision':
      return [
        text(`Decided: ${unstopped(record.what)}.`),
        ...sayMarks(record, situation).map(text),
      ];
    case 'dispute':
      return [text(`Disputed: ${unstopped(record.what)}.`)];
    case 'risk':
      return [text(`The risk: ${unstopped(record.what)}.`)];
    case 'cycle-entry':
      return [text(`${record.what}, in the annual cycle.`)];
    case 'amendment':
      return [text(`A change to the annual cycle: ${record.what}. Reason: ${record.reason}`)];
    case 'annual-report':
      return [
        text(
          `The annual report on ${sayMonth(record.about.from)} to ${sayMonth(record.about.until)}.`,
        ),
      ];
    case 'challenge':
      return [text(`The challenge: ${unstopped(record.what)}.`)];
    case 'action':
      return [text(`${capital(record.what)}. It comes from ${sayOrigin(record)}.`)];
  }
};
