import type { PostId } from '../item.ts';
import { MANAGER } from '../posts.ts';
import { RECIPIENTS, REPORT_CONTENTS, type Recipient } from '../report/contents.ts';
import { type AnnualReport, missingOf, partsOf, type ReportStep } from '../report/report.ts';
import { REPORT_CLOCKS, type ReportDuty } from '../rules/report.ts';
import type { Dated } from '../signed.ts';
import { listed } from '../words.ts';
import { drawDuty, type Occasion } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

const BEGAN = 'It is to be published on';

/** Everything up to the publication is planned back from its day; what follows is counted from the day it was. */
export const annualReportDuties = (report: AnnualReport, setting: Setting): readonly Duty[] => [
  contents(report, setting),
  ...each(report, 'input', 'report-input', setting),
  ...each(report, 'sign-off', 'sign-off', setting),
  ...each(report, 'presented', 'present-report', setting),
  publication(report, setting),
  ...(report.published ? sending(report, report.published, setting) : []),
];

const drawn = (
  report: AnnualReport,
  name: ReportDuty,
  occasion: Partial<Occasion>,
  setting: Setting,
): Duty =>
  drawDuty(
    report,
    { name, ruleId: `report/${name}`, rule: REPORT_CLOCKS[name] },
    {
      started: startedOf(report),
      began: BEGAN,
      from: report.publish,
      isOver: report.withdrawn !== undefined,
      ...occasion,
    },
    setting,
  );

/** What fell before its day was set was never owed. */
const startedOf = ({ started, moves }: AnnualReport): Dated => {
  const last = moves.at(-1);
  return last ? { ...started, at: last.at, by: last.by } : started;
};

const contents = (report: AnnualReport, setting: Setting): Duty => {
  const missing = missingOf(report, 'contents');
  return drawn(
    report,
    'report-contents',
    {
      done: missing.length === 0 ? lastOf(report, 'contents') : report.published,
      note:
        missing.length > 0
          ? `Still missing: ${listed(missing.map((one) => REPORT_CONTENTS[one as keyof typeof REPORT_CONTENTS].title))}.`
          : undefined,
      settle: {
        label: 'Tick what is there',
        command: 'report tick',
        fields: { report: report.ref },
      },
    },
    setting,
  );
};

const lastOf = (report: AnnualReport, step: ReportStep): Dated | undefined =>
  partsOf(report, step)
    .flatMap((part) => report.ticks[step][part] ?? [])
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);

const SETTLES = {
  input: { label: 'I have commented', command: 'report input' },
  'sign-off': { label: 'We have signed it off', command: 'report sign-off' },
  presented: { label: 'It is presented', command: 'report presented' },
} as const;

const each = (
  report: AnnualReport,
  step: keyof typeof SETTLES,
  name: ReportDuty,
  setting: Setting,
): readonly Duty[] =>
  partsOf(report, step).map((part) => ({
    ...drawn(
      report,
      name,
      {
        owner: step === 'presented' ? MANAGER : (part as PostId),
        done: report.ticks[step][part],
        ...whatOf(report, step, part),
        settle: { ...SETTLES[step], fields: { report: report.ref, for: part, on: 'today' } },
      },
      setting,
    ),
    part,
  }));

/** The manager has several of them, and has to know which. */
const whatOf = (
  { presentedTo }: AnnualReport,
  step: ReportStep,
  part: string,
): { readonly what?: string } =>
  step === 'presented'
    ? {
        what: `present the annual report to ${presentedTo.find(({ id }) => id === part)?.name ?? part}`,
      }
    : {};

const publication = (report: AnnualReport, setting: Setting): Duty => {
  const missing = missingOf(report, 'sign-off').length;
  return drawn(
    report,
    'publish-report',
    {
      done: report.published,
      note:
        missing > 0 ? 'It is not signed off by everybody yet; silence signs nothing.' : undefined,
      settle: {
        label: 'It is published',
        command: 'report published',
        fields: { report: report.ref, on: 'today' },
      },
    },
    setting,
  );
};

/** Each of the five by itself, with its own date. */
const sending = (report: AnnualReport, published: Dated, setting: Setting): readonly Duty[] =>
  partsOf(report, 'sent').map((part) => ({
    ...drawn(
      report,
      'send-annual-report',
      {
        started: published,
        began: 'It was published on',
        from: published.on,
        done: report.ticks.sent[part],
        what: `send the annual report to ${RECIPIENTS[part as Recipient]}`,
        settle: {
          label: `Sent to ${SHORT[part as Recipient]}`,
          command: 'report sent',
          fields: { report: report.ref, to: part, on: 'today' },
        },
      },
      setting,
    ),
    part,
  }));

const SHORT = {
  'secretary-of-state': 'the Secretary of State',
  dfe: 'the DfE',
  ofsted: 'Ofsted',
  panel: 'the Panel',
  'what-works-centre': 'Foundations',
} as const satisfies Record<Recipient, string>;
