import type { Entry } from '../../src/domain/change.ts';
import { addDays, day, instant } from '../../src/domain/day.ts';
import { PersonId } from '../../src/domain/incident.ts';

const GIVEN = instant('2026-01-05T10:00:00.000Z');
/** When those that are due are spoken of. */
export const NOW = instant('2026-06-01T08:00:00.000Z');
const READY = day('2026-06-08');
const DONE = { is: 'done', at: GIVEN, by: 'manager', on: '2026-01-05', evidence: 'M4' };

/** The n-th of many actions: the first `due` are spoken of now, every other one of the rest is done. */
const action = (at: number, due: number) => ({
  type: 'action-added',
  action: {
    is: 'action',
    ref: `AC-2026-${at + 1}`,
    what: 'x',
    owner: 'police-lead',
    due: at < due ? READY : addDays(day('2026-09-01'), at % 900),
    origin: 'audit',
    group: ['qapr', 'ppyp', 'support'][at % 3],
    given: { on: '2026-01-05', at: GIVEN, by: 'manager' },
    ...(at >= due && at % 2 ? { events: [DONE] } : {}),
  },
});

/** So many actions in entries of so many each. */
export const actionEntries = (count: number, due: number, each = count): readonly Entry[] =>
  Array.from({ length: Math.ceil(count / each) }, (_, nth) => {
    const from = nth * each;
    const many = Math.min(each, count - from);
    return {
      seq: nth + 1,
      at: GIVEN,
      by: PersonId.parse('manager'),
      via: 'bench',
      asked: 'bench',
      changes: Array.from({ length: many }, (__, at) =>
        action(from + at, due),
      ) as unknown as Entry['changes'],
      queued: [],
    };
  });
