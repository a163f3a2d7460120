import type { Map as Persistent } from 'immutable';
import { z } from 'zod';
import type { Handlers } from './handlers.ts';
import { PersonId } from './signed.ts';

/** By person: the SHA-256 of the secret address of their calendar. The address itself is written down nowhere. */
export type Feeds = Persistent<PersonId, string>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What can be written down of calendars. */
export const FEED_CHANGES = [
  /** One that was there before is no good any more. */
  z.object({ type: z.literal('feed-linked'), person: PersonId, hash: Hash }),
  z.object({ type: z.literal('feed-revoked'), person: PersonId }),
] as const;

export const feedHandlers: Handlers<'feed-linked' | 'feed-revoked'> = {
  'feed-linked': (ledger, { person, hash }) => ({
    ...ledger,
    feeds: ledger.feeds.set(person, hash),
  }),
  'feed-revoked': (ledger, { person }) => ({ ...ledger, feeds: ledger.feeds.delete(person) }),
};

/** Whose calendar it is that has an address of this SHA-256. */
export const personOfFeed = (feeds: Feeds, hash: string): PersonId | undefined =>
  feeds.findKey((known) => known === hash);
