import type { Arrangement } from './arrangement.ts';
import { silentLeads, toldOf } from './audience.ts';
import type { Day, Instant } from './day.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { Ref } from './reference.ts';
import { approvalsMissing } from './reviews/media.ts';
import { decisionOf, type RapidReview } from './reviews/rapid-review.ts';
import { isOutside } from './standing-in.ts';

interface Lost {
  readonly name: 'decision-changed' | 'agree-media' | 'do-not-respond';
  readonly ref: Ref;
  readonly on: Day;
  readonly to: PostId;
}

/** What was news while a case was held back, for those who could not be told of it then. */
export const lostNews = (
  refs: readonly Ref[],
  before: Ledger,
  arrangement: Arrangement,
): readonly Lost[] =>
  refs.flatMap((ref) => {
    const record = before.records.get(ref);
    if (record?.is !== 'rapid-review' || !record.embargo) return [];
    const since = record.embargo.since.at;
    return [
      ...lostDecision(record, since, before, arrangement),
      ...lostRequest(record, before, arrangement),
    ].filter(({ to }) => isOutside(arrangement, to));
  });

/** The one before was known to them, if it was made before the case was held back. */
const lostDecision = (
  review: RapidReview,
  since: Instant,
  before: Ledger,
  arrangement: Arrangement,
): readonly Lost[] => {
  const made = decisionOf(review)?.made;
  const [was] = review.decisions.slice(-2);
  if (!made || review.decisions.length < 2 || !was || was.made.at >= since) return [];
  const news = { name: 'decision-changed', ref: review.ref, on: made.on } as const;
  return toldOf(before, review.ref, arrangement)
    .filter((to) => !wasTold(before, { ...news, to }, made.at))
    .map((to) => ({ ...news, to }));
};

/** A request that all three have agreed to is answered: nobody is asked for silence any more. */
const lostRequest = (
  { ref, media }: RapidReview,
  before: Ledger,
  arrangement: Arrangement,
): readonly Lost[] => {
  const last = media.at(-1);
  const missing = last ? approvalsMissing(last) : [];
  if (!last || missing.length === 0) return [];
  const news = { ref, on: last.asked.on };
  const director = missing.includes('director')
    ? [{ ...news, name: 'agree-media' as const, to: 'council-lead' as PostId }]
    : [];
  const others = silentLeads(arrangement).map((to) => ({
    ...news,
    name: 'do-not-respond' as const,
    to,
  }));
  return [...director, ...others].filter((lost) => !wasTold(before, lost, last.asked.at));
};

const wasTold = ({ told }: Ledger, { ref, name, to }: Lost, since: Instant): boolean =>
  (told.get(ref) ?? []).some(
    (one) => one.is === 'sent' && one.duty === name && one.to === to && one.at >= since,
  );
