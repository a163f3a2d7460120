import type { Entry, HeedRecord } from '../change.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { Ref } from '../reference.ts';
import { dated } from '../signed.ts';
import { practiceReviewHandlers } from './apply-practice-review.ts';
import type { PracticeReview } from './practice-review.ts';
import { type RapidReview, versionOf } from './rapid-review.ts';

type Written =
  | 'review-started'
  | 'review-recorded'
  | 'step-done'
  | 'review-decided'
  | 'review-sent'
  | 'panel-replied'
  | 'family-informed'
  | 'case-embargoed'
  | 'media-asked'
  | 'media-approved'
  | keyof typeof practiceReviewHandlers;

/** What is decided, and what follows from it by itself. */
type OfDecision = 'review-decided' | 'review-sent' | 'panel-replied' | 'family-informed';

/** What keeps a case from those who should not hear of it. */
type OfKeeping = 'case-embargoed' | 'media-asked' | 'media-approved';

const onRapid = (ledger: Ledger, ref: Ref, with_: (review: RapidReview) => RapidReview): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'rapid-review') throw new Error(`the log speaks of ${ref} before it began`);
  return putRecord(ledger, with_(record));
};

const onPractice = (
  ledger: Ledger,
  ref: Ref,
  with_: (review: PracticeReview) => PracticeReview,
): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'practice-review') throw new Error(`the log speaks of ${ref} before it began`);
  return putRecord(ledger, with_(record));
};

/** The incident knows its review, so that what moves the one is seen to move the other. */
const linked = (ledger: Ledger, { incident, ref }: RapidReview): Ledger => {
  const record = ledger.records.get(incident);
  return record?.is === 'incident' ? putRecord(ledger, { ...record, review: ref }) : ledger;
};

const onRapidReviews: Handlers<
  Exclude<Written, OfKeeping | OfDecision | keyof typeof practiceReviewHandlers>
> = {
  'review-started': (ledger, { review }) => linked(openRecord(ledger, review), review),
  'review-recorded': (ledger, { ref, record, aims, omissions, secureRef, completed }, entry) =>
    onRapid(ledger, ref, (review) => ({
      ...review,
      record: { ...review.record, ...record },
      ...(aims === undefined ? {} : { aims }),
      ...(omissions === undefined ? {} : { omissions }),
      ...(secureRef === undefined ? {} : { secureRef }),
      ...(completed && !review.completed ? { completed: dated(completed, entry) } : {}),
    })),
  'step-done': (ledger, { ref, step, on }, entry) =>
    onRapid(ledger, ref, (review) => ({
      ...review,
      steps: { ...review.steps, [step]: dated(on, entry) },
    })),
};

const onDecisions: Handlers<OfDecision> = {
  'review-decided': (ledger, { ref, decision, opened, ended }, { at, by }) => {
    const decided = onRapid(ledger, ref, (review) => ({
      ...review,
      decisions: [...review.decisions, decision],
    }));
    const over = ended
      ? onPractice(decided, ended, (review) => ({
          ...review,
          ended: { at, by, why: decision.outcome },
        }))
      : decided;
    return opened ? openRecord(over, opened) : over;
  },
  'review-sent': (ledger, { ref, on }, entry) =>
    ledger.records.get(ref)?.is === 'practice-review'
      ? onPractice(ledger, ref, (review) => ({ ...review, copied: dated(on, entry) }))
      : onRapid(ledger, ref, (review) => ({
          ...review,
          sent: { ...review.sent, [versionOf(review)]: dated(on, entry) },
        })),
  'panel-replied': (ledger, { ref, on }, entry) =>
    onRapid(ledger, ref, (review) => ({
      ...review,
      replied: { ...review.replied, [versionOf(review)]: dated(on, entry) },
    })),
  'family-informed': (ledger, { ref, on }, entry) =>
    onRapid(ledger, ref, (review) => ({
      ...review,
      familyInformed: { ...review.familyInformed, [versionOf(review)]: dated(on, entry) },
    })),
};

const onKeeping: Handlers<OfKeeping> = {
  'case-embargoed': (ledger, { refs, embargo }, { at }) =>
    refs.reduce((so, ref) => {
      const record = so.records.get(ref);
      if (!record) return so;
      const { embargo: before, ...without } = record;
      const heldFrom = before?.since.at ?? at;
      return putRecord(
        so,
        (embargo ? { ...without, embargo } : { ...without, lifted: at, heldFrom }) as HeedRecord,
      );
    }, ledger),
  'media-asked': (ledger, { ref, on, lineRef }, entry) =>
    onRapid(ledger, ref, (review) => ({
      ...review,
      media: [...review.media, { asked: dated(on, entry), lineRef, approved: {} }],
    })),
  'media-approved': (ledger, { ref, on, as }, entry) =>
    onRapid(ledger, ref, (review) => ({
      ...review,
      media: review.media.map((one, at) =>
        at === review.media.length - 1
          ? { ...one, approved: { ...one.approved, [as]: dated(on, entry) } }
          : one,
      ),
    })),
};

const onPracticeReviews = Object.fromEntries(
  Object.entries(practiceReviewHandlers).map(([type, handler]) => [
    type,
    (ledger: Ledger, change: { readonly ref: Ref }, entry: Entry) =>
      onPractice(ledger, change.ref, (review) => handler(review, change as never, entry)),
  ]),
) as unknown as Handlers<keyof typeof practiceReviewHandlers>;

/** How a review and what follows from it change. */
export const reviewHandlers: Handlers<Written> = {
  ...onRapidReviews,
  ...onDecisions,
  ...onKeeping,
  ...onPracticeReviews,
};
