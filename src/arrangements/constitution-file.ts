import { z } from 'zod';
import { CYCLE_KINDS } from '../domain/constitution.ts';
import { Day } from '../domain/day.ts';
import { RECORDS } from '../domain/keeping/periods.ts';
import { REPORT_CONTENT_IDS, REPORT_CONTENTS } from '../domain/report/contents.ts';
import { REPORT_REACHED } from '../domain/report/reached.ts';
import { KINDS } from '../domain/reviews/rapid-review.ts';
import { Month } from './body-file.ts';
import { Id, Title } from './timetable-file.ts';

const Exclusion = z.strictObject({
  posts: z.array(Id).min(2, 'expected at least two posts'),
  source: Title,
});

const Stage = z.strictObject({
  title: Title,
  /** After "to". */
  todo: Title,
  /** A post, or `statutory-partners`. */
  by: Id,
  workingDays: z.int().min(1).optional(),
  recordOnly: z.boolean().default(false),
  source: Title,
});

const CycleLine = z
  .strictObject({
    id: Id,
    what: Title,
    kind: z.enum(CYCLE_KINDS),
    owner: Id,
    /** The months by whose end it is due. */
    months: z.array(Month).min(1).optional(),
    /** From the first month to the end of the last; it may go over the new year. */
    span: z.strictObject({ from: Month, to: Month }).optional(),
    /** Every so many years. */
    years: z.int().min(1).default(1),
    /** The first of those years. */
    firstYear: z.int().min(2000).max(2100).optional(),
    body: Id.optional(),
    perArea: z.boolean().default(false),
    /** What each statutory partner is asked for itself. */
    asks: z.literal('contributions').optional(),
    /** What the annual report has come to once this is done. */
    doneWith: z.enum(REPORT_REACHED).optional(),
    source: Title,
  })
  .refine(({ months, span }) => (months === undefined) !== (span === undefined), {
    message: 'expected months or a span, and not both',
  })
  .refine(({ years, firstYear }) => years === 1 || firstYear !== undefined, {
    path: ['firstYear'],
    message: 'expected the first year beside years: every two years from when',
  });

/** A local authority's area; each authority notifies for its own (S0, Appendix 7), by officers of its own where they are named. */
const Area = z
  .strictObject({
    id: Id,
    name: Title,
    notifier: Title.optional(),
    notifierDeputy: Title.optional(),
  })
  .refine(({ notifier, notifierDeputy }) => !notifier || notifierDeputy, {
    path: ['notifierDeputy'],
    message: 'expected the deputy beside the notifier',
  })
  .refine(({ notifier, notifierDeputy }) => !notifierDeputy || notifier, {
    path: ['notifier'],
    message: 'expected the notifier beside the deputy',
  });

const Span = z
  .strictObject({ name: Title, from: Day, until: Day })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    message: 'expected a day that is not before from',
  });

const S0_CONTENTS = REPORT_CONTENT_IDS.filter((id) => REPORT_CONTENTS[id].source.startsWith('S0'));

/** What a partnership has agreed of its own running: fields of its file, none of which is needed. */
export const CONSTITUTION = {
  areas: z.array(Area).default([]),
  roleExclusions: z.array(Exclusion).default([]),
  decisions: z
    .strictObject({ by: Id, inConsultation: z.boolean().default(false), source: Title })
    .default({
      by: 'chair',
      inConsultation: false,
      source: 'Heed, where the arrangement does not say',
    }),
  /** The body that appoints the chair and the scrutineers; the statutory partners, where nothing is said. */
  appointments: z.strictObject({ by: Id, source: Title, quote: Title }).optional(),
  disputes: z
    .strictObject({ raisedAt: Id.optional(), stages: z.array(Stage).default([]) })
    .default({ stages: [] }),
  annualCycle: z.array(CycleLine).default([]),
  /** How the annual report is made; what is left out is as Merton 2019, section 9 has it. */
  annualReport: z
    .strictObject({
      contents: z.array(z.enum(REPORT_CONTENT_IDS)).min(1).default(S0_CONTENTS),
      /** Whose comments go into it; the chair's and every scrutineer's where nothing is said. */
      input: z.array(Id).optional(),
      /** Posts that sign it off beside the statutory partners. */
      signOff: z.array(Id).default([]),
      /** The boards and committees outside the partnership that it is presented to. */
      presentedTo: z.array(z.strictObject({ id: Id, name: Title })).default([]),
    })
    .prefault({}),
  reviewTypes: z
    .array(
      z.strictObject({
        id: Id,
        title: Title,
        /** How one runs that begins with an incident. */
        runsAs: z.enum(KINDS).optional(),
        source: Title,
      }),
    )
    .default([]),
  calendar: z
    .strictObject({
      /** The month that the business year begins with. */
      yearFrom: Month.default(4),
      schoolHolidays: z.array(Span).default([]),
      otherMeetings: z.array(z.strictObject({ name: Title, date: Day })).default([]),
    })
    .default({ yearFrom: 4, schoolHolidays: [], otherMeetings: [] }),
  /** Nothing is deleted by itself, whatever is written here; of two periods for the same the longer holds. */
  retention: z
    .array(z.strictObject({ records: z.enum(RECORDS), years: z.int().min(1), source: Title }))
    .default([]),
  banner: z.string().trim().min(1).max(200).optional(),
  channels: z
    .record(
      z.string(),
      z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, 'expected a channel, like scp-cases'),
    )
    .default({}),
} as const;
