import type { Handlers } from './handlers.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { Seat } from './roster.ts';

type Written = 'post-appointed' | 'deputy-named' | 'post-away' | 'post-back' | 'weekly-chosen';
/** How the roster changes: who is in a post, who deputises, who is away. */
export const rosterHandlers: Handlers<Written> = {
  /** Whoever is new in a post is there, however long the one before was away. */
  'post-appointed': (ledger, { post, person }) =>
    seated(ledger, post, (seat) => ({ ...seat, holder: person, away: [] })),
  'deputy-named': (ledger, { post, deputy }) =>
    seated(ledger, post, (seat) => ({ ...seat, deputy })),
  'post-away': (ledger, { post, away }) =>
    seated(ledger, post, (seat) => ({ ...seat, away: [...seat.away, away] })),
  'post-back': (ledger, { post, on }) =>
    seated(ledger, post, (seat) => ({
      ...seat,
      away: seat.away.filter(({ to }) => to !== undefined && to < on),
    })),
  'weekly-chosen': (ledger, { posts, is }, { at }) => ({
    ...ledger,
    weekly: posts.reduce((so, post) => (is ? so.set(post, at) : so.delete(post)), ledger.weekly),
  }),
};

const seated = (ledger: Ledger, post: PostId, with_: (seat: Seat) => Seat): Ledger => ({
  ...ledger,
  roster: ledger.roster.set(post, with_(ledger.roster.get(post) ?? { away: [] })),
});
