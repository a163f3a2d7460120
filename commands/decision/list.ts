import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { visibleRecords } from '../../src/app/visible.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import {
  isToConfirm,
  isToReport,
  type PartnershipDecision,
} from '../../src/domain/governance/decision.ts';
import { compareReferences } from '../../src/domain/reference.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { RECORDERS } from './may.ts';
import { sayDecision } from './words.ts';

const STATES = ['all', 'to-report', 'to-confirm'] as const;

export const decisionList = defineCommand({
  name: 'decision list',
  summary: 'List the decisions, the newest first: all, those to report, or those to confirm.',
  allow: 'everyone',
  fields: z.object({
    state: choice('Which', STATES, { fallback: 'all', bare: true }),
    page,
  }),
  decide: ({ state, page }, situation) => {
    const found = visibleRecords(situation, 'decision')
      .filter((one) => KEPT[state](one, situation))
      .toSorted((a, b) => compareReferences(b.ref, a.ref));
    return accept(
      paged({
        title: `${counted(found.length, 'decision')}${SAID[state]}`,
        empty: `There is no such decision.${hasRole(situation.roles, RECORDERS) ? ' /decision record writes one down.' : ''}`,
        rows: found.map((one) => ({
          line: sayDecision(one, situation),
          about: [one.ref],
          duties: dutiesOf(one, situation),
        })),
        page,
        next: { command: 'decision list', fields: { state } },
      }),
    );
  },
});

const SAID = { all: '', 'to-report': ' to report', 'to-confirm': ' to confirm' } as const;

const KEPT: Readonly<
  Record<(typeof STATES)[number], (one: PartnershipDecision, situation: Situation) => boolean>
> = {
  all: () => true,
  'to-report': isToReport,
  'to-confirm': isToConfirm,
};
