import { leadOf } from '../domain/agencies.ts';
import { notifierOf } from '../domain/areas.ts';
import type { Constitution, CycleLine, DisputeStage } from '../domain/constitution.ts';
import type { PostId } from '../domain/item.ts';
import type { ReportPlan } from '../domain/report/plan.ts';
import { postsOf } from './posts.ts';
import type { ArrangementFile } from './schema.ts';

export const EVERY_PARTNER = 'statutory-partners';

/** What a file says of the partnership's own running. */
export const constitutionOf = (file: ArrangementFile): Constitution => ({
  areas: file.areas.map(({ id, name, notifier }) => ({
    id,
    name,
    ...(notifier ? { notifier: notifierOf(id) } : {}),
  })),
  statutory: file.statutoryPartners.map(({ id }) => id),
  exclusions: file.roleExclusions.map(({ posts, source }) => ({
    posts: posts as readonly string[] as readonly PostId[],
    source,
  })),
  decider: { ...file.decisions, by: file.decisions.by as PostId },
  appoints: file.appointments && {
    body: file.appointments.by,
    source: file.appointments.source,
    quote: file.appointments.quote,
  },
  disputes: {
    raisedAt: file.disputes.raisedAt,
    stages: file.disputes.stages.map((stage) => stageOf(stage, file)),
  },
  cycle: file.annualCycle.map(lineOf),
  report: reportOf(file),
  reviewTypes: file.reviewTypes,
  yearFrom: file.calendar.yearFrom,
  schoolHolidays: file.calendar.schoolHolidays,
  otherMeetings: file.calendar.otherMeetings,
  retention: file.retention,
  banner: file.banner,
  channels: new Map(Object.entries(file.channels)),
});

const stageOf = (
  { by, ...stage }: ArrangementFile['disputes']['stages'][number],
  { statutoryPartners }: ArrangementFile,
): DisputeStage => ({
  ...stage,
  by:
    by === EVERY_PARTNER
      ? statutoryPartners.map(({ id }) => `${id}-lead` as PostId)
      : [by as PostId],
});

const lineOf = ({
  months,
  span,
  owner,
  ...line
}: ArrangementFile['annualCycle'][number]): CycleLine => ({
  ...line,
  owner: owner as PostId,
  months: months ?? (span ? [span.to] : []),
  lead: span ? (span.to - span.from + 12) % 12 : 0,
});

/** Each statutory partner signs by its own governance (S0 9.3); a post that another holds is asked once. */
const reportOf = (file: ArrangementFile): ReportPlan => {
  const { contents, input, signOff, presentedTo } = file.annualReport;
  const own = postsOf(file).filter(
    ({ role, through }) => (role === 'chair' || role === 'scrutineer') && !through,
  );
  return {
    contents,
    input: (input as PostId[] | undefined) ?? own.map(({ id }) => id),
    signOff: [...file.statutoryPartners.map(({ id }) => leadOf(id)), ...(signOff as PostId[])],
    presentedTo,
  };
};
