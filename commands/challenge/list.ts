import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { isVisibleDuty, visibleRecords } from '../../src/app/visible.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { type Challenge, isUnanswered } from '../../src/domain/governance/challenge.ts';
import { compareReferences } from '../../src/domain/reference.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { RAISERS } from './may.ts';
import { sayChallenge } from './words.ts';

const STATES = ['open', 'late', 'closed', 'all'] as const;

export const challengeList = defineCommand({
  name: 'challenge list',
  summary: 'List the challenge log, the newest first: open, late, closed or all.',
  allow: 'everyone',
  fields: z.object({
    state: choice('Which', STATES, { fallback: 'open', bare: true }),
    page,
  }),
  decide: ({ state, page }, situation) => {
    const found = visibleRecords(situation, 'challenge')
      .filter((one) => KEPT[state](one, situation))
      .toSorted((a, b) => compareReferences(b.ref, a.ref));
    return accept(
      paged({
        title: `${counted(found.length, 'challenge')}${state === 'all' ? '' : ` ${state}`}`,
        empty: `There is no such challenge.${hasRole(situation.roles, RAISERS) ? ' /challenge raise raises one.' : ''}`,
        rows: found.map((one) => ({
          line: sayChallenge(one, situation),
          about: [one.ref],
          duties: dutiesOf(one, situation).filter((duty) => isVisibleDuty(situation, duty)),
        })),
        page,
        next: { command: 'challenge list', fields: { state } },
      }),
    );
  },
});

const KEPT: Readonly<
  Record<(typeof STATES)[number], (one: Challenge, situation: Situation) => boolean>
> = {
  open: ({ closed }) => !closed,
  late: (one, { today }) => isUnanswered(one) && one.due < today,
  closed: ({ closed }) => closed !== undefined,
  all: () => true,
};
