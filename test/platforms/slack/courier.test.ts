import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/app/message.ts';
import { PersonId } from '../../../src/domain/incident.ts';
import { lanes } from '../../../src/platforms/chat/lanes.ts';
import { reach } from '../../../src/platforms/chat/reach.ts';
import type { Called } from '../../../src/platforms/slack/api.ts';
import { slackCourier } from '../../../src/platforms/slack/courier.ts';
import { type Kept, register } from '../../../src/platforms/slack/register.ts';
import { roster } from '../../../src/platforms/slack/roster.ts';
import { readSettings } from '../../../src/platforms/slack/settings.ts';
import { merton } from '../../support/given.ts';

type Parts = Parameters<typeof slackCourier>[0];

const SETTINGS = readSettings(
  ['workspaces: [{ name: host, team: T0HOST }]', 'people:', '  health-lead: T0HEALTH/UNURSE'].join(
    '\n',
  ),
  { SLACK_HOST_BOT_TOKEN: 'xoxb-1', SLACK_HOST_SIGNING_SECRET: 'secret' },
  merton,
);

const person = (id: string) => {
  const found = merton.people.get(PersonId.parse(id));
  if (!found) throw new Error(`${id} is not on the roster`);
  return found;
};

const GONE: Called = { is: 'refused', error: 'channel_not_found' };

/** A courier in a Slack of which the test says where direct messages lie, and where one opens. */
const open = (opens: Called = { is: 'done', result: { channel: { id: 'D0NEW' } } }) => {
  const kept: Kept[] = [];
  const calls: string[] = [];
  const channels = new Set(['D0NEW']);
  const bugs: unknown[] = [];
  const onBug = (bug: unknown): string => `${bugs.push(bug)}`;
  const call = async (method: string, args: Readonly<Record<string, unknown>>): Promise<Called> => {
    calls.push(`${method} ${args.channel ?? args.users}`);
    if (method === 'conversations.open') return opens;
    return channels.has(String(args.channel)) ? { is: 'done', result: { ts: '1.1' } } : GONE;
  };
  const parts: Parts = {
    roster: roster(SETTINGS),
    register: register({
      all: () => kept,
      add: async (items) => void kept.push(...items),
      close: async () => undefined,
    }),
    lanes: lanes({ now: () => 0, pause: async () => undefined }, [{ most: 1, withinMs: 1000 }]),
    reach: reach(),
    carrierOf: () => ({ call, respond: async () => ({ is: 'unsure' }) }),
    worded: (message) => message,
    onBug,
  };
  const remember = (channel: string): Promise<void> =>
    parts.register.add({ is: 'channel', team: 'T0HOST', account: 'T0HEALTH/UNURSE', channel });
  const courier = slackCourier(parts);
  return {
    parts,
    calls,
    channels,
    bugs,
    remember,
    isReady: () => courier.isReady?.(person('health-lead')),
    send: (to = 'health-lead') => courier.send(person(to), plain('A message')),
  };
};

describe('the way to somebody', () => {
  it('is opened once, and remembered', async () => {
    const { send, calls } = open();
    expect([await send(), await send()]).toEqual(['sent', 'sent']);
    expect(calls).toEqual([
      'conversations.open UNURSE',
      'chat.postMessage D0NEW',
      'chat.postMessage D0NEW',
    ]);
  });

  it('is opened anew where the one that is remembered is gone', async () => {
    const { send, remember, calls, bugs } = open();
    await remember('D0OLD');
    expect(await send()).toBe('sent');
    expect(calls).toEqual([
      'chat.postMessage D0OLD',
      'conversations.open UNURSE',
      'chat.postMessage D0NEW',
    ]);
    expect(await send()).toBe('sent');
    expect(calls).toHaveLength(4);
    expect(bugs).toEqual([]);
  });

  it('is none where the new one is gone too: somebody else has to say it', async () => {
    const { send, remember, channels } = open();
    channels.clear();
    await remember('D0OLD');
    expect(await send()).toBe('undeliverable');
  });

  it.each<readonly [string, Called, string]>([
    ['may have been opened', { is: 'unsure' }, 'not-sent'],
    ['cannot be opened now', { is: 'limited', seconds: 30 }, 'not-sent'],
    ['somebody has to mend', { is: 'refused', error: 'missing_scope' }, 'not-sent'],
    ['leads to nobody any more', { is: 'refused', error: 'user_disabled' }, 'undeliverable'],
  ])('that %s: nothing was posted yet, so nothing is unsure', async (_, opens, is) => {
    expect(await open(opens).send()).toBe(is);
  });

  it('is none to whoever has no account', async () => {
    const { send, calls } = open();
    expect(await send('manager')).toBe('undeliverable');
    expect(calls).toEqual([]);
  });

  it('is not tried while the workspace is away, or Slack has said to wait', async () => {
    const { isReady, parts } = open();
    expect(isReady()).toBe(true);
    parts.reach.lost('T0HOST');
    expect(isReady()).toBe(false);
    parts.reach.heard('T0HOST');
    parts.lanes.hold('T0HEALTH/UNURSE', 30);
    expect(isReady()).toBe(false);
  });
});
