import { describe, expect, it } from 'vitest';
import type { Fault } from '../../support/teams/faults.ts';
import { teamsStage } from '../../support/teams-stage.ts';

const LOG = 'incident log harm=died abuse=suspected aware=2026-03-30';

const answersTo = async (fault: Fault, times: number): Promise<readonly string[]> => {
  const stage = await teamsStage({ cases: false, opened: ['manager'] });
  const manager = stage.who('manager');
  const before = manager.sees().length;
  let left = times;
  stage.teams.faults.during(({ method, conversation }) => {
    if (method !== 'send' || conversation !== manager.person.chat || left === 0) return undefined;
    left -= 1;
    return fault;
  });
  await manager.types(LOG);
  await stage.quiet();
  return manager
    .sees()
    .slice(before)
    .map(({ summary }) => summary);
};

describe('an answer that Teams does not take at once', () => {
  it.each<readonly [string, Fault, number]>([
    ['not now', { is: 'status', status: 429, retryAfter: 5 }, 1],
    ['not now, without a number', { is: 'status', status: 429 }, 1],
    ['the service is not there', { is: 'status', status: 503 }, 2],
  ])('is said when it takes it, once: %s', async (_, fault, times) => {
    expect(await answersTo(fault, times)).toEqual(['SI-2026-1 is logged']);
  });

  it('is not said twice where it may have arrived', async () => {
    expect(await answersTo({ is: 'accepted-then-reset' }, 1)).toEqual(['SI-2026-1 is logged']);
  });

  it('is given up where Teams says that it will be long', async () => {
    expect(await answersTo({ is: 'status', status: 429, retryAfter: 3600 }, 1)).toEqual([]);
  });
});
