import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../manifest/slack-scopes.ts';
import { HOST, userOf } from '../support/slack-stage.ts';
import { amiss, clinic } from './clinic.ts';

const LEAST = Object.keys(SCOPES);
type Given = Parameters<typeof clinic>[0];

const found = async (given: Given): Promise<readonly string[]> =>
  amiss(await (await clinic(given)).look());

describe('a Slack where all is well', () => {
  it.each(['http', 'socket'] as const)(
    'has nothing to mend and nothing to note (%s)',
    async (mode) => {
      const findings = await (await clinic({ mode })).look();
      expect(amiss(findings)).toEqual([]);
      expect(findings.map(({ sentence }) => sentence)).toContain(
        'the channel for cases is private, and 4 people are in it, all of whom may see cases.',
      );
    },
  );

  it('calls the channel for cases as the arrangement does', async () => {
    const findings = await (await clinic({ calls: 'scp-cases' })).look();
    expect(findings.map(({ sentence }) => sentence)).toContain(
      'the channel for cases, #scp-cases, is private, and 4 people are in it, all of whom may see cases.',
    );
  });

  it('is only looked at: nothing is sent, opened or changed', async () => {
    const { slack, look } = await clinic();
    await look();
    expect([...new Set(slack.calls.map(({ method }) => method))].toSorted()).toEqual([
      'auth.test',
      'conversations.info',
      'conversations.members',
      'users.info',
    ]);
  });
});

describe('what is amiss in Slack has its line, and what to do', () => {
  it('a token that Slack does not know; nothing more is asked with it', async () => {
    const secrets = { SLACK_HOST_BOT_TOKEN: 'xoxb-wrong-and-secret' };
    expect(await found({ secrets })).toEqual([
      'wrong Slack, host: Slack does not take the bot token (invalid_auth). Copy the Bot User OAuth Token, under OAuth & Permissions, into SLACK_HOST_BOT_TOKEN again, and restart Heed.',
    ]);
  });

  it.each([
    ['account_inactive', 'install it again'],
    ['token_expired', 'make the app anew'],
    ['ekm_access_denied', "Ask the workspace's administrators"],
  ])('a token that is refused: %s', async (error, todo) => {
    const { slack, look } = await clinic();
    slack.faults.next('auth.test', { is: 'error', error });
    const [line] = amiss(await look());
    expect(line).toContain(`(${error}).`);
    expect(line).toContain(todo);
  });

  it("another workspace's token", async () =>
    expect(await found({ settings: '{ name: host, team: T0OTHER }' })).toEqual([
      `wrong Slack, host: the bot token opens ${HOST}, and the settings say T0OTHER. Put the token of T0OTHER in SLACK_HOST_BOT_TOKEN, or correct the team.`,
    ]));

  it('a Slack that does not answer, or asks to wait', async () => {
    const { slack, look } = await clinic();
    slack.faults.next('auth.test', { is: '429', retryAfter: 20 });
    expect(amiss(await look())).toEqual([
      'note Slack, host: Slack asks to wait 20 seconds. Run the doctor again.',
    ]);
    slack.faults.down(true);
    expect(amiss(await look())).toEqual([
      expect.stringContaining('wrong Slack, host: Slack did not answer.'),
    ]);
  });

  it('scopes that are missing, and scopes that are too many', async () => {
    const scopes = [...LEAST.filter((one) => one !== 'im:write'), 'channels:history', 'files:read'];
    expect(await found({ scopes })).toEqual([
      expect.stringMatching(/^wrong Slack, host: the bot lacks im:write\. .*install the app again/),
      expect.stringMatching(
        /^note Slack, host: the bot has more than it needs: channels:history and files:read\. /,
      ),
    ]);
  });

  it('a scope without which nobody can be looked up: that is not held against them', async () => {
    const scopes = LEAST.filter((one) => one !== 'users:read');
    expect(await found({ scopes })).toEqual([
      expect.stringContaining('the bot lacks users:read'),
      expect.stringMatching(/^note Slack, host: (\d+) of \1 accounts could not be looked at\. /),
    ]);
  });

  it('an app token that opens no socket', async () => {
    const secrets = { SLACK_HOST_APP_TOKEN: 'xapp-wrong' };
    expect(await found({ mode: 'socket', secrets })).toEqual([
      expect.stringMatching(
        /^wrong Slack, host: the app token opens no socket .*connections:write.*SLACK_HOST_APP_TOKEN/,
      ),
    ]);
  });

  const outsider = { members: [userOf('manager'), 'U0STRANGER'] };
  it.each([
    ['public', { private: false }, 'Make a private channel'],
    ['shared by Slack Connect', { shared: true }, 'shared with another organisation'],
    ['archived', { archived: true }, 'it is archived'],
    ['one that Heed is not in', { botIsMember: false }, 'invite Heed to it'],
    [
      'one with somebody who is not on the roster',
      outsider,
      `(their profile shows the member ID U0STRANGER)`,
    ],
    [
      'one with somebody who may see no cases',
      { members: [userOf('scrutineer')] },
      'the scrutineer is in it and may see no cases',
    ],
  ])('a channel for cases that is %s', async (_what, channel, todo) => {
    const [line, ...more] = await found({ channel });
    expect(line).toMatch(/^wrong Slack, host: no case is shown in the channel for cases: /);
    expect(line).toContain(todo);
    expect(more).toEqual([]);
  });

  it.each([
    ['deactivated', { deleted: true }, 'wrong', 'is deactivated'],
    ["a guest's", { guest: true }, 'note', "is a guest's"],
    ["a bot's", { bot: true }, 'wrong', "is a bot's"],
    ['at home elsewhere', { home: 'T0AWAY' }, 'note', 'is at home in T0AWAY'],
    ['unknown', null, 'wrong', 'is not known there'],
  ])('an account that is %s', async (_what, options, is, why) => {
    const [line, ...more] = await found({ users: { 'police-lead': options } });
    expect(line).toContain(
      `${is} Slack, host: the account of the police lead (${HOST}/UPOLICELEAD) ${why}`,
    );
    expect(more).toEqual([]);
  });

  it('posts that nobody in Slack holds', async () =>
    expect(await found({ without: ['police-lead', 'scrutineer'] })).toEqual([
      expect.stringMatching(
        /^note Slack: no account is given for the (scrutineer|police lead) and the (scrutineer|police lead), /,
      ),
    ]));
});
