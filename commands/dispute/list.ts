import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { isVisibleDuty, visibleRecords } from '../../src/app/visible.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { compareReferences } from '../../src/domain/reference.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { OPENERS } from './may.ts';
import { sayDispute } from './words.ts';

export const disputeList = defineCommand({
  name: 'dispute list',
  summary: 'List the disputes, the newest first, with the stage of each and how old that is.',
  allow: 'everyone',
  fields: z.object({
    state: choice('Which', ['open', 'resolved', 'all'], { fallback: 'open', bare: true }),
    page,
  }),
  decide: ({ state, page }, situation) => {
    const found = visibleRecords(situation, 'dispute')
      .filter(({ resolved }) => state === 'all' || (resolved !== undefined) === (state !== 'open'))
      .toSorted((a, b) => compareReferences(b.ref, a.ref));
    return accept(
      paged({
        title: `${counted(found.length, 'dispute')}${state === 'all' ? '' : ` ${state}`}`,
        empty: `There is no such dispute.${hasRole(situation.roles, OPENERS) ? ' /dispute open opens one.' : ''}`,
        rows: found.map((one) => ({
          line: sayDispute(one, situation),
          about: [one.ref],
          duties: dutiesOf(one, situation).filter((duty) => isVisibleDuty(situation, duty)),
        })),
        page,
        next: { command: 'dispute list', fields: { state } },
      }),
    );
  },
});
