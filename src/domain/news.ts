import type { Arrangement } from './arrangement.ts';
import type { Change, Entry, HeedRecord } from './change.ts';
import type { Day } from './day.ts';
import { type Item, NEWS, type PostId } from './item.ts';
import { keyOf } from './key.ts';
import { sendingFrom } from './ladder.ts';
import type { Ledger } from './ledger.ts';
import { addressed, canSee, holderOf, postsOfRole } from './posts.ts';
import type { Ref } from './reference.ts';
import { decisionOf, type RapidReview } from './reviews/rapid-review.ts';
import { settingAt } from './setting.ts';

/** What somebody has to know though they owe nothing by it. */
export type NewsName = 'decision-changed' | 'agree-media' | 'do-not-respond';

/** What an entry makes news, and for whom: what a reversed decision undoes, and who may not answer the press. */
export const newsNotices = (
  before: Ledger,
  after: Ledger,
  arrangement: Arrangement,
  entry: Entry,
): readonly Item[] => {
  const { calendar } = settingAt(after, arrangement, entry.at);
  return entry.changes.flatMap((change) =>
    newsIn(change, before, arrangement).map(({ name, ref, on, to }) => {
      const item = { to, record: ref, duty: name, due: on };
      return {
        ...item,
        key: keyOf({ ...item, rung: `${NEWS} #${entry.seq}` }),
        rung: NEWS,
        moment: sendingFrom(calendar, arrangement.sending, entry.at),
        queued: entry.at,
      };
    }),
  );
};

interface News {
  readonly name: NewsName;
  readonly ref: Ref;
  readonly on: Day;
  readonly to: PostId;
}

const newsIn = (change: Change, before: Ledger, arrangement: Arrangement): readonly News[] => {
  switch (change.type) {
    case 'review-decided': {
      const news = {
        name: 'decision-changed',
        ref: change.ref,
        on: change.decision.made.on,
      } as const;
      if (change.decision.reason === undefined) return [];
      return toldOf(before, change.ref, arrangement)
        .filter((post) => holderOf(arrangement, post)?.id !== change.decision.made.by)
        .map((to) => ({ ...news, to }));
    }
    case 'media-asked': {
      const news = { ref: change.ref, on: change.on };
      const agree = AGREE.map((to) => ({ ...news, name: 'agree-media' as const, to }));
      const others = leadsOf(arrangement).filter((to) => !AGREE.includes(to));
      return [...agree, ...others.map((to) => ({ ...news, name: 'do-not-respond' as const, to }))];
    }
    default:
      return [];
  }
};

/** "the … Chair, the Director of Children … and the … Communications Team", whose word the business unit records. */
const AGREE = ['chair', 'council-lead', 'manager'] as PostId[];

const leadsOf = (arrangement: Arrangement): readonly PostId[] => [
  ...postsOfRole(arrangement, 'statutory-partner'),
  ...postsOfRole(arrangement, 'agency'),
];

/** Everybody who was told anything of the review, and the partners and the chair, who decide. */
const toldOf = (before: Ledger, ref: Ref, arrangement: Arrangement): readonly PostId[] => {
  const told = (before.told.get(ref) ?? []).filter(({ is }) => is === 'sent');
  const deciders = addressed(arrangement, 'manager' as PostId, [
    'owner',
    'statutory-partners',
    'chair',
  ]);
  return [...new Set([...deciders, ...told.map(({ to }) => to)])];
};

/** Whether it is still so at the moment of sending: an undo takes its news back. */
export const isStillNews = (item: Item, record: HeedRecord): boolean => {
  if (record.is !== 'rapid-review') return false;
  return item.duty === 'decision-changed'
    ? isReversed(record, item.due)
    : isAsked(record, item.due);
};

const isReversed = (review: RapidReview, on: Day): boolean =>
  review.decisions.length > 1 && decisionOf(review)?.made.on === on;

const isAsked = ({ media }: RapidReview, on: Day): boolean => media.at(-1)?.asked.on === on;

/** Nobody has to see a case to be told not to speak of it; of an embargoed one nothing is said at all. */
export const mayHear = (arrangement: Arrangement, item: Item, record: HeedRecord): boolean => {
  const person = holderOf(arrangement, item.to);
  if (!person) return false;
  return canSee(arrangement, person, record) || (item.duty === 'do-not-respond' && !record.embargo);
};
