import { answering, type Question } from '../../app/answering.ts';
import { londonDay, sayDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/incident.ts';
import type { Link } from './compose.ts';
import type { Email } from './email.ts';
import type { Address } from './settings.ts';

interface Asked {
  readonly person: PersonId;
  readonly address: Address;
  readonly question: Question;
}

/** A new link, for one question to one person at one address; nothing where there is nothing to answer any more. */
export const linkTo = async (
  email: Email,
  { person, address, question }: Asked,
): Promise<Link | undefined> => {
  const { answers } = email.settings;
  const now = email.now();
  const ledger = await email.ledger();
  const asked = answering(question, person, { ledger, arrangement: email.arrangement, now });
  if (answers === undefined || asked.is === 'over') return undefined;
  const { token, until } = await email.register.mint({ person, question }, address, now);
  return {
    about: asked.sheet.about,
    url: `${answers}${email.base}/answer/${token}`,
    until: sayDay(londonDay(until)),
  };
};
