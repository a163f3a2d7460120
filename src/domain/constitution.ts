import type { Day } from './day.ts';
import type { PostId } from './item.ts';
import type { Records } from './keeping/periods.ts';
import type { ReportPlan } from './report/plan.ts';
import type { ReportReached } from './report/reached.ts';
import type { ReviewKind } from './reviews/rapid-review.ts';

/** What a partnership has agreed of its own running, beside its clocks and its posts. */
export interface Constitution {
  /** The local authorities' areas: one partnership may cover several (S3, "Geographical Boundaries"). */
  readonly areas: readonly Area[];
  /** The ids of the statutory partners, in the arrangement's order: two councils are two of them. */
  readonly statutory: readonly string[];
  /** Posts that different people have to hold (S0 7.10, G14). */
  readonly exclusions: readonly Exclusion[];
  readonly decider: Decider;
  /** Which body appoints the chair and the scrutineers, where the statutory partners do not (S2 4.2.1, G95). */
  readonly appoints?: Appoints | undefined;
  readonly disputes: Disputes;
  /** What comes round every year, or every few. */
  readonly cycle: readonly CycleLine[];
  readonly report: ReportPlan;
  readonly reviewTypes: readonly ReviewType[];
  /** The month that its business year begins with: 4 is April. */
  readonly yearFrom: number;
  readonly schoolHolidays: readonly Span[];
  /** Meetings of other boards that its own are not to clash with (S0 section 10). */
  readonly otherMeetings: readonly { readonly name: string; readonly date: Day }[];
  /** How long records have to be kept after they are over; what is not named is kept for ever (privacy.md E4). */
  readonly retention: readonly Retention[];
  /** What stands over everything that is shown, such as a protective marking. */
  readonly banner?: string | undefined;
  /** Names of channels in a chat product, by what they are for: a body's id, `cases`, `business-unit`. */
  readonly channels: ReadonlyMap<string, string>;
}

export interface Area {
  readonly id: string;
  readonly name: string;
  /** Who notifies for it, where that is another than the partnership's one notifier. */
  readonly notifier?: PostId | undefined;
}

/** Days in London, both of which count. */
export interface Span {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

interface Exclusion {
  readonly posts: readonly PostId[];
  readonly source: string;
}

/** Who decides for the partnership between its meetings (S0 8.4, G27; S2 4.2.6, G28). */
interface Decider {
  readonly by: PostId;
  /** Whether it is always in consultation with the statutory partners, and not only as appropriate. */
  readonly inConsultation: boolean;
  readonly source: string;
}

interface Appoints {
  readonly body: string;
  readonly source: string;
  /** Its words, since another source's would not be its own. */
  readonly quote: string;
}

interface Disputes {
  /** The body at which they are normally raised (S0 14.1, G91). */
  readonly raisedAt?: string | undefined;
  /** In their order: forward only, one at a time (G90). */
  readonly stages: readonly DisputeStage[];
}

export interface DisputeStage {
  readonly title: string;
  /** What is to be done, after "to". */
  readonly todo: string;
  /** Whose stage it is: one post, or every statutory partner's lead. */
  readonly by: readonly PostId[];
  /** After how many working days those who have it are reminded of it. */
  readonly workingDays?: number | undefined;
  /** It is written down and nothing follows of itself: nobody enforces anything by a bot. */
  readonly recordOnly: boolean;
  readonly source: string;
}

export const CYCLE_KINDS = [
  'meeting',
  'report',
  'audit',
  'plan',
  'budget',
  'scrutiny',
  'review',
  'event',
  'deliverable',
] as const;

/** A line of the annual cycle (S0 section 10, G36). */
export interface CycleLine {
  readonly id: string;
  readonly what: string;
  readonly kind: (typeof CYCLE_KINDS)[number];
  readonly owner: PostId;
  /** The months, 1 to 12, by whose end it is due; a span's last one. */
  readonly months: readonly number[];
  /** How many months before that it begins: 0 where it begins in the same. */
  readonly lead: number;
  /** Every so many years, from this one. */
  readonly years: number;
  readonly firstYear?: number | undefined;
  /** The body that has it on its agenda. */
  readonly body?: string | undefined;
  /** Once for each area. */
  readonly perArea: boolean;
  /** What each statutory partner is asked for itself: its contribution (S0 11.1). */
  readonly asks?: 'contributions' | undefined;
  /** It is done once the annual report on the year before is there: signed off by all, published, presented to all. */
  readonly doneWith?: ReportReached | undefined;
  readonly source: string;
}

export interface ReviewType {
  readonly id: string;
  readonly title: string;
  /** How one runs that begins with an incident; one without comes of a decision, or from elsewhere. */
  readonly runsAs?: ReviewKind | undefined;
  readonly source: string;
}

interface Retention {
  readonly records: Records;
  readonly years: number;
  readonly source: string;
}
