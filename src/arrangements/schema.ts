import { z } from 'zod';
import { Day, TimeOfDay } from '../domain/day.ts';
import { DATES } from '../domain/incident.ts';
import { CasePattern } from '../domain/privacy.ts';
import { REVIEW_DUTIES } from '../domain/rules/reviews.ts';
import {
  INCIDENT_DUTIES,
  LOCAL_RULES,
  RULE_SETS,
  type RuleSetName,
} from '../domain/rules/rule-sets.ts';
import { BodyFile } from './body-file.ts';
import { Chair } from './chair-file.ts';
import { CONSTITUTION } from './constitution-file.ts';
import { Id, Rung, TimetableFile, Title } from './timetable-file.ts';

const Span = z.strictObject({
  unit: z.enum(['working-days', 'calendar-days', 'months']),
  n: z.int().min(0),
});

const Override = z
  .strictObject({
    clock: z.enum([...INCIDENT_DUTIES, ...REVIEW_DUTIES]),
    anchor: z.enum(DATES).optional(),
    span: Span.optional(),
    firstDay: z.enum(['day-0', 'day-1']).optional(),
    reason: Title,
    from: Day,
    until: Day.optional(),
  })
  .refine(
    ({ anchor, span, firstDay }) => anchor || span || firstDay,
    'expected an anchor, a span or a firstDay to override',
  )
  .refine(({ clock, anchor }) => !anchor || INCIDENT_DUTIES.some((one) => one === clock), {
    path: ['anchor'],
    message: "expected none: a review's anchor is its timetable's",
  })
  .refine(({ from, until }) => !until || from <= until, {
    path: ['until'],
    message: 'expected a day that is not before from',
  });

/** An agency, by its lead and its deputy; a sector's representative needs no deputy (S0 6.8). */
const Agency = z
  .strictObject({
    /** The area that it is of; all of them without. */
    area: Id.optional(),
    id: Id,
    name: Title,
    lead: Title,
    deputy: Title.optional(),
    sectorRepresentative: z.boolean().default(false),
    /** The statutory partner that its sector falls to, and whose lead speaks for it in the Executive. */
    sector: Id.optional(),
  })
  .refine(
    ({ deputy, sectorRepresentative }) => deputy || sectorRepresentative,
    'expected a deputy, or sectorRepresentative: true',
  );

const KINDS = ['local-authority', 'health', 'police', 'education'] as const;

/** A statutory partner: its lead is whoever takes part, the accountable officer or their delegate (S0 6.1). */
const Partner = Agency.safeExtend({
  kind: z.enum(KINDS).optional(),
  /** Where it is not the lead: who stays accountable for what the lead does (S3, G97). */
  accountableOfficer: Title.optional(),
}).refine(({ deputy }) => deputy !== undefined, {
  path: ['deputy'],
  message: 'expected a deputy: a statutory partner always has one',
});

/** One, or a pool of them (S3, North Lincolnshire; Enfield): the first, `scrutineer-2` and so on. */
const Titles = z.preprocess(
  (written) => (typeof written === 'string' ? [written] : written),
  z.array(Title, 'expected string, like Independent Scrutineer, or a list of them').min(1),
);

/** S0 8.10, in its words; which section it is today the partnership's lawyer has to say (governance.md). */
const LEGAL_BASIS =
  'The Safeguarding Partnership can require a person or body to comply with a request for information under section 14A of the Children Act 2004 (Amended 2010) and Working Together 2018, Chapter 3, paragraphs 28-29.';

/** A partnership as its business unit writes it down. */
export const ArrangementFile = z.strictObject({
  name: Id,
  title: Title,
  source: Title,
  ruleSet: z.enum(Object.keys(RULE_SETS) as [RuleSetName, ...RuleSetName[]]),
  adopted: z.array(z.enum(LOCAL_RULES)).default([]),
  overrides: z.array(Override).default([]),
  /** By the name of a duty, or of a step of the timetable. */
  ladders: z.record(z.string(), z.array(Rung).min(1)).default({}),
  /** One that ships, or one of those below. */
  timetable: Id.default('generic-15'),
  timetables: z.array(TimetableFile).default([]),
  sending: z
    .strictObject({ from: TimeOfDay, until: TimeOfDay })
    .refine(({ from, until }) => from < until, 'expected from to be earlier than until')
    .default({ from: '09:00', until: '17:00' }),
  /** After how many working days an acknowledgement is stale. */
  staleAfter: z.int().min(1).default(5),
  holidays: z.array(z.strictObject({ date: Day, name: Title })).default([]),
  firstChildCode: z
    .string()
    .regex(/^[A-Z]{1,3}$/, 'expected a capital letter, like A')
    .default('A'),
  posts: z.strictObject({
    manager: Title,
    administrator: Title,
    notifier: Title,
    notifierDeputy: Title,
    chair: Chair,
    scrutineer: Titles,
    youngScrutineer: Titles.optional(),
  }),
  /** Others on the roster, by what they are called there, who may be appointed to a post. */
  people: z.array(Id).default([]),
  statutoryPartners: z.array(Partner).min(1),
  agencies: z.array(Agency).default([]),
  /** Boards outside the partnership that have actions of it in their own plans, each with whoever answers for it (G81). */
  otherBoards: z.array(z.strictObject({ id: Id, name: Title, representative: Title })).default([]),
  /** The body that hears of those who have not answered; the one called partnership or board without. */
  partnershipBody: Id.optional(),
  legalBasis: z.string().trim().min(1).max(500).default(LEGAL_BASIS),
  bodies: z.array(BodyFile).default([]),
  ...CONSTITUTION,
  privacy: z
    .strictObject({
      ownDomains: z.array(z.string()).default([]),
      patterns: z.array(CasePattern).default([]),
      known: z.array(z.string()).default([]),
    })
    .default({ ownDomains: [], patterns: [], known: [] }),
});
export type ArrangementFile = z.infer<typeof ArrangementFile>;
