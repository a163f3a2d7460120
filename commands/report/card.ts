import type { Situation } from '../../src/app/command.ts';
import { sayEntryState } from '../../src/app/cycle-words.ts';
import {
  type Block,
  type Button,
  type Message,
  MOST_BUTTONS,
  text,
} from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { waitingFor } from '../../src/domain/cycle/with-report.ts';
import { sayMonth, sayNear } from '../../src/domain/day.ts';
import { dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { holds } from '../../src/domain/posts.ts';
import {
  type AnnualReport,
  missingOf,
  partsOf,
  REPORT_STEPS,
  type ReportStep,
} from '../../src/domain/report/report.ts';
import { capital, listed } from '../../src/domain/words.ts';
import { sayPart } from './words.ts';

/** How an annual report stands: what is there, what is missing, and by when. */
export const reportCard = (
  report: AnnualReport,
  situation: Situation,
  title?: string,
  more: readonly string[] = [],
): Message => {
  const duties = dutiesOf(report, situation).filter((duty) => isVisibleDuty(situation, duty));
  return {
    title: title ?? `${report.ref}: the annual report on ${sayYear(report)}`,
    blocks: [
      ...more.map(text),
      text(sayDay(report, situation)),
      ...inCycle(report, situation),
      ...stepsOf(report, situation).map((row): Block => ({ type: 'facts', rows: [row] })),
    ],
    buttons: duties
      .filter((duty) => isOpen(duty) && holds(situation.arrangement, situation.actor, duty.owner))
      .flatMap(({ settle, record }): Button[] => (settle ? [{ ...settle, record }] : []))
      .slice(0, MOST_BUTTONS),
    about: [report.ref],
    duties,
    again: { command: 'report show', fields: { report: report.ref } },
  };
};

/** The entries of the annual cycle that are done with it. */
const inCycle = (report: AnnualReport, situation: Situation): readonly Block[] => {
  const items = waitingFor(report, situation.ledger, situation.arrangement).map(
    (entry) => `${entry.ref}, ${entry.what}: ${sayEntryState(entry, situation)}`,
  );
  return items.length > 0 ? [text('In the annual cycle'), { type: 'list', items }] : [];
};

/** "April 2025 to March 2026" */
export const sayYear = ({ about }: AnnualReport): string =>
  `${sayMonth(about.from)} to ${sayMonth(about.until)}`;

const sayDay = (report: AnnualReport, { today }: Situation): string => {
  const { publish, published, withdrawn, moves } = report;
  if (withdrawn) return `It was given up. Reason: ${withdrawn.reason}`;
  if (published)
    return `Published on ${sayNear(published.on, today)}${published.url ? ` at ${published.url}` : ''}${published.anyway ? `, though not everybody had signed it off: ${published.anyway}` : ''}.`;
  const moved = moves.map(({ was, reason }) => ` It was ${sayNear(was, today)}. Reason: ${reason}`);
  return `To be published on ${sayNear(publish, today)}.${moved.join('')}`;
};

const HEADINGS = {
  contents: 'Contents',
  input: 'Comments',
  'sign-off': 'Signed off',
  presented: 'Presented',
  sent: 'Sent',
} as const satisfies Record<ReportStep, string>;

const stepsOf = (
  report: AnnualReport,
  situation: Situation,
): readonly (readonly [string, string])[] =>
  REPORT_STEPS.filter((step) => step !== 'sent' || report.published)
    .filter((step) => partsOf(report, step).length > 0)
    .map((step) => [HEADINGS[step], sayStep(report, step, situation)] as const);

/** "the Panel on Tue 5 May, Ofsted on Tue 5 May; missing: the DfE" */
const sayStep = (report: AnnualReport, step: ReportStep, situation: Situation): string => {
  if (step === 'contents') return sayContents(report, situation);
  const missing = missingOf(report, step);
  const there = partsOf(report, step).flatMap((part) => {
    const tick = report.ticks[step][part];
    const evidence = tick?.evidence ? ` (${tick.evidence})` : '';
    return tick
      ? [
          `${sayPart(report, step, part, situation)} on ${sayNear(tick.on, situation.today)}${evidence}`,
        ]
      : [];
  });
  const names = listed(missing.map((part) => sayPart(report, step, part, situation)));
  const said = [listed(there), missing.length > 0 ? `missing: ${names}` : ''].filter(Boolean);
  return capital(said.join('; '));
};

/** "7 of 9 are there; missing: budget (the annual budget statement)": by the names that are typed. */
const sayContents = (report: AnnualReport, situation: Situation): string => {
  const missing = missingOf(report, 'contents');
  const all = report.contents.length;
  if (missing.length === 0) return `All ${all} are there`;
  const names = missing.map((id) => `${id} (${sayPart(report, 'contents', id, situation)})`);
  return `${all - missing.length} of ${all} are there; missing: ${names.join('; ')}`;
};
