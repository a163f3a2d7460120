import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/platforms/slack/settings.ts';
import { merton } from '../../support/given.ts';

const SECRETS = {
  SLACK_MERTON_BOT_TOKEN: 'xoxb-1',
  SLACK_MERTON_SIGNING_SECRET: 'secret',
  SLACK_MERTON_APP_TOKEN: 'xapp-1',
};
const YAML = [
  'workspaces:',
  '  - { name: merton, team: T0MERTON, cases: C0CASES }',
  'people:',
  '  manager: T0MERTON/U01',
  '  police-lead: [T0POLICE/U02, T0MERTON/U03]',
].join('\n');

const read = (yaml: string, secrets: Readonly<Record<string, string>> = SECRETS) =>
  readSettings(yaml, secrets, merton);

describe('the settings for Slack', () => {
  it('are a workspace, its channel, and who is who', () => {
    const { mode, prefix, workspaces, people } = read(YAML);
    expect({ mode, prefix }).toEqual({ mode: 'http', prefix: '' });
    expect(workspaces).toMatchObject([{ team: 'T0MERTON', botToken: 'xoxb-1', cases: 'C0CASES' }]);
    expect([...people]).toEqual([
      ['manager', ['T0MERTON/U01']],
      ['police-lead', ['T0POLICE/U02', 'T0MERTON/U03']],
    ]);
  });

  it('need only the secrets of their mode', () => {
    const { SLACK_MERTON_SIGNING_SECRET: _, ...socket } = SECRETS;
    expect(read(`mode: socket\n${YAML}`, socket).mode).toBe('socket');
    const { SLACK_MERTON_APP_TOKEN: __, ...http } = SECRETS;
    expect(read(YAML, http).mode).toBe('http');
  });

  it.each([
    ['[', 'It is not YAML'],
    ['people: {}', 'workspaces: Invalid input'],
    [YAML.replace('team: T0MERTON', 'team: merton'), "expected the workspace's id, like T0123ABCD"],
    [YAML.replace('C0CASES', 'cases'), "expected a channel's id, like C0123ABCD, not its name"],
    [YAML.replace('T0MERTON/U01', 'U01'), 'people.manager'],
    [
      YAML.replace('manager:', 'mayor:'),
      'people.mayor: nobody of that id is on the roster of merton-2023',
    ],
    [YAML.replace('T0MERTON/U03', 'T0MERTON/U01'), 'two have the account T0MERTON/U01'],
    [`prefix: "Scp "\n${YAML}`, 'expected at most 12 small letters, like scp-'],
    [`colour: red\n${YAML}`, 'the file: Unrecognized key'],
  ])('are refused with the place and what was expected: %s', (yaml, sentence) => {
    expect(() => read(yaml)).toThrow(sentence);
  });

  it('name every secret that is missing or is of another kind, and where it is found', () => {
    expect(() => read(YAML, {})).toThrow(
      /SLACK_MERTON_BOT_TOKEN is not set.*OAuth & Permissions[\s\S]*SLACK_MERTON_SIGNING_SECRET is not set/,
    );
    expect(() => read(YAML, { ...SECRETS, SLACK_MERTON_BOT_TOKEN: 'xoxp-secret' })).toThrow(
      'SLACK_MERTON_BOT_TOKEN should begin with xoxb-',
    );
    expect(() => read(YAML, { ...SECRETS, SLACK_MERTON_BOT_TOKEN: 'xoxp-secret' })).not.toThrow(
      'xoxp-secret',
    );
  });
});
