import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { visibleRecords } from '../../src/app/visible.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { byGravity, type Risk } from '../../src/domain/governance/risk.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { REGISTRARS } from './may.ts';
import { sayRisk } from './words.ts';

const STATES = ['open', 'late', 'closed', 'all'] as const;

export const riskList = defineCommand({
  name: 'risk list',
  summary: 'List the risk register, the gravest first: open, late for review, closed or all.',
  allow: 'everyone',
  fields: z.object({
    state: choice('Which', STATES, { fallback: 'open', bare: true }),
    page,
  }),
  decide: ({ state, page }, situation) => {
    const found = visibleRecords(situation, 'risk')
      .filter((one) => KEPT[state](one, situation))
      .toSorted(byGravity);
    return accept(
      paged({
        title: `${counted(found.length, 'risk')}${SAID[state]}`,
        empty: `There is no such risk.${hasRole(situation.roles, REGISTRARS) ? ' /risk add puts one on the register.' : ''}`,
        rows: found.map((one) => ({
          line: sayRisk(one, situation),
          about: [one.ref],
          duties: dutiesOf(one, situation),
        })),
        page,
        next: { command: 'risk list', fields: { state } },
      }),
    );
  },
});

const SAID = { open: ' open', late: ' late for review', closed: ' closed', all: '' } as const;

const KEPT: Readonly<
  Record<(typeof STATES)[number], (one: Risk, situation: Situation) => boolean>
> = {
  open: ({ closed }) => !closed,
  late: ({ closed, review }, { today }) => !closed && review < today,
  closed: ({ closed }) => closed !== undefined,
  all: () => true,
};
