import type { Change, Entry } from '../change.ts';
import type { Dated } from '../signed.ts';
import type { CostLine } from './costs.ts';
import type { PracticeReview } from './practice-review.ts';

type Of<T extends Change['type']> = Extract<Change, { type: T }>;

const signed = ({ on }: Pick<Dated, 'on'>, { at, by }: Entry): Dated => ({ on, at, by });

/** What each change makes of the practice review that it names. */
export const practiceReviewHandlers = {
  'bodies-informed': (review: PracticeReview, change: Of<'bodies-informed'>, entry: Entry) => ({
    ...review,
    told: {
      ...review.told,
      [change.of]: {
        ...review.told[change.of],
        ...Object.fromEntries(change.whom.map((one) => [one, signed(change, entry)])),
      },
    },
  }),
  // Another name is news again, whoever knew of the one before.
  'reviewer-named': (review: PracticeReview, { reviewer }: Of<'reviewer-named'>) => ({
    ...review,
    reviewer,
    told: { ...review.told, reviewer: {} },
  }),
  'reviewer-checked': (review: PracticeReview, change: Of<'reviewer-checked'>) => ({
    ...review,
    checkins: [...review.checkins, change.checkin],
    invited: {
      practitioners: change.practitioners ?? review.invited?.practitioners ?? false,
      families: change.families ?? review.invited?.families ?? false,
    },
  }),
  'reviewer-asked': (review: PracticeReview, change: Of<'reviewer-asked'>, entry: Entry) => ({
    ...review,
    requests: [...review.requests, { ...signed(change, entry), letterRef: change.letterRef }],
  }),
  'reviewer-answered': (review: PracticeReview, change: Of<'reviewer-answered'>, entry: Entry) => ({
    ...review,
    requests: review.requests.map((one) =>
      one.letterRef === change.letterRef ? { ...one, answered: signed(change, entry) } : one,
    ),
  }),
  'costs-estimated': (review: PracticeReview, { line, shares }: Of<'costs-estimated'>) => ({
    ...review,
    costs: { lines: withLine(review.costs?.lines ?? [], line), shares },
  }),
  'review-delayed': (review: PracticeReview, change: Of<'review-delayed'>, entry: Entry) => ({
    ...review,
    delay: { since: signed(change, entry), pending: change.pending, until: change.until },
    told: { ...review.told, delay: {} },
  }),
  'publication-set': (review: PracticeReview, change: Of<'publication-set'>, entry: Entry) =>
    change.extent === 'partial'
      ? { ...review, improved: signed(change, entry) }
      : inFull(review, change, entry),
  'review-scoped': (review: PracticeReview, change: Of<'review-scoped'>, entry: Entry) => {
    const { termsRef, from, to, lead, others } = change;
    return { ...review, scope: { termsRef, from, to, lead, others, set: signed(change, entry) } };
  },
  'learning-shared': (review: PracticeReview, change: Of<'learning-shared'>, entry: Entry) => ({
    ...review,
    learning: {
      ...review.learning,
      ...Object.fromEntries(change.products.map((one) => [one, signed(change, entry)])),
    },
  }),
  'review-withheld': (review: PracticeReview, change: Of<'review-withheld'>, entry: Entry) => ({
    ...review,
    withheld: { since: signed(change, entry), reason: change.reason },
  }),
} as const;

/** What was withheld is withheld no more; the log keeps that it was. */
const inFull = (
  { withheld: _, ...review }: PracticeReview,
  change: Of<'publication-set'>,
  entry: Entry,
): PracticeReview => ({
  ...review,
  extent: change.extent,
  ...(change.pseudonym ? { pseudonym: change.pseudonym } : {}),
  ...(change.url ? { url: change.url } : {}),
  planned:
    change.is === 'planned' ? signed(change, entry) : (review.planned ?? signed(change, entry)),
  ...(change.is === 'published' ? { published: signed(change, entry) } : {}),
});

/** A line estimated again takes the place of its first estimate. */
const withLine = (lines: readonly CostLine[], line: CostLine | undefined): readonly CostLine[] =>
  line ? [...lines.filter(({ what }) => what !== line.what), line] : lines;
