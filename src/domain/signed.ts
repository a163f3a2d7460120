import { z } from 'zod';
import { Day, Instant } from './day.ts';

/** Who did it: somebody's id on the roster. */
export const PersonId = z.string().min(1).brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const Signed = z.object({ at: Instant, by: PersonId });

/** A day that somebody entered, and when: a reminder that fell before `at` was never owed. */
export const Dated = Signed.extend({ on: Day }).readonly();
export type Dated = z.infer<typeof Dated>;

/** A day as an entry wrote it down. */
export const dated = (on: Day, { at, by }: Omit<Dated, 'on'>): Dated => ({ on, at, by });

/** Of two days, the one that was entered last. */
export const later = (a: Dated, b: Dated): Dated => (a.at > b.at ? a : b);
