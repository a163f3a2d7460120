import { describe, expect, it, onTestFinished } from 'vitest';
import { checkTeams } from '../../src/platforms/teams/checks.ts';
import { readTeamsSettings } from '../../src/platforms/teams/settings.ts';
import { merton } from '../support/given.ts';
import { APP, TENANT } from '../support/teams/authority.ts';
import { PASSWORD, teamsDouble } from '../support/teams/double.ts';

const looked = async (password = PASSWORD, isDown = false): Promise<readonly string[]> => {
  const teams = await teamsDouble(Date.now);
  onTestFinished(() => teams.close());
  const people = [...merton.people.keys()].filter((id) => id !== 'scrutineer');
  const yaml = [
    `app: ${APP}`,
    `tenant: ${TENANT}`,
    'people:',
    ...people.map((id) => `  ${id}: ${TENANT}/${teams.objectOf(id)}`),
  ].join('\n');
  const settings = readTeamsSettings(yaml, { TEAMS_APP_PASSWORD: password }, merton);
  const stop = isDown ? teams.faults.during(() => ({ is: 'reset' })) : () => undefined;
  const found = await checkTeams({ settings, arrangement: merton, standIn: teams.url });
  stop();
  return found.map(({ is, sentence }) => `${is}: ${sentence}`);
};

describe('what the doctor says of Teams', () => {
  it('where all is well', async () => {
    expect(await looked()).toEqual([
      'well: Microsoft lets Heed in.',
      "well: the Bot Framework's keys can be read.",
      'note: 1 person of the roster has no account there: scrutineer.',
    ]);
  });

  it('where the secret is not right', async () => {
    const [first = ''] = await looked('another');
    expect(first).toMatch(/^wrong: Microsoft does not let Heed in \(invalid_client\)\. Make a new/);
    expect(first).not.toContain('another"');
  });

  it('where Microsoft cannot be reached', async () => {
    expect(await looked(PASSWORD, true)).toEqual([
      expect.stringMatching(/^wrong: login\.microsoftonline\.com cannot be reached/),
      expect.stringMatching(/^wrong: login\.botframework\.com cannot be reached/),
      expect.any(String),
    ]);
  });
});
