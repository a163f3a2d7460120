import { z } from 'zod';
import { Instant } from './day.ts';
import { EVERY_RECORD } from './every-record.ts';
import { Ref } from './reference.ts';
import { Dated, Signed } from './signed.ts';

export { type Dated, PersonId } from './signed.ts';

/** The dates of an incident. The first four are kept apart because local pages confuse them (deadlines.md D08). */
export const DATES = ['occurred', 'aware', 'told', 'notified', 'copied', 'formed'] as const;
export type DateName = (typeof DATES)[number];

/** What one may say of an incident, in choices alone: there is no narrative (privacy.md E5). */
export const Circumstances = z
  .object({
    harm: z.enum(['died', 'seriously-harmed']),
    abuse: z.enum(['known', 'suspected', 'not-suspected']),
    place: z.enum(['in-area', 'outside-england', 'other-area']),
    lookedAfter: z.boolean(),
    careLeaver: z.boolean(),
    age: z.enum(['under-18', '18-to-24']),
    raisedBy: z.enum(['local-authority', 'agency', 'cdop']),
    /** The pointer into the council's own case system. */
    secureRef: z.string().optional(),
  })
  .readonly();
export type Circumstances = z.infer<typeof Circumstances>;

const Dates = z.partialRecord(z.enum(DATES), Dated).readonly();

export const Incident = z
  .object({
    is: z.literal('incident'),
    ref: Ref,
    /** Codes that Heed gave out, never initials (privacy.md E3). */
    children: z.array(z.string()).min(1).max(4).readonly(),
    /** The local authority's area, by id, whose authority notifies; none where there is one alone, or none yet was. */
    area: z.string().optional(),
    /** When it was given to another area: what is owed of it is owed by those of that one from then. */
    moved: Instant.optional(),
    circumstances: Circumstances,
    dates: Dates,
    /** When a date was struck out: what it had settled is owed anew from then. */
    struck: z.partialRecord(z.enum(DATES), Instant).readonly().optional(),
    panelRef: z.string().optional(),
    /** Its rapid review. */
    review: Ref.optional(),
    ...EVERY_RECORD,
    logged: Signed.readonly(),
    corrections: z
      .array(Signed.extend({ reason: z.string(), what: z.string() }).readonly())
      .readonly(),
    withdrawn: Signed.extend({ reason: z.string().optional() }).readonly().optional(),
  })
  .readonly();
export type Incident = z.infer<typeof Incident>;
