import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import type { PersonId } from '../../src/domain/signed.ts';

export const calendarRevoke = defineCommand({
  name: 'calendar revoke',
  summary: 'Make the secret address of my calendar no good; the business unit may, for anybody.',
  allow: 'everyone',
  fields: z.object({
    whose: choice('Whose', ['mine', 'everybody'], { fallback: 'mine' }),
  }),
  decide: ({ whose }, { actor, ledger, roles }) => {
    if (whose === 'everybody' && !roles.includes('business-unit'))
      return refuse('Only the business unit revokes the addresses of others. Ask it to.');
    const people: readonly PersonId[] =
      whose === 'everybody'
        ? [...ledger.feeds.keys()]
        : [actor.id].filter((id) => ledger.feeds.has(id));
    return people.length === 0
      ? accept(plain('There is no address to revoke. Nothing to change.'))
      : accept(
          plain(
            whose === 'everybody'
              ? 'Every address of a calendar is revoked'
              : 'The address of your calendar is revoked',
            'Calendars that were subscribed to it stay as they are, and hear nothing new. /calendar link makes another.',
          ),
          people.map((person) => ({ type: 'feed-revoked', person }) as const),
        );
  },
});
