import type { Sheet } from '../../app/answering.ts';
import type { Instant } from '../../domain/day.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Email } from './email.ts';
import { hashOf, type Link, MOST_WRONG, mintedAt, type Standing, standingOf } from './register.ts';
import type { Address } from './settings.ts';
import { type Printable, standingFor } from './standing-for.ts';
import type { View } from './view.ts';

/** A link that can be used, or what is to be said instead. */
type Found =
  | {
      readonly is: 'open';
      readonly link: Link;
      readonly to: Address;
      readonly what: Sheet | Printable;
    }
  | { readonly is: 'not'; readonly view: View };

export type Opened = Extract<Found, { is: 'open' }>;

export const findLink = async (email: Email, token: string): Promise<Found> => {
  await email.register.refresh();
  const link = email.register.find(token);
  if (!link) return { is: 'not', view: { is: 'unknown' } };
  const opening = await standingFor(email, link.question, link.person);
  const to = addressesOf(email, link).find((one) => hashOf(one) === link.address);
  const standing = to ? standingIn(await email.ledger(), link, email.now()) : 'withdrawn';
  if (standing === 'open' && opening.is === 'open' && to)
    return { is: 'open', link, to, what: opening.what };
  const view = {
    is: 'over',
    sentence: opening.is === 'over' ? opening.sentence : SAID[standing],
    mayHaveNew: opening.is === 'open' && addressesOf(email, link).length > 0,
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
