import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand } from '../../src/app/command.ts';
import { choice, number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { sayNear } from '../../src/domain/day.ts';
import { counted } from '../../src/domain/words.ts';

export const meetingList = defineCommand({
  name: 'meeting list',
  summary: 'List the meetings, the next first.',
  allow: 'everyone',
  fields: z.object({
    state: choice('Which', ['to-come', 'all'], { fallback: 'to-come' }),
    page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }),
  }),
  decide: ({ state, page }, situation) => {
    const { ledger, today } = situation;
    const meetings = [...ledger.records.values()]
      .flatMap((record) => (record.is === 'meeting' ? [record] : []))
      .filter(({ on, cancelled }) => state === 'all' || (on >= today && !cancelled))
      .toSorted((a, b) => a.on.localeCompare(b.on));
    return accept(
      paged({
        title: counted(meetings.length, 'meeting'),
        empty: 'No such meeting is scheduled.',
        rows: meetings.map(({ ref, body, on, at, cancelled }) => ({
          line: `${ref}, ${bodyName(situation, body)}: ${sayNear(on, today)}${at ? ` at ${at}` : ''}${cancelled ? ', cancelled' : ''}`,
          about: [ref],
          duties: [],
        })),
        page,
        next: { command: 'meeting list', fields: { state } },
      }),
    );
  },
});
