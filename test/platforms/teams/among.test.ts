import { describe, expect, it } from 'vitest';
import { TEAM_CASES, teamsStage } from '../../support/teams-stage.ts';

const LOG = 'incident log harm=died abuse=suspected aware=2026-03-30';
const GROUP = '19:group@thread.v2';

describe('an answer that stands among others', () => {
  it.each([
    [GROUP, 'groupChat'],
    [TEAM_CASES, 'channel'],
  ] as const)(
    'is taken down when somebody comes in who may not see it: %s',
    async (where, kind) => {
      const stage = await teamsStage({ opened: ['manager'] });
      const manager = stage.who('manager');
      await manager.types(LOG);
      await stage.quiet();
      const room =
        where === GROUP ? stage.teams.room(GROUP, kind, ['manager', 'administrator']) : stage.cases;
      await manager.types('incident show SI-2026-1', where);
      await stage.quiet();
      expect(manager.sees(where).at(-1)?.text).toContain('SI-2026-1');
      room?.members.add(stage.teams.user('a guest').person.name);
      await stage.tick('2026-03-30 09:05');
      await stage.quiet();
      expect(
        manager
          .sees(where)
          .map(({ text }) => text)
          .join('\n'),
      ).not.toContain('SI-2026-1');
    },
  );
});
