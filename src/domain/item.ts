import { z } from 'zod';
import { Day, Instant } from './day.ts';
import { PersonId } from './incident.ts';
import { Ref } from './reference.ts';
import { Route } from './route.ts';

export const PostId = z.string().min(1).brand<'PostId'>();
export type PostId = z.infer<typeof PostId>;

/** The rung of an item that says a duty has a new day. */
export const MOVED = 'moved';
/** The rung of an item that says how a list of things stands; its `duty` is which, its `record` of when. */
export const DIGEST = 'digest';
/** The rung of an item that says what has happened; its `duty` is what. */
export const NEWS = 'news';

/**
 * One thing that one post is to be told: what waits in the outbox.
 * Its key is never queued twice, so a sweep may run as often and as late as it likes.
 */
export const Item = z
  .object({
    key: z.string(),
    to: PostId,
    record: Ref,
    duty: z.string(),
    /** Whose part, where several owe the same: an agency's id. */
    part: z.string().optional(),
    due: Day,
    /** The rung of the ladder ("-2 WD"), or what else it is: "moved", "news", "digest". */
    rung: z.string(),
    /** When it should reach its post. */
    moment: Instant,
    /** When the item was queued. */
    queued: Instant,
    /** The day the duty had before it moved. */
    was: Day.optional(),
  })
  .readonly();
export type Item = z.infer<typeof Item>;

/** What became of an item. `dropped`: it was no longer true when its turn came; `digested`: its post has it in a digest. */
export const Settlement = z
  .object({
    key: z.string(),
    is: z.enum(['sent', 'dropped', 'undeliverable', 'digested']),
    person: PersonId.optional(),
    /** The way that took it, where there are several. */
    route: Route.optional(),
  })
  .readonly();
export type Settlement = z.infer<typeof Settlement>;

/** An item that is over, with when and to whom; kept for the evidence and for "reminded four times". */
export interface Told extends Item, Omit<Settlement, 'key'> {
  readonly at: Instant;
  /** When the send that brought it began: what it said is of that moment. */
  readonly drawn?: Instant;
}
