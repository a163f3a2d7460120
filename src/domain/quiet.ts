import { z } from 'zod';
import { Day } from './day.ts';
import { Signed } from './signed.ts';

/**
 * What somebody has said of a duty that they owe: that they have it in hand, or that they are not to be
 * reminded until a day. It holds for the due day it was said of, and for no other.
 */
export const Quiet = z
  .object({
    due: Day,
    acknowledged: Signed.readonly().optional(),
    /** Until the morning of a day, with why. */
    snoozed: Signed.extend({ until: Day, reason: z.string() }).readonly().optional(),
  })
  .readonly();
export type Quiet = z.infer<typeof Quiet>;

/** By the names of a record's duties. */
export const Quiets = z.record(z.string(), Quiet).readonly();
export type Quiets = z.infer<typeof Quiets>;

/** Under what a duty's quiet is kept: one agency's says nothing of another's. */
export const quietName = ({
  name,
  part,
}: {
  readonly name: string;
  readonly part?: string;
}): string => (part === undefined ? name : `${name}/${part}`);

/** What was said of a duty, while its day is the one it was said of. */
export const quietOf = (
  record: { readonly quiet?: Quiets | undefined } | undefined,
  duty: { readonly name: string; readonly part?: string; readonly due: Day },
): Quiet | undefined => {
  const quiet = record?.quiet?.[quietName(duty)];
  return quiet?.due === duty.due ? quiet : undefined;
};
