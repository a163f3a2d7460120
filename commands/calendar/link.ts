import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { text } from '../../src/app/message.ts';

export const calendarLink = defineCommand({
  name: 'calendar link',
  summary: 'Make a secret address of my own calendar, to subscribe to in Outlook or on a phone.',
  allow: 'everyone',
  fields: z.object({}),
  decide: (_, { link: made, actor, ledger }) => {
    const link = made?.();
    if (!link)
      return refuse(
        'Calendars are served by a running Heed alone. Start it with npm start -- --data DIR, and ask there.',
      );
    const before = ledger.feeds.has(actor.id);
    return accept(
      {
        title: 'Your calendar has an address of its own',
        blocks: [
          text(link.address),
          text(
            'Subscribe to it where you keep your calendar. It has the meetings and what you owe: of a case, its code and its clock. Whoever has the address sees that too, so give it to nobody.',
          ),
          ...(before ? [text('The address that you had before is no good any more.')] : []),
        ],
        buttons: [{ label: 'Revoke the address', command: 'calendar revoke', fields: {} }],
        about: [],
        isPrivate: true,
      },
      [{ type: 'feed-linked', person: actor.id, hash: link.hash }],
    );
  },
});
