import type { Day, Instant } from '../day.ts';
import type { Ref } from '../reference.ts';

/** How far the annual cycle has been opened, beside its records. */
export interface CycleKept {
  /** When the first entry of the log was written: what was due before is not Heed's to ask for. */
  readonly firstAt?: Instant;
  /** Everything that begins up to this London day has been opened. */
  readonly through?: Day;
  /** The amendments that every statutory partner has approved; one that was undone is still here. */
  readonly amendments: readonly Ref[];
}
