import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { type Finding, note, well } from '../../src/app/finding.ts';
import { type Config, config } from '../../src/config.ts';
import { examineAll, secretsIn } from '../../src/doctor/partnerships.ts';
import { aFolder } from '../support/workspace.ts';

const LIST = `
partnerships:
  - { name: merton, arrangement: merton-2023, store: MERTON_STORE, key: MERTON_KEY, slack: one.yaml }
  - { name: sutton, arrangement: sutton-2019, folder: sutton, key: SUTTON_KEY }
  - { name: derby, arrangement: merton-2023, folder: derby, slack: other.yaml }
`;
const SLACK = 'workspaces: [{ name: host, team: T0SAME }]\npeople: {}\n';
const VARIABLES = {
  MERTON_STORE: 'postgres://heed_merton:hunter2@db.example/heed',
  MERTON_KEY: 'a-key',
  MERTON_SLACK_HOST_BOT_TOKEN: 'xoxb-1',
  MERTON_SLACK_HOST_SIGNING_SECRET: 'one secret',
  DERBY_SLACK_HOST_BOT_TOKEN: 'xoxb-2',
  DERBY_SLACK_HOST_SIGNING_SECRET: 'another secret',
};

const looked = async (text: string, examine: (one: Config) => readonly Finding[]) => {
  const folder = dirname(await aFolder());
  const file = join(folder, 'all.yaml');
  await writeFile(file, text);
  for (const name of ['one', 'other']) await writeFile(join(folder, `${name}.yaml`), SLACK);
  const settings = config({ ...VARIABLES, HEED_PARTNERSHIPS: file });
  if (!settings.partnerships) throw new Error('there is no list');
  const found = await examineAll(settings, settings.partnerships, async (one) => examine(one));
  const keys = secretsIn(settings, settings.partnerships, ({ key = '' }) => [key]);
  return { said: found.map(({ is, about, sentence }) => `${is} ${about}: ${sentence}`), keys };
};

it('looks at each partnership of the list, in the words of the list', async () => {
  const { said, keys } = await looked(LIST, ({ partnership, slack }) => [
    well('Seal', 'HEED_KEY is set.'),
    ...(partnership ? [note('User', 'Heed comes in as an owner of the database.')] : []),
    ...(slack ? [] : [note('Slack', 'HEED_SLACK is not set, so it was not looked at.')]),
  ]);
  expect(said).toEqual([
    'well List: it can be used: 3 partnerships, 40 connections to databases at the most.',
    'well merton, Settings: what the list names is there.',
    'well merton, Seal: MERTON_KEY is set.',
    'wrong merton, User: it may do more than work for one partnership, so it is not opened. Make it one of its own: npm run partnership -- add NAME ADDRESS.',
    'wrong sutton, Settings: SUTTON_KEY is not set in the environment, and the list names it. Set it',
    'well derby, Settings: what the list names is there.',
    'well derby, Seal: key is set.',
    'wrong merton, Settings: slack: the workspace T0SAME is in the settings of derby too. Give each partnership its own.',
    'wrong derby, Settings: slack: the workspace T0SAME is in the settings of merton too. Give each partnership its own.',
  ]);
  expect(keys).toEqual(['a-key', '']);
});

it('names each mistake of a list that cannot be used', async () => {
  const { said } = await looked('partnerships: [{ name: 7, arrangement: a, folder: f }]', () => []);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^wrong List: .*all\.yaml cannot be used: partnerships\.0\.name: /);
});
