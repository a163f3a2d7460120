import { Instant } from './day.ts';
import { Quiets } from './quiet.ts';
import { Embargo } from './reviews/embargo.ts';

/** What may be said of any record, whatever kind it is. */
export const EVERY_RECORD = {
  quiet: Quiets.optional(),
  embargo: Embargo.optional(),
  /** When it was last let go, and since when it had been held back. */
  lifted: Instant.optional(),
  heldFrom: Instant.optional(),
} as const;
