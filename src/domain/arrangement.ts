import type { Body } from './body.ts';
import type { Calendar } from './calendar.ts';
import type { Constitution } from './constitution.ts';
import type { FirstDay, Span } from './count.ts';
import type { Day, TimeOfDay } from './day.ts';
import type { DateName, PersonId } from './incident.ts';
import type { PostId } from './item.ts';
import type { Gate } from './privacy.ts';
import type { Role } from './roles.ts';
import type { Route } from './route.ts';
import type { ReviewDuty } from './rules/reviews.ts';
import type { IncidentDuty, LocalRule, RuleSetName } from './rules/rule-sets.ts';
import type { Timetable } from './timetable.ts';
import type { Turns } from './turns.ts';

export type { Body } from './body.ts';

/** A partnership as data: whatever differs between two of them is here and nowhere else. */
export interface Arrangement extends Constitution {
  readonly name: string;
  readonly title: string;
  readonly ruleSet: RuleSetName;
  readonly adopted: readonly LocalRule[];
  readonly overrides: readonly Override[];
  /** The default ladder, and those of single duties. */
  readonly ladders: Readonly<Record<string, readonly Rung[]>> & {
    readonly default: readonly Rung[];
  };
  /** When notices may be sent on a working day, London time. */
  readonly sending: { readonly from: TimeOfDay; readonly until: TimeOfDay };
  readonly calendar: Calendar;
  /** How its rapid reviews run, and every other timetable that one may have begun under. */
  readonly timetable: Timetable;
  readonly timetables: ReadonlyMap<string, Timetable>;
  /** What its business unit should know of it, though it can be used. */
  readonly warnings: readonly string[];
  readonly posts: ReadonlyMap<PostId, Post>;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Statutory partners first, then the relevant agencies. */
  readonly agencies: readonly Agency[];
  /** The body whose meetings hear of those who have not answered (S0 8.11), where there is one. */
  readonly partnershipBody?: string | undefined;
  /** The power to require information, as the partnership's lawyer has it (G24). */
  readonly legalBasis: string;
  /** The bodies that meet: the Executive, the sub-groups. */
  readonly bodies: readonly Body[];
  /** After how many working days an acknowledgement of something still owed is stale. */
  readonly staleAfter: number;
  /** Children's codes given out before Heed came, so that none is given twice. */
  readonly codesBefore: number;
  readonly gate: Gate;
  /** What takes its place on a London day, where that is known (`arrangement-on.ts`). */
  readonly next?: Successor | undefined;
  /** What was there before it: records may still speak of it. */
  readonly former?: Former | undefined;
  /** Set on one that was drawn for a day: what it was drawn from. */
  readonly root?: Arrangement | undefined;
  /** Set where the roster says otherwise than the arrangement itself (`in-force.ts`). */
  readonly asOf?: AsOf;
}

interface Successor {
  readonly from: Day;
  readonly arrangement: Arrangement;
}

/** Agencies and bodies that the arrangement before had and this one has not. */
interface Former {
  readonly agencies: readonly Agency[];
  readonly bodies: readonly Body[];
}

/** An arrangement as the roster has it: what it was drawn from, and who stands in for whom. */
interface AsOf {
  readonly base: Arrangement;
  readonly standIns: ReadonlyMap<PostId, StandIn>;
}

/** Who has a post's matters while its holder has not; nobody where there is none to have them. */
export interface StandIn {
  readonly person: PersonId | undefined;
  readonly is: 'away' | 'cover';
  /** The last day, where there is one. */
  readonly until: Day | undefined;
}

/** A clock that a partnership, or the government for a time, counts otherwise (deadlines.md A6.7, D17). */
export interface Override {
  readonly clock: IncidentDuty | ReviewDuty;
  readonly anchor?: DateName | undefined;
  readonly span?: Span | undefined;
  readonly firstDay?: FirstDay | undefined;
  readonly reason: string;
  /** It holds for clocks that start on or between these days. */
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** Whom a rung goes to, seen from the duty. */
export const ADDRESSEES = [
  'owner',
  'deputy',
  'manager',
  'sector-partner',
  'statutory-partners',
  'chair',
  'body-chair',
  'executive',
] as const;
/** One of these, or a post by its own name. */
export type Addressee = (typeof ADDRESSEES)[number] | PostId;

/** One step of a ladder: so many days before (-) or after (+) the day a duty is due. */
export interface Rung {
  readonly at: number;
  readonly unit: 'working-days' | 'calendar-days';
  readonly to: readonly Addressee[];
}

/** What notices go to. People hold posts, and posts outlast them. */
export interface Post {
  readonly id: PostId;
  /** "Policy and Partnerships Manager" */
  readonly title: string;
  /** Its short name after "the": "manager", "police lead". */
  readonly called: string;
  readonly role: Role;
  readonly deputy?: PostId | undefined;
  /** Why an escalation reaches it: "a safeguarding partner". */
  readonly standing: string;
  /** False for a deputy: rungs that name a group go to its leads. */
  readonly lead: boolean;
  /** The member of the Executive for its agency: the lead of a statutory partner. */
  readonly executive?: PostId | undefined;
  /** The name of the board outside the partnership that it answers for. */
  readonly board?: string | undefined;
  /** Held by whoever holds this other post: a chair by post, or the one whose turn it is. */
  readonly through?: PostId | undefined;
  /** Those who hold it in turn; `through` is then the one whose turn it is on the day. */
  readonly turns?: Turns | undefined;
  /** The London day from which it is no post any more: what falls to it waits for another. */
  readonly ended?: Day | undefined;
}

/** An organisation that is asked and answers, as one. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  /** It speaks for a sector, and cannot commit the others in it (S0 6.4, G29). */
  readonly isSectorRepresentative: boolean;
  /** The statutory partner that its sector falls to: where its silence is taken next. */
  readonly sector?: string | undefined;
  /** The area that it is of; all of them without. */
  readonly area?: string | undefined;
  /** Who is accountable where somebody else takes part for them: a letter goes to that officer (S0 8.12(a), G97). */
  readonly accountableOfficer?: string | undefined;
}

export interface Person {
  readonly id: PersonId;
  readonly posts: readonly PostId[];
  /** The ways on which they are reached, in order, where a post of theirs has an order of its own. */
  readonly routes?: readonly Route[];
}
