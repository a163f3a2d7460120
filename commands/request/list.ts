import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { choice, number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { isVisibleDuty, visibleRecord } from '../../src/app/visible.ts';
import { sayNear } from '../../src/domain/day.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { compareReferences } from '../../src/domain/reference.ts';
import { lateOf, silentOf } from '../../src/domain/requests/part.ts';
import { type InformationRequest, REQUEST_KINDS } from '../../src/domain/requests/request.ts';
import { sayCount, sayKind } from '../../src/domain/requests/words.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { counted, listed } from '../../src/domain/words.ts';
import { sayPart } from './board.ts';
import { ownAgencies, seesAll } from './find.ts';
import { ASKERS, READERS } from './roles.ts';

export const requestList = defineCommand({
  name: 'request list',
  summary: 'List the information requests, the newest first.',
  allow: READERS,
  fields: z.object({
    state: choice('Which', ['all', 'open', 'late', 'closed'], { fallback: 'all' }),
    kind: choice('Of which kind', REQUEST_KINDS).optional(),
    page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }),
  }),
  decide: ({ state, kind, page }, situation) => {
    const found = visible(situation).filter(
      (one) => (!kind || one.kind === kind) && KEPT[state](one, situation),
    );
    return accept(
      paged({
        title: counted(found.length, 'request'),
        empty: `There is no such request.${hasRole(situation.roles, ASKERS) ? ' /request new asks.' : ''}`,
        rows: found.map((one) => ({
          line: `${one.ref}, ${sayKind(one.kind)}, due ${sayNear(one.due, situation.today)}: ${sayOf(one, situation)}`,
          about: [one.ref],
          duties: dutiesOf(one, situation).filter((duty) => isVisibleDuty(situation, duty)),
        })),
        page,
        next: { command: 'request list', fields: { state, ...(kind ? { kind } : {}) } },
      }),
    );
  },
});

const KEPT = {
  all: () => true,
  open: ({ closed }: InformationRequest, _: Situation) => !closed,
  late: (one: InformationRequest, { today }: Situation) => lateOf(one, today).length > 0,
  closed: ({ closed }: InformationRequest, _: Situation) => closed !== undefined,
} as const;

const visible = (situation: Situation): readonly InformationRequest[] =>
  [...situation.ledger.records.keys()]
    .flatMap((ref) => {
      const record = visibleRecord(situation, ref);
      return record?.is === 'request' ? [record] : [];
    })
    .toSorted((a, b) => compareReferences(b.ref, a.ref));

const sayOf = (one: InformationRequest, situation: Situation): string => {
  if (!seesAll(one, situation))
    return listed(
      ownAgencies(one, situation).flatMap((agency) => {
        const part = one.parts[agency];
        return part ? [sayPart(one, agency, part, situation)] : [];
      }),
    );
  const late = lateOf(one, situation.today).length;
  if (one.closed) return `closed, ${silentOf(one).length} without an answer`;
  return late > 0 ? `${sayCount(one)}, ${late} late` : sayCount(one);
};
