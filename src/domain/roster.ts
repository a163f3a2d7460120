import type { Map as Persistent } from 'immutable';
import { z } from 'zod';
import { Day } from './day.ts';
import { PostId } from './item.ts';
import type { Route } from './route.ts';
import { type PersonId, Signed } from './signed.ts';

/** Somebody else has a post's matters: while its holder is away, or covering it without an end. */
export const Away = Signed.extend({
  is: z.enum(['away', 'cover']),
  /** Both days count; without a last one it goes on. */
  from: Day,
  to: Day.optional(),
  /** Whose holder has them meanwhile; the post's deputy where nothing is said. */
  cover: PostId.optional(),
}).readonly();
export type Away = z.infer<typeof Away>;

/** What the roster says of one post where it differs from the arrangement. */
export interface Seat {
  /** Null where nobody is in it. */
  readonly holder?: PersonId | null;
  readonly deputy?: PostId;
  /** The ways on which its holder is reached, those first that are tried first. */
  readonly routes?: readonly Route[];
  readonly away: readonly Away[];
}

export type Roster = Persistent<PostId, Seat>;

export const isAwayOn = ({ from, to }: Away, today: Day): boolean =>
  from <= today && (to === undefined || today <= to);

/** What holds of a post today: what was said last. */
export const awayToday = (seat: Seat | undefined, today: Day): Away | undefined =>
  seat?.away.findLast((one) => isAwayOn(one, today));
