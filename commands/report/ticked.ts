import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import type { Day } from '../../src/domain/day.ts';
import {
  type AnnualReport,
  missingOf,
  partsOf,
  type ReportStep,
} from '../../src/domain/report/report.ts';
import { listed } from '../../src/domain/words.ts';
import { notOn } from '../review/written.ts';
import { writtenOn } from './find.ts';

interface Tick {
  readonly step: ReportStep;
  /** As typed: one, several with commas, or `all`. */
  readonly parts: string;
  readonly on: Day;
  readonly evidence?: string | undefined;
  readonly title: string;
}

/** Ticks parts of a step off, or says why that cannot be. */
export const ticked = (report: AnnualReport, tick: Tick, situation: Situation): Decision => {
  const { step, on, evidence, title } = tick;
  const { ref } = report;
  const known = partsOf(report, step);
  const parts = readParts(tick.parts, missingOf(report, step));
  if (parts.length === 0 || parts.some((part) => !known.includes(part)))
    return refuse(
      known.length > 0
        ? `That is not among what ${ref} has there. Name one of ${listed(known, 'or')}, or all that is missing with all.`
        : `${ref} has nothing of that kind: the arrangement names none. /report show ${ref} shows what it has.`,
    );
  const again = parts.every((part) => report.ticks[step][part] !== undefined);
  if (again && !evidence)
    return refuse(`That is recorded in ${ref} already. Nothing more is needed.`);
  const wrong = notOn(on, 'It', situation);
  if (wrong) return refuse(wrong);
  const change = {
    type: 'report-ticked',
    ref,
    step,
    parts,
    on,
    ...(evidence ? { evidence } : {}),
  } as const;
  return writtenOn(ref, [change], title, situation);
};

const readParts = (typed: string, missing: readonly string[]): readonly string[] => {
  const parts = typed
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
  return parts.length === 1 && parts[0] === 'all' ? missing : parts;
};
