import { randomInt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Question } from '../../app/answering.ts';
import { Leaf } from '../../app/leaf.ts';
import type { Journal } from '../../app/ports.ts';
import { addMinutes, Instant } from '../../domain/day.ts';
import { PersonId } from '../../domain/incident.ts';
import { following } from '../chat/fresh.ts';
import { freshToken, sha256 } from '../secret/token.ts';
import type { Address } from './settings.ts';

/** What a link is for: one thing to answer, or one page to print. */
const Asked = z.discriminatedUnion('is', [...Question.options, ...Leaf.options]);
export type Asked = z.infer<typeof Asked>;

export const isLeaf = (asked: Asked): asked is Leaf =>
  asked.is === 'digest' || asked.is === 'actions';

/** What Heed keeps of its links, in the order in which it happened: never a token, a code or an address, only their hashes. */
export const Kept = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('link'),
    hash: z.string(),
    person: PersonId,
    address: z.string(),
    question: Asked,
    until: Instant,
  }),
  z.object({ is: z.literal('code'), hash: z.string(), code: z.string(), until: Instant }),
  z.object({ is: z.literal('wrong'), hash: z.string() }),
  /** A page was shown for the code that it had: the same code shows it no second time. */
  z.object({ is: z.literal('shown'), hash: z.string() }),
  /** A message that the mail server took: what it was about, in case it comes back. */
  z.object({
    is: z.literal('sent'),
    id: z.string(),
    person: PersonId,
    keys: z.array(z.string()).readonly(),
  }),
  /** As it was once written down; it is in the log now, with the answer itself. */
  z.object({ is: z.literal('used'), hash: z.string() }),
  /** Its reader has said that it is not for them. */
  z.object({ is: z.literal('withdrawn'), hash: z.string() }),
]);
export type Kept = z.infer<typeof Kept>;
type Of<K extends Kept['is']> = Extract<Kept, { is: K }>;

export interface Link {
  readonly hash: string;
  readonly person: PersonId;
  /** Of the address that it was sent to. */
  readonly address: string;
  readonly question: Asked;
  readonly until: Instant;
  readonly wrong: number;
  readonly code?: { readonly hash: string; readonly until: Instant } | undefined;
  readonly over?: 'used' | 'withdrawn' | undefined;
}

export type Standing = 'open' | 'used' | 'withdrawn' | 'closed' | 'expired';

export interface Register {
  /** The token of a new link, once the link is on disk; nobody can work the token out from that. */
  readonly mint: (
    link: Pick<Link, 'person' | 'question'>,
    to: Address,
    at: Instant,
  ) => Promise<{ readonly token: string; readonly until: Instant }>;
  /** Takes in the links and wrong codes of other processes. */
  readonly refresh: () => Promise<void>;
  readonly find: (token: string) => Link | undefined;
  /** A new code of six digits, which takes the place of the one before. */
  readonly newCode: (link: Link, at: Instant) => Promise<string>;
  /** Counts a wrong one before anybody is told that it was. */
  readonly isCode: (link: Link, typed: string, at: Instant) => Promise<'right' | 'wrong' | 'none'>;
  /** Before a page is shown. */
  readonly spendCode: (link: Link) => Promise<void>;
  readonly keepSent: (sent: Sent) => Promise<void>;
  readonly sent: (id: string) => Sent | undefined;
  /** Its reader has said that it is not for them. */
  readonly withdraw: (link: Link) => Promise<void>;
}

/** A message by its name, and the items that it told somebody. */
type Sent = Omit<Of<'sent'>, 'is'>;

const LINK_MINUTES = 30 * 24 * 60;
/** When a link was made, by when it ends. */
export const mintedAt = (until: Instant): Instant => addMinutes(until, -LINK_MINUTES);

const CODE_MINUTES = 15;
export const MOST_WRONG = 5;

export const standingOf = ({ over, wrong, until }: Link, now: Instant): Standing => {
  if (over) return over;
  if (wrong >= MOST_WRONG) return 'closed';
  return until <= now ? 'expired' : 'open';
};

export const hashOf = (text: string): string => sha256(text, 'base64url');

const codeHash = ({ hash }: Pick<Link, 'hash'>, code: string): string => hashOf(`${hash}/${code}`);

/** All that is kept, as it is known in memory. */
const known = () => {
  const links = new Map<string, Link>();
  const sent = new Map<string, Sent>();
  const change = (hash: string, more: (link: Link) => Partial<Link>): void => {
    const link = links.get(hash);
    if (link) links.set(hash, { ...link, ...more(link) });
  };
  const end = ({ hash, is }: Of<'used' | 'withdrawn'>): void => change(hash, () => ({ over: is }));
  const taken: { readonly [K in Kept['is']]: (kept: Of<K>) => void } = {
    link: ({ is: _, ...link }) => void links.set(link.hash, { ...link, wrong: 0 }),
    code: ({ hash, code, until }) => change(hash, () => ({ code: { hash: code, until } })),
    wrong: ({ hash }) => change(hash, ({ wrong }) => ({ wrong: wrong + 1 })),
    shown: ({ hash }) => change(hash, () => ({ code: undefined })),
    sent: ({ is: _, ...one }) => void sent.set(one.id, one),
    used: end,
    withdrawn: end,
  };
  return { links, sent, take: (kept: Kept) => (taken[kept.is] as (one: Kept) => void)(kept) };
};

export const register = (journal: Journal<Kept>): Register => {
  const { links, sent, take } = known();
  const refresh = following(journal, take);
  // Taken at once, so that what comes at the same moment is counted too; answered once it is on disk.
  const add = async (kept: Kept): Promise<void> => {
    take(kept);
    await journal.add([kept]);
  };
  return {
    mint: async (link, to, at) => {
      const token = freshToken();
      const until = addMinutes(at, LINK_MINUTES);
      await add({ is: 'link', hash: hashOf(token), ...link, address: hashOf(to), until });
      return { token, until };
    },
    refresh,
    find: (token) => links.get(hashOf(token)),
    newCode: async (link, at) => {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const until = addMinutes(at, CODE_MINUTES);
      await add({ is: 'code', hash: link.hash, code: codeHash(link, code), until });
      return code;
    },
    isCode: async ({ hash }, typed, at) => {
      // Looked at anew: others may have been wrong since the page was opened, and at the same moment.
      const link = links.get(hash);
      if (!link?.code || link.code.until <= at || standingOf(link, at) !== 'open') return 'none';
      if (isSame(link.code.hash, codeHash(link, typed.replace(/\s/g, '')))) return 'right';
      await add({ is: 'wrong', hash });
      return 'wrong';
    },
    spendCode: ({ hash }) => add({ is: 'shown', hash }),
    keepSent: (one) => add({ is: 'sent', ...one }),
    sent: (id) => sent.get(id),
    withdraw: ({ hash }) => add({ is: 'withdrawn', hash }),
  };
};

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
