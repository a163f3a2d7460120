import type { Day } from './day.ts';
import type { Handlers } from './handlers.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { isAwayOn, type Seat } from './roster.ts';

type Written =
  | 'post-appointed'
  | 'post-routed'
  | 'deputy-named'
  | 'post-away'
  | 'post-back'
  | 'weekly-chosen';

/** How the roster changes: who is in a post, who deputises, who is away. */
export const rosterHandlers: Handlers<Written> = {
  /** Whoever is new in a post is there, however long the one before was away. */
  'post-appointed': (ledger, { post, person }) =>
    seated(ledger, post, (seat) => ({ ...seat, holder: person, away: [] })),
  'post-routed': (ledger, { post, routes }) =>
    seated(ledger, post, (seat) => ({ ...seat, routes })),
  'deputy-named': (ledger, { post, deputy }) =>
    seated(ledger, post, (seat) => ({ ...seat, deputy })),
  'post-away': (ledger, { post, away }) =>
    seated(ledger, post, (seat) => ({ ...seat, away: [...seat.away, away] })),
  'post-back': (ledger, { post, on }) =>
    seated(ledger, post, (seat) => ({ ...seat, away: withoutThose(seat.away, on) })),
  'weekly-chosen': (ledger, { posts, is }, { at }) => ({
    ...ledger,
    weekly: posts.reduce((so, post) => (is ? so.set(post, at) : so.delete(post)), ledger.weekly),
  }),
};

const seated = (ledger: Ledger, post: PostId, with_: (seat: Seat) => Seat): Ledger => ({
  ...ledger,
  roster: ledger.roster.set(post, with_(ledger.roster.get(post) ?? { away: [] })),
});

/** Whoever is back is not away any more, though they may be later; where nobody is away, what was to come is off. */
const withoutThose = (away: Seat['away'], on: Day): Seat['away'] => {
  const others = away.filter((one) => !isAwayOn(one, on));
  return others.length < away.length
    ? others
    : away.filter(({ to }) => to !== undefined && to < on);
};
