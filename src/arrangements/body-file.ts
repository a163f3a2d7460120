import { z } from 'zod';
import { BODY_TYPES, INTERVALS, REMITS } from '../domain/body.ts';
import { MONTHS_OF } from '../domain/cadence.ts';
import { Day } from '../domain/day.ts';
import { Chair } from './chair-file.ts';
import { Id, Title } from './timetable-file.ts';

/** 1 is January. */
export const Month = z
  .int()
  .min(1, 'expected a month, 1 to 12')
  .max(12, 'expected a month, 1 to 12');
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** The seats that count; the statutory partners' where nothing is said. */
const Of = z.array(Id).min(1).optional();

const Quorum = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), n: z.int().min(1), of: Of }),
  z.strictObject({ kind: z.literal('all'), of: Of }),
  z.strictObject({ kind: z.literal('namedSet'), of: z.array(Id).min(1) }),
]);

/** Ours where the source is silent: the second Wednesday of the month. */
const Cadence = z
  .strictObject({
    every: z.enum(INTERVALS).optional(),
    months: z.array(Month).min(1).optional(),
    week: z.int().min(1).max(4).default(2),
    weekday: z.enum(WEEKDAYS).default('wednesday'),
    dates: z.array(Day).min(1).optional(),
  })
  .refine(({ every, dates }) => (every === undefined) !== (dates === undefined), {
    message: 'expected every or dates, and not both',
  })
  .refine(({ every, months }) => !months || every, {
    path: ['months'],
    message: 'expected none beside dates',
  })
  .refine(({ every, months }) => !every || !months || months.length === MONTHS_OF[every].length, {
    path: ['months'],
    message: 'expected as many months as it meets in a year: 12, 4 (quarter), 3 (term), 2 or 1',
  })
  .refine(({ months = [] }) => new Set(months).size === months.length, {
    path: ['months'],
    message: 'expected each month once',
  });

/** An agency or a post by its id; or an agency with the post of it that sits in this body. */
const Member = z.preprocess(
  (written) => (typeof written === 'string' ? { seat: written } : written),
  z.strictObject(
    { seat: Id, by: Id.optional() },
    { error: ({ code }) => (code === 'invalid_type' ? 'expected an agency or a post' : undefined) },
  ),
);

/** A body as a business unit writes it down. */
export const BodyFile = z.strictObject({
  id: Id,
  name: Title,
  chair: Chair,
  type: z.enum(BODY_TYPES).default('sub-group'),
  area: Id.optional(),
  remit: z.array(z.enum(REMITS)).min(1).default(['children']),
  members: z
    .union([z.literal('all'), z.array(Member).min(1)], 'expected all, or a list of seats')
    .optional(),
  quorum: Quorum.optional(),
  cadence: Cadence.optional(),
  papersTo: z.array(Title).default([]),
  /** What stands on the agenda of each of its meetings. */
  standingItems: z.array(Title).default([]),
  source: Title.optional(),
});
export type BodyFile = z.infer<typeof BodyFile>;
