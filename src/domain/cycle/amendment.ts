import { z } from 'zod';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import { Ref } from '../reference.ts';
import { Dated, Signed } from '../signed.ts';

export const AMENDMENTS = ['move', 'drop', 'add'] as const;
export const APPROVALS = ['approve', 'decline'] as const;

const Answer = Dated.unwrap()
  .extend({
    is: z.enum(APPROVALS),
    /** Where the business unit writes it down for a partner: what shows that the partner said so. */
    evidence: z.string().optional(),
  })
  .readonly();

/** Which time of which line it is about. */
const Which = z.object({ line: z.string(), area: z.string().optional(), due: Day }).readonly();

/**
 * A proposed change to the annual cycle of one year: it holds once every statutory partner has approved
 * it (S0 section 10, footnote 9), and silence never approves.
 */
export const Amendment = z
  .object({
    is: z.literal('amendment'),
    ref: Ref,
    change: z.enum(AMENDMENTS),
    /** What is moved or dropped. */
    which: Which.optional(),
    /** In words: what the line says, or what is added. */
    what: z.string(),
    /** The new last day of what is moved or added. */
    to: Day.optional(),
    /** Of what is added. */
    owner: PostId.optional(),
    body: z.string().optional(),
    reason: z.string(),
    /** The statutory partners of the day it was proposed: all of them have to approve. */
    partners: z.array(z.string()).readonly(),
    proposed: Dated,
    answers: z.record(z.string(), Answer).readonly().default({}),
    withdrawn: Signed.readonly().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type Amendment = z.infer<typeof Amendment>;

type Standing = 'proposed' | 'in-force' | 'declined' | 'withdrawn';

/** How it stands: one partner that declines is enough to end it. */
export const standingOf = ({ withdrawn, partners, answers }: Amendment): Standing => {
  if (withdrawn) return 'withdrawn';
  if (Object.values(answers).some(({ is }) => is === 'decline')) return 'declined';
  return partners.every((partner) => answers[partner]?.is === 'approve') ? 'in-force' : 'proposed';
};

/** The partners that have not said anything yet. */
export const silentOn = ({ partners, answers }: Amendment): readonly string[] =>
  partners.filter((partner) => answers[partner] === undefined);
