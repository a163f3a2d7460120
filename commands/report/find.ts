import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { onRecord } from '../../src/app/on-record.ts';
import type { Change } from '../../src/domain/change.ts';
import { doneByReport } from '../../src/domain/cycle/with-report.ts';
import type { Ref } from '../../src/domain/reference.ts';
import type { AnnualReport } from '../../src/domain/report/report.ts';
import { reportCard } from './card.ts';

export const report = referenceField('Which annual report', 'AR');

export const onReport = onRecord('annual-report', '/report start plans one.');

/** The same for one that is still going on. */
export const onOpenReport = (
  ref: Ref,
  situation: Situation,
  decide: (report: AnnualReport) => Decision,
): Decision =>
  onReport(ref, situation, (found) =>
    found.withdrawn
      ? refuse(
          `${ref} was given up, so nothing more is recorded on it. /report start plans another.`,
        )
      : decide(found),
  );

/** Accepted: the report as it will be once it is written, under what was done. */
export const writtenOn = (
  ref: Ref,
  changes: readonly Change[],
  title: string,
  situation: Situation,
  more: readonly string[] = [],
): Decision => {
  const written = afterChanges(situation, changes);
  return onReport(ref, written, (found) => {
    const all = [...changes, ...doneByReport(found, written.ledger, written.arrangement)];
    const then = afterChanges(situation, all);
    return accept(reportCard(found, then, title, more), all);
  });
};
