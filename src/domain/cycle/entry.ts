import { z } from 'zod';
import { CYCLE_KINDS } from '../constitution.ts';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';

const Done = Dated.unwrap().extend({ evidence: z.string().optional() }).readonly();
const Agreed = Dated.unwrap()
  .extend({ pence: z.number().int().min(0) })
  .readonly();

/** What each statutory partner gives for the business year to come (S0 11.1): by partner, once it has agreed. */
const Contributions = z
  .object({
    partners: z.array(z.string()).readonly(),
    agreed: z.record(z.string(), Agreed).readonly().default({}),
  })
  .readonly();

/** One time that the annual cycle comes round: what is due of it in one month of one year (S0 section 10, G36). */
export const CycleEntry = z
  .object({
    is: z.literal('cycle-entry'),
    ref: Ref,
    /** The line of the arrangement's annual cycle, by its id; `added-ca-2026-1` where the partners have added it. */
    line: z.string(),
    what: z.string(),
    kind: z.enum(CYCLE_KINDS),
    owner: PostId,
    /** The London day on which its owner hears of it. */
    from: Day,
    /** The last London day for it. */
    due: Day,
    body: z.string().optional(),
    /** Its area, by id, where each area has its own. */
    area: z.string().optional(),
    source: z.string(),
    contributions: Contributions.optional(),
    opened: Dated,
    /** Which of a pool of scrutineers has it, since when (S3, North Lincolnshire). */
    assigned: Dated.unwrap().extend({ to: PostId }).readonly().optional(),
    done: Done.optional(),
    /** The agreed amendments that moved it, oldest first. */
    moves: z
      .array(Signed.extend({ was: Day, amendment: Ref }).readonly())
      .readonly()
      .optional(),
    /** The agreed amendment that dropped it. */
    dropped: Signed.extend({ amendment: Ref }).readonly().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type CycleEntry = z.infer<typeof CycleEntry>;

/** What the lines begin with that the statutory partners have added themselves. */
export const ADDED = 'added';

/** When it was done: contributions are once the last partner has agreed to its own. */
export const entryDone = ({ done, contributions }: CycleEntry): Dated | undefined => {
  if (!contributions) return done;
  const agreed = contributions.partners.map((partner) => contributions.agreed[partner]);
  const dates = agreed.flatMap((one) => one ?? []);
  return dates.length < agreed.length
    ? undefined
    : dates.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
};
