import { z } from 'zod';
import type { Change } from '../change.ts';
import { Day } from '../day.ts';
import { EVERY_RECORD } from '../every-record.ts';
import { PostId } from '../item.ts';
import type { Ledger } from '../ledger.ts';
import { Ref } from '../reference.ts';
import { Dated } from '../signed.ts';

/** Until when somebody was appointed to a post (governance.md G95). */
export const Term = z
  .object({
    is: z.literal('term'),
    ref: Ref,
    post: PostId,
    /** Its last London day. */
    until: Day,
    set: Dated,
    /** When somebody was appointed anew, or the post was left. */
    over: Dated.optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type Term = z.infer<typeof Term>;

/** What can be written down of a post's term. */
export const TERM_CHANGES = [
  z.object({ type: z.literal('term-set'), term: Term }),
  z.object({ type: z.literal('term-over'), ref: Ref, on: Day }),
] as const;

/** The term that a post is in, where one was said. */
export const termOf = ({ records }: Pick<Ledger, 'records'>, post: PostId): Term | undefined =>
  [...records.values()].find(
    (record): record is Term => record.is === 'term' && record.post === post && !record.over,
  );

/** The term of a post is over: somebody else has it, or the same person anew. */
export const endTerm = (
  ledger: Pick<Ledger, 'records'>,
  post: PostId,
  on: Day,
): readonly Change[] => {
  const term = termOf(ledger, post);
  return term ? [{ type: 'term-over', ref: term.ref, on }] : [];
};
