import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';

export const calendarRevoke = defineCommand({
  name: 'calendar revoke',
  summary:
    'Make my secret addresses no good, of my calendar and in my e-mails; the business unit may, for anybody.',
  allow: 'everyone',
  fields: z.object({
    whose: choice('Whose', ['mine', 'everybody'], { fallback: 'mine' }),
  }),
  decide: ({ whose }, { actor, arrangement, ledger, roles }) => {
    if (whose === 'everybody' && !roles.includes('business-unit'))
      return refuse('Only the business unit revokes the addresses of others. Ask it to.');
    const everybody = new Set([...arrangement.people.keys(), ...ledger.feeds.keys()]);
    const people = whose === 'everybody' ? [...everybody] : [actor.id];
    return accept(
      plain(
        whose === 'everybody'
          ? 'Every secret address is revoked'
          : 'Your secret addresses are revoked',
        'Calendars that were subscribed to stay as they are, and hear nothing new. /calendar link makes another address.',
        'A link in an e-mail that has gone out opens nothing any more, and offers a new one to the same mailbox.',
      ),
      people.flatMap((person) => [
        ...(ledger.feeds.has(person) ? [{ type: 'feed-revoked', person } as const] : []),
        { type: 'links-revoked', person } as const,
      ]),
    );
  },
});
