import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOptions, type Played, play, silent } from './bolt-app.ts';
import { signed } from './double.ts';

let now: number;
let played: Played;

beforeEach(async () => {
  now = Date.now();
  played = await play({ now: () => now });
});

afterEach(() => played.stop());

describe('people and places', () => {
  it('are looked up with the scopes for it', async () => {
    const { team, app } = played;
    team.user('U1', { guest: true, email: 'a@example.org' }).deactivate();
    team.channel('C1');
    team.channel('G1', { private: true, members: ['U1', 'U2', 'U3'] });
    const { client } = app;
    const { token } = team;
    const { user } = await client.users.info({ token, user: 'U1' });
    expect(user).toMatchObject({ deleted: true, team_id: 'T1' });
    expect(user?.profile?.email).toBeUndefined();
    await expect(client.users.info({ token, user: 'U9' })).rejects.toThrow('user_not_found');
    await expect(client.conversations.open({ token, users: 'U1' })).rejects.toThrow(
      'user_disabled',
    );
    await expect(client.conversations.open({ token, users: team.bot })).rejects.toThrow(
      'cannot_dm_bot',
    );
    await expect(client.conversations.info({ token, channel: 'C1' })).rejects.toThrow(
      'missing_scope',
    );
    const first = await client.conversations.members({ token, channel: 'G1', limit: 3 });
    expect(first.members).toEqual(['U1', 'U2', 'U3']);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.members({ token, channel: 'G1', limit: 3, cursor });
    expect(second).toMatchObject({ members: [team.bot], response_metadata: { next_cursor: '' } });
    await expect(client.auth.test({ token: 'xoxb-none' })).rejects.toThrow('invalid_auth');
    await expect(client.apiCall('chat.shout', { token })).rejects.toThrow('unknown_method');
    expect((await client.auth.test({ token })).response_metadata?.scopes).toContain('groups:read');
  });

  it('have a home', async () => {
    const { team, heard } = played;
    const ann = team.user('U1');
    expect(await ann.opensHome()).toMatchObject({ acked: true });
    expect(await ann.answer()).toMatchObject({ is: 'home', words: 'At home' });
    await ann.presses('Press');
    expect(heard.at(-1)).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
  });
});

describe('events', () => {
  it('are told once more while they are not acknowledged', async () => {
    const { slack, team } = played;
    team.user('U1');
    const room = team.channel('G1', { private: true });
    expect(await room.join('U1')).toMatchObject([{ attempt: 0, acked: true, status: 200 }]);
    slack.connect('http://127.0.0.1:1/slack/events');
    const lost = await team.event({ type: 'app_home_opened', user: 'U1' });
    expect(lost.map(({ attempt, reason }) => [attempt, reason])).toEqual([
      [0, undefined],
      [1, 'connection_failed'],
      [2, 'connection_failed'],
      [3, 'connection_failed'],
    ]);
  });

  it('tell that the app is gone, once its token is dead', async () => {
    const { team, app } = played;
    const tried: Promise<unknown>[] = [];
    app.event('app_uninstalled', async () => {
      tried.push(app.client.auth.test({ token: team.token }).catch(String));
    });
    expect(await team.uninstall()).toMatchObject([{ acked: true }]);
    await played.slack.until(() => tried.length > 0);
    expect(await tried[0]).toContain('account_inactive');
  });

  it('come twice under one id', async () => {
    const { slack, team, app } = played;
    const seen: unknown[] = [];
    app.event('member_joined_channel', async ({ body, context }) => {
      seen.push([body.event_id, context.retryNum]);
    });
    const event = { type: 'member_joined_channel', user: 'U1', channel: 'C1' };
    await team.event(event, { eventId: 'Ev1', times: 2 });
    await slack.until(() => seen.length === 2);
    expect(seen).toEqual([
      ['Ev1', undefined],
      ['Ev1', 1],
    ]);
  });
});

describe('the gate', () => {
  it('answers the challenge, and lets nothing in that is not signed', async () => {
    const { slack } = played;
    expect(await slack.verifyUrl()).toBe(true);
    const body = JSON.stringify({ type: 'event_callback', event: { type: 'none' } });
    const json = { 'content-type': 'application/json' };
    const forged = await slack.post(body, { ...json, ...signed('other', now, body) });
    expect(forged.status).toBe(401);
    const stale = signed(slack.signingSecret, now - 301_000, body);
    expect((await slack.post(body, { ...json, ...stale })).status).toBe(401);
    const right = signed(slack.signingSecret, now, body);
    expect((await slack.post(body, { ...json, ...right })).status).toBe(200);
  });
});

describe('faults', () => {
  const say = (text: string, channel = 'U1') =>
    played.app.client.chat.postMessage({ token: played.team.token, channel, text });

  it('befall a call as planned', async () => {
    const { slack, team } = played;
    const ann = team.user('U1');
    const hasty = new webApi.WebClient(team.token, {
      ...clientOptions(slack),
      logger: silent,
      timeout: 50,
    });
    const { next } = slack.faults;
    next('chat.postMessage', { is: '429', retryAfter: 7 });
    await expect(say('a')).rejects.toMatchObject({ retryAfter: 7 });
    next('*', { is: '5xx', status: 502 });
    await expect(say('b')).rejects.toMatchObject({ statusCode: 502 });
    next('chat.postMessage', { is: 'reset' });
    await expect(say('c')).rejects.toThrow();
    next('chat.postMessage', { is: 'error', error: 'fatal_error' });
    await expect(say('d')).rejects.toThrow('fatal_error');
    expect(ann.history()).toEqual([]);
    next('chat.postMessage', { is: 'accepted-then-timed-out' });
    await expect(hasty.chat.postMessage({ channel: 'U1', text: 'e' })).rejects.toThrow();
    next('chat.postMessage', { is: 'accepted-then-reset' });
    await expect(say('f')).rejects.toThrow();
    next('chat.postMessage', { is: 'slow', ms: 5 });
    await say('g');
    expect(ann.history().map(({ text }) => text)).toEqual(['e', 'f', 'g']);
    expect(slack.calls.map(({ answered }) => answered)).toEqual([
      '429',
      '502',
      'reset',
      'fatal_error',
      'accepted-then-timed-out',
      'accepted-then-reset',
      'ok',
    ]);
  });

  it('stand for a while: a limit, a choice, a whole Slack that is down', async () => {
    const { slack, team } = played;
    team.user('U1');
    team.user('U2');
    slack.faults.limit('chat.postMessage', { perChannelMs: 1000 });
    await say('a');
    await say('b', 'U2');
    await expect(say('c')).rejects.toMatchObject({ retryAfter: 1 });
    now += 1000;
    await say('d');
    slack.faults.limit('chat.postMessage', undefined);
    const stopIt = slack.faults.during(({ args }) =>
      args.text === 'x' ? { is: 'error', error: 'internal_error' } : undefined,
    );
    await expect(say('x')).rejects.toThrow('internal_error');
    await say('y');
    stopIt();
    await say('x');
    slack.faults.down(true);
    await expect(say('e')).rejects.toThrow();
    slack.faults.clear();
    await say('f');
    await slack.settled(5);
  });
});
