import type { CIRCUMSTANCES, CRITERIA, DECIDERS, Outcome } from './decision.ts';
import type { PENDING } from './embargo.ts';
import type { Approver } from './media.ts';
import type {
  BODIES_TOLD,
  CONFLICTS,
  LEADS,
  METHODS,
  PRODUCTS,
  SUITABILITY,
} from './practice-review.ts';
import type { AIMS, Content, ReviewKind } from './rapid-review.ts';

const OUTCOME = {
  lcspr: 'a local child safeguarding practice review',
  national: 'a national review, which the Panel runs',
  'learning-review': 'another multi-agency learning review',
  none: 'no further review',
} as const satisfies Record<Outcome, string>;

export const sayOutcome = (outcome: Outcome): string => OUTCOME[outcome];

export const KIND = {
  statutory: 'a statutory rapid review',
  local: 'a local rapid review, of which nothing is owed to the Panel',
  contribution: "our part of another area's review",
  'single-agency': "an agency's own review, notified to the partnership",
} as const satisfies Record<ReviewKind, string>;

/** S2, 7.2.5, a to k. */
export const CONTENT = {
  a: 'whether it is considered against the criteria',
  b: 'immediate safeguarding',
  c: 'a concise summary of the facts',
  d: 'a clear decision on the criteria, with its grounds',
  e: 'a recommendation on a national review',
  f: 'immediate learning and how it is shared',
  g: 'the potential for additional learning',
  h: 'why there is no further learning to be gained',
  i: 'the agencies involved, and why any is missing',
  j: 'who took part in the decision',
  k: 'identifying details, held in the secure file alone',
} as const satisfies Record<Content, string>;

export const AIM = {
  facts: 'the facts, as far as they are known',
  'immediate-action': 'immediate action for the safety of children',
  improvements: 'the potential for improvements',
  'next-steps': 'what happens next',
} as const satisfies Record<(typeof AIMS)[number], string>;

export const LEAD = {
  ours: 'this partnership leads',
  another: 'another partnership leads',
  joint: 'commissioned jointly',
} as const satisfies Record<(typeof LEADS)[number], string>;

export const PRODUCT = {
  report: 'full report',
  briefing: 'seven-minute briefing',
  'lunch-and-learn': 'lunch and learn',
  'section-11': 'section 11 tool amended',
} as const satisfies Record<(typeof PRODUCTS)[number], string>;

export const CRITERION = {
  improvements: 'improvements are needed to safeguard children',
  'recurrent-themes': 'recurrent themes',
  'working-together': 'concerns about agencies working together',
  'panel-suggests': 'the Panel thinks a local review more appropriate',
} as const satisfies Record<(typeof CRITERIA)[number], string>;

export const CIRCUMSTANCE = {
  'single-agency': 'concern about a single agency',
  'no-agency': 'no agency was involved, which is a concern',
  'several-areas': 'more than one area is involved',
  institutional: 'an institutional setting',
} as const satisfies Record<(typeof CIRCUMSTANCES)[number], string>;

export const DECIDER = {
  'statutory-partners': 'the statutory partners',
  chair: 'the chair',
} as const satisfies Record<(typeof DECIDERS)[number], string>;

export const WAITS_FOR = {
  trial: 'a trial',
  inquest: 'an inquest',
  'police-investigation': 'a police investigation',
  'other-enquiry': 'another enquiry',
} as const satisfies Record<(typeof PENDING)[number], string>;

export const METHOD = {
  'learning-together': 'Learning Together',
  'child-practice-review': 'Child Practice Review, the Welsh model',
  'root-cause-analysis': 'root cause analysis',
  silp: 'Significant Incident Learning Process',
  'appreciative-inquiry': 'appreciative inquiry',
} as const satisfies Record<(typeof METHODS)[number], string>;

export const SUITABLE = {
  practice: 'knowledge of practice',
  research: 'knowledge of research',
  complexity: 'recognises how complex the work is',
  hindsight: 'understands without hindsight',
  findings: 'communicates findings',
} as const satisfies Record<(typeof SUITABILITY)[number], string>;

export const CONFLICT = {
  none: 'no conflict of interest',
  resolved: 'a conflict of interest was resolved',
  open: 'a conflict of interest is open',
} as const satisfies Record<(typeof CONFLICTS)[number], string>;

export const BODY = {
  panel: 'the Panel',
  ofsted: 'Ofsted',
  dfe: 'the DfE',
} as const satisfies Record<(typeof BODIES_TOLD)[number], string>;

export const APPROVES = {
  chair: 'the chair',
  director: 'the Director',
  communications: 'the communications team',
} as const satisfies Record<Approver, string>;
