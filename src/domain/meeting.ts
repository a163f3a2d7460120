import { z } from 'zod';
import type { Arrangement } from './arrangement.ts';
import { Day, TimeOfDay } from './day.ts';
import { EVERY_RECORD } from './every-record.ts';
import type { Ledger } from './ledger.ts';
import { Ref } from './reference.ts';
import { Dated, Signed } from './signed.ts';

export const Meeting = z
  .object({
    is: z.literal('meeting'),
    ref: Ref,
    /** The body that meets, by its id. */
    body: z.string(),
    on: Day,
    /** London's clocks. */
    at: TimeOfDay.optional(),
    scheduled: Dated,
    cancelled: Signed.extend({ reason: z.string() }).readonly().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type Meeting = z.infer<typeof Meeting>;

/** The next meeting of the Partnership from a day on: it hears of those who have not answered (S0 8.11). */
export const nextPartnershipMeeting = (
  { records }: Pick<Ledger, 'records'>,
  { partnershipBody }: Arrangement,
  from: Day,
): Meeting | undefined =>
  [...records.values()]
    .flatMap((record) =>
      record.is === 'meeting' &&
      record.body === partnershipBody &&
      record.on >= from &&
      !record.cancelled
        ? [record]
        : [],
    )
    .toSorted((a, b) => a.on.localeCompare(b.on))[0];
