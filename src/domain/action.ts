import { z } from 'zod';
import { Day } from './day.ts';
import { EVERY_RECORD } from './every-record.ts';
import { PostId } from './item.ts';
import { Ref } from './reference.ts';
import { Dated, Signed } from './signed.ts';

/** How it goes, in its owner's own judgement; what it reads as is in `rating.ts`. */
export const RATINGS = ['green', 'amber', 'red'] as const;

/** What has happened to an action since it was opened, in the order it happened. */
export const ActionEvent = z.discriminatedUnion('is', [
  Signed.extend({ is: z.literal('updated'), note: z.string(), rating: z.enum(RATINGS).optional() }),
  Signed.extend({ is: z.literal('done'), on: Day, evidence: z.string().optional() }),
  /** Evidence that came after it was done. */
  Signed.extend({ is: z.literal('evidenced'), evidence: z.string() }),
  /** With the day that it is due now, where that is another: no extension of its owner's. */
  Signed.extend({
    is: z.literal('reopened'),
    reason: z.string(),
    was: Day.optional(),
    to: Day.optional(),
  }),
  Signed.extend({ is: z.literal('extended'), was: Day, to: Day, reason: z.string() }),
  /** An extension that the chair of its body has to agree to. */
  Signed.extend({ is: z.literal('asked'), on: Day, to: Day, reason: z.string() }),
  Signed.extend({ is: z.literal('declined'), reason: z.string().optional() }),
  Signed.extend({
    is: z.literal('reassigned'),
    was: PostId,
    to: PostId,
    reason: z.string().optional(),
  }),
]);
export type ActionEvent = z.infer<typeof ActionEvent>;

/** What somebody is to do by a day: who and by when are never left open (S0, Appendix 7; governance.md G80). */
export const Action = z
  .object({
    is: z.literal('action'),
    ref: Ref,
    what: z.string(),
    owner: PostId,
    due: Day,
    /** The record that it comes from. */
    source: Ref.optional(),
    /** Whether that hangs on a case, so that only those of the case may see it. */
    ofCase: z.boolean().optional(),
    /** Where it comes from, where that is no record of Heed's: "Section 11 audit 2026". */
    origin: z.string().optional(),
    /** The body of the partnership that follows it. */
    group: z.string().optional(),
    /** Another board that has it in its own plan (governance.md G81); its owner here reports. */
    board: z.string().optional(),
    /** What will show that it has made a difference. */
    wanted: z.string().optional(),
    given: Dated,
    events: z.array(ActionEvent).readonly().optional(),
    /** What it was in the spreadsheet it came from, so that the same row never comes twice. */
    mark: z.string().optional(),
    ...EVERY_RECORD,
  })
  .readonly();
export type Action = z.infer<typeof Action>;

/** What comes of an incident or a review is of its case, and so is what comes of that. */
export const isOfCase = ({ source, ofCase }: Pick<Action, 'source' | 'ofCase'>): boolean =>
  ofCase ?? (source !== undefined && /^(?:SI|RR|PR)-/.test(source));

export type EventOf<K extends ActionEvent['is']> = Extract<ActionEvent, { is: K }>;

export const eventsOf = ({ events = [] }: Action): readonly ActionEvent[] => events;

/** The last event of a kind. */
const lastOf = <K extends ActionEvent['is']>(action: Action, kind: K): EventOf<K> | undefined =>
  eventsOf(action).findLast((event): event is EventOf<K> => event.is === kind);

const CLOSING: ReadonlySet<ActionEvent['is']> = new Set(['done', 'reopened']);

/** When and with what it was done, while it is. */
export const doneOf = (action: Action): EventOf<'done'> | undefined => {
  const last = eventsOf(action).findLast(({ is }) => CLOSING.has(is));
  return last?.is === 'done' ? last : undefined;
};

/** The evidence of its impact, while it is done. */
export const evidenceOf = (action: Action): string | undefined => {
  const done = doneOf(action);
  const later = lastOf(action, 'evidenced');
  return done && later && later.at > done.at ? later.evidence : done?.evidence;
};

const ANSWERING: ReadonlySet<ActionEvent['is']> = new Set([
  'asked',
  'extended',
  'declined',
  'done',
]);

/** The extension that waits for the chair of its body. */
export const askedOf = (action: Action): EventOf<'asked'> | undefined => {
  const last = eventsOf(action).findLast(({ is }) => ANSWERING.has(is));
  return last?.is === 'asked' ? last : undefined;
};

/** How often its day has been put off. */
export const extensionsOf = (action: Action): number =>
  eventsOf(action).filter(({ is }) => is === 'extended').length;

/** This many extensions are the owner's to take; the next goes to the chair of the body. */
export const OWN_EXTENSIONS = 2;
