import { Map as Persistent } from 'immutable';
import { z } from 'zod';
import type { Instant } from './day.ts';
import type { Handlers } from './handlers.ts';
import { PersonId } from './signed.ts';

/** What is known of the links that people are sent: never one of them, only their SHA-256. */
export interface Links {
  /** By hash: when something was answered by it, written down with the answer itself. */
  readonly used: Persistent<string, Instant>;
  /** By person: what they were sent until then is no good any more. */
  readonly revoked: Persistent<PersonId, Instant>;
}

export const noLinks: Links = { used: Persistent(), revoked: Persistent() };

/** What can be written down of them. */
export const LINK_CHANGES = [
  z.object({ type: z.literal('link-used'), hash: z.string().min(1) }),
  z.object({ type: z.literal('links-revoked'), person: PersonId }),
] as const;

export const linkHandlers: Handlers<'link-used' | 'links-revoked'> = {
  'link-used': (ledger, { hash }, { at }) => ({
    ...ledger,
    links: { ...ledger.links, used: ledger.links.used.set(hash, at) },
  }),
  'links-revoked': (ledger, { person }, { at }) => ({
    ...ledger,
    links: { ...ledger.links, revoked: ledger.links.revoked.set(person, at) },
  }),
};
