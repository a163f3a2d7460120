import type { Day } from './day.ts';
import type { PostId } from './item.ts';

/** What a body is for; a sub-group where nothing is said. */
export const BODY_TYPES = [
  'partnership',
  'executive',
  'strategic',
  'sub-group',
  'chairs',
  'network',
  'forum',
  'assembly',
] as const;

/** A body of the partnership; its chair is the post `ID-chair` (`chair-on.ts`). */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly type: (typeof BODY_TYPES)[number];
  /** The area that it is for; all of them without. */
  readonly area?: string | undefined;
  /** Whom its business is about: some boards are joint with the adults'. */
  readonly remit: readonly Remit[];
  /** Its seats; undefined where the arrangement does not say who they are. */
  readonly members?: readonly Member[] | undefined;
  /** Undefined where the arrangement does not say when it is quorate. */
  readonly quorum?: Quorum | undefined;
  /** Undefined where the arrangement does not say how often it meets. */
  readonly cadence?: Cadence | undefined;
  /** Who has its papers without a seat in it (S0 Appendix 1, G12). */
  readonly papersTo: readonly string[];
  /** What stands on the agenda of each of its meetings, whatever else has gathered. */
  readonly standingItems: readonly string[];
  readonly source?: string | undefined;
}

export const REMITS = ['children', 'adults'] as const;
type Remit = (typeof REMITS)[number];

/** A seat in a body: an agency's, or a post's own. */
export interface Member {
  /** What attendance and quorum know it by: an agency's id, or a post's. */
  readonly seat: string;
  /** Who sits there: an agency's lead, unless the body has another post of it. */
  readonly post: PostId;
  /** Who sits there in their place, with the same authority (S0 6.3, 6.8); a sector's representative has none. */
  readonly deputy?: PostId | undefined;
}

/**
 * When a body may decide (S0 8.12): with so many of these seats, with every one of them, or with a
 * named set of seats. For a count and for all, the seats are the statutory partners' unless it says.
 */
export interface Quorum {
  readonly kind: 'count' | 'all' | 'namedSet';
  /** The seats that count, by agency or post. */
  readonly of: readonly string[];
  /** How many of them there have to be. */
  readonly n: number;
}

export const INTERVALS = ['month', 'quarter', 'term', 'half-year', 'year'] as const;
export type Interval = (typeof INTERVALS)[number];

/** How often a body meets: in which months and on which weekday of them, or on days that are set. */
export type Cadence =
  | {
      readonly every: Interval;
      /** 1 is January. */
      readonly months: readonly number[];
      /** Which of the weekday in a month: the first to the fourth. */
      readonly week: number;
      /** 1 is Monday, 5 is Friday. */
      readonly weekday: number;
    }
  | { readonly dates: readonly Day[] };
