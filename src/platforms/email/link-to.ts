import { londonDay, sayDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/incident.ts';
import type { Link } from './compose.ts';
import type { Email } from './email.ts';
import { type Asked, isLeaf } from './register.ts';
import type { Address } from './settings.ts';
import { standingFor } from './standing-for.ts';

interface Wanted {
  readonly person: PersonId;
  readonly address: Address;
  readonly question: Asked;
}

/** A new link, for one question to one person, or one page for them, at one address; nothing where there is nothing to answer any more. */
export const linkTo = async (
  email: Email,
  { person, address, question }: Wanted,
): Promise<Link | undefined> => {
  const { answers } = email.settings;
  const opening = await standingFor(email, question, person);
  if (answers === undefined || opening.is === 'over') return undefined;
  const { token, until } = await email.register.mint({ person, question }, address, email.now());
  return {
    about: opening.what.about,
    isToPrint: isLeaf(question),
    url: `${answers}${email.base}/answer/${token}`,
    until: sayDay(londonDay(until)),
  };
};
