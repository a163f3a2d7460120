import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { freeText } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { CycleEntry } from '../../src/domain/cycle/entry.ts';
import { awaited } from '../../src/domain/cycle/with-report.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { isReference } from '../../src/domain/reference.ts';
import type { ReportReached } from '../../src/domain/report/reached.ts';
import { on } from '../review/fields.ts';
import { notOn } from '../review/written.ts';
import { entry, mayClose, onEntry } from './find.ts';
import { writtenOn } from './written.ts';

export const cycleDone = defineCommand({
  name: 'cycle done',
  summary: 'Record that an entry of the annual cycle is done, and what shows it.',
  allow: 'everyone',
  fields: z.object({
    entry,
    on,
    evidence: freeText('What shows it: a reference, or where it is kept', { most: 200 }).optional(),
  }),
  decide: ({ entry: ref, on: day, evidence }, situation) =>
    onEntry(ref, situation, (found) => {
      const wrong = whyNot(found, day, evidence, situation);
      if (wrong) return refuse(wrong);
      const on = found.done?.on ?? day;
      const change = { type: 'cycle-done', ref, on, ...(evidence ? { evidence } : {}) } as const;
      return writtenOn(
        ref,
        [change],
        found.done
          ? `${ref}: its evidence is recorded`
          : `${ref} is done, on ${sayNear(on, situation.today)}`,
        situation,
        evidence
          ? []
          : [`No evidence is recorded. When there is some: /cycle done ${ref} evidence="…".`],
      );
    }),
});

const REACHED = {
  'sign-off': 'signed off by everybody',
  presented: 'presented to every board',
  published: 'published',
} as const satisfies Record<ReportReached, string>;

const whyNot = (
  entry: CycleEntry,
  on: Day,
  evidence: string | undefined,
  situation: Situation,
): string | undefined => {
  const { ref, contributions, dropped, done } = entry;
  if (!mayClose(entry, situation))
    return `${ref} is not yours to close. Ask whoever sees to it, or the business unit.`;
  if (contributions)
    return `${ref} is done once each statutory partner has agreed to its own amount. Give it with /cycle agree ${ref} for=PARTNER amount=4000.`;
  if (dropped)
    return `${ref} was dropped by ${dropped.amendment}, so nothing is wanted of it. /cycle show lists the rest.`;
  if (done && (!evidence || done.evidence))
    return `${ref} is done already. Give /cycle reopen ${ref} if it is not.`;
  if (evidence && isUnknown(evidence, situation))
    return `There is no ${evidence.trim().toUpperCase()} that you can see. Give a reference that there is, or say where it is kept.`;
  return done
    ? undefined
    : (whyAwaited(entry, situation) ?? notOn(on, `The end of ${ref}`, situation));
};

/** The report says itself when it has come so far: nobody ticks it twice. */
const whyAwaited = (entry: CycleEntry, { ledger, arrangement }: Situation): string | undefined => {
  const found = awaited(entry, ledger, arrangement);
  return found
    ? `${entry.ref} is done once ${found.report.ref}, the annual report, is ${REACHED[found.waits]}. Record it there: /report show ${found.report.ref} says what is missing.`
    : undefined;
};

/** What looks like a reference has to be one. */
const isUnknown = (evidence: string, situation: Situation): boolean => {
  const ref = evidence.trim().toUpperCase();
  return isReference(ref) && !visibleRecord(situation, ref);
};
