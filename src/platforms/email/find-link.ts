import { answering, type Sheet } from '../../app/answering.ts';
import type { Instant } from '../../domain/day.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Email } from './email.ts';
import { hashOf, type Link, MOST_WRONG, mintedAt, type Standing, standingOf } from './register.ts';
import type { Address } from './settings.ts';
import type { View } from './view.ts';

/** A link that can be used, or what is to be said instead. */
type Found =
  | { readonly is: 'open'; readonly link: Link; readonly to: Address; readonly sheet: Sheet }
  | { readonly is: 'not'; readonly view: View };

export type Opened = Extract<Found, { is: 'open' }>;

export const findLink = async (email: Email, token: string): Promise<Found> => {
  await email.register.refresh();
  const link = email.register.find(token);
  if (!link) return { is: 'not', view: { is: 'unknown' } };
  const now = email.now();
  const ledger = await email.ledger();
  const { arrangement } = email;
  const asked = answering(link.question, link.person, { ledger, arrangement, now });
  const to = addressesOf(email, link).find((one) => hashOf(one) === link.address);
  const standing = to ? standingIn(ledger, link, now) : 'withdrawn';
  if (standing === 'open' && asked.is === 'open' && to)
    return { is: 'open', link, to, sheet: asked.sheet };
  const view = {
    is: 'over',
    sentence: asked.is === 'over' ? asked.sentence : SAID[standing],
    mayHaveNew: asked.is === 'open' && addressesOf(email, link).length > 0,
  } as const;
  return { is: 'not', view };
};

/** What was answered by it, or revoked, is in the log; the rest is the register's own. */
const standingIn = ({ links }: Ledger, link: Link, now: Instant): Standing => {
  const { hash, person, until } = link;
  if (links.used.has(hash)) return 'used';
  const revoked = links.revoked.get(person);
  return revoked !== undefined && mintedAt(until) <= revoked ? 'withdrawn' : standingOf(link, now);
};

const SAID: Readonly<Record<Standing, string>> = {
  open: '',
  used: 'This link has been used, and more is wanted since.',
  expired: 'This link has expired.',
  closed: `This link is closed: a wrong code was given ${MOST_WRONG} times.`,
  withdrawn: 'This link has been withdrawn.',
};

/** Where the person is reached now; the one that the link went to stands first, if it still is one. */
export const addressesOf = ({ settings }: Email, { person, address }: Link): readonly Address[] =>
  (settings.people.get(person) ?? []).toSorted(
    (a, b) => Number(hashOf(b) === address) - Number(hashOf(a) === address),
  );
