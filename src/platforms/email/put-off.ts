import { addMinutes, type Instant } from '../../domain/day.ts';
import type { PersonId } from '../../domain/incident.ts';
import { sayPerson } from '../../domain/posts.ts';
import { settingAt } from '../../domain/setting.ts';
import type { Email } from './email.ts';
import type { Posted } from './mail.ts';

/** Greylists let go within the hour, full queues within a few. */
const PATIENCE_MINUTES = 4 * 60;

/** Tells the business unit of whom the mail server puts off for hours, and that it does no more. */
export const puttingOff = (email: Pick<Email, 'now' | 'ledger' | 'arrangement' | 'report'>) => {
  const since = new Map<PersonId, Instant>();
  const keyOf = (person: PersonId): string => `email/put-off/${person}`;
  return async (person: PersonId, { is }: Posted): Promise<void> => {
    const now = email.now();
    if (is === 'taken' || is === 'refused') {
      since.delete(person);
      return email.report([], [keyOf(person)]);
    }
    if (is !== 'later') return;
    const began = since.get(person) ?? now;
    since.set(person, began);
    if (addMinutes(began, PATIENCE_MINUTES) > now) return;
    const { arrangement } = settingAt(await email.ledger(), email.arrangement, now);
    const sentence = `For hours the mail server has taken nothing that goes to ${sayPerson(arrangement, person)}, and says "later". Heed goes on trying. Tell them yourself what they have to know, and ask whoever runs the mail server.`;
    await email.report([{ key: keyOf(person), sentence, lasts: true }]);
  };
};
