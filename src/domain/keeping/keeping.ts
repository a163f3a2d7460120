import type { z } from 'zod';
import type { Ref } from '../reference.ts';
import type { Signed } from '../signed.ts';
import type { HoldReason } from './change.ts';

type SignedBy = Readonly<z.infer<typeof Signed>>;

/** A legal hold: nobody purges the record until somebody lifts it. */
export interface Hold extends SignedBy {
  readonly reason: HoldReason;
  readonly where?: string | undefined;
}

/** A decision to purge, which the program on the machine carries out. */
export interface PurgeDecision extends SignedBy {
  readonly ref: Ref;
  /** What goes with it, itself included. */
  readonly refs: readonly Ref[];
  /** The entry by which it was decided. */
  readonly seq: number;
}

/** What remains of a record that was purged: that it was there, and who decided it. */
export interface Purged {
  /** The entry that carried it out, and when. */
  readonly seq: number;
  readonly at: SignedBy['at'];
  readonly decisions: readonly number[];
}
