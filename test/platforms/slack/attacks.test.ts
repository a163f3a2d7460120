import { randomBytes } from 'node:crypto';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { signed } from '../../support/slack/double.ts';
import { slackStage } from '../../support/slack-stage.ts';

const FORM = 'application/x-www-form-urlencoded';
const MARK = 'Marguerite07700900123';

const commandBody = (more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    team_id: 'T0HOST',
    user_id: 'UMANAGER',
    command: '/incident',
    text: `log harm=died abuse=known secure-ref="${MARK}"`,
    trigger_id: randomBytes(8).toString('hex'),
    response_url: 'http://127.0.0.1:1/',
    ...more,
  }).toString();

type Attack = readonly [name: string, body: string, headers: Readonly<Record<string, string>>];

/** Every kind of request that must not get in, each time another one. */
const attacks = (secret: string, now: number, genuine: Attack): readonly (() => Attack)[] => {
  const sign = (body: string, at = now, key = secret) => signed(key, at, body);
  const named = (name: string, body: string, headers: Readonly<Record<string, string>>): Attack => [
    name,
    body,
    { 'content-type': FORM, ...headers },
  ];
  return [
    () => named('forged', commandBody(), sign(commandBody(), now, 'guessed')),
    () => named('replayed', genuine[1], genuine[2]),
    () => {
      const body = commandBody();
      return named('stale', body, sign(body, now - 301_000 - Math.random() * 1e7));
    },
    () => {
      const body = commandBody();
      return named('from the future', body, sign(body, now + 301_000 + Math.random() * 1e7));
    },
    () => named('unsigned', commandBody(), {}),
    () => {
      const body = commandBody();
      return named('changed on its way', `${body}&x=1`, sign(body));
    },
    () => {
      const body = commandBody();
      const all = sign(body);
      const [name = ''] = Object.keys(all).filter((key) => /signature/i.test(key));
      return named('cut short', body, { ...all, [name]: (all[name] ?? '').slice(0, 40) });
    },
    () => {
      const body = commandBody({ team_id: 'T0OTHER' });
      return named('signed, of another workspace', body, sign(body));
    },
    () => {
      const cut = `{"type":"block_actions","${MARK}${randomBytes(8).toString('hex')}`;
      const body = `payload=${encodeURIComponent(cut)}`;
      return named('signed, and no JSON', body, sign(body));
    },
    () => {
      const body = randomBytes(Math.floor(Math.random() * 300)).toString('latin1');
      return named('noise', body, sign(body, now, 'guessed'));
    },
    () => named('of another type', commandBody(), { 'content-type': 'text/plain', ...sign('') }),
  ];
};

/** Over a few connections that are kept, as an attacker would. */
const post = (url: string, [, body, headers]: Attack): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = ask(url, { method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });

it('10,000 forged, replayed, stale, future-dated and malformed requests are refused, and leave nothing behind', async () => {
  const stage = await slackStage({ cases: false });
  const now = Date.parse(stage.now());
  const { signingSecret } = stage.slack;
  const body = commandBody({ text: 'due' });
  const genuine: Attack = [
    'genuine',
    body,
    { 'content-type': FORM, ...signed(signingSecret, now, body) },
  ];
  const url = stage.requestUrl;
  expect(await post(url, genuine)).toBe(200);
  const before = (await stage.engine().store.read()).seq;
  const kinds = attacks(signingSecret, now, genuine);
  const statuses = new Map<string, Set<number>>();
  const written: string[] = [];
  const spy = (chunk: unknown): boolean => {
    written.push(String(chunk));
    return true;
  };
  const { stdout, stderr } = process;
  const originals = [stdout.write, stderr.write] as const;
  stdout.write = spy;
  stderr.write = spy;
  try {
    for (let n = 0; n < 10_000; n += 50) {
      const some = Array.from({ length: 50 }, (_, at) => kinds[(n + at) % kinds.length]?.());
      await Promise.all(
        some.map(async (attack) => {
          if (!attack) return;
          const status = await post(url, attack);
          statuses.set(attack[0], (statuses.get(attack[0]) ?? new Set()).add(status));
        }),
      );
    }
  } finally {
    [stdout.write, stderr.write] = originals;
  }
  expect(Object.fromEntries([...statuses].map(([name, of]) => [name, [...of]]))).toEqual({
    forged: [401],
    replayed: [401],
    stale: [401],
    'from the future': [401],
    unsigned: [401],
    'changed on its way': [401],
    'cut short': [401],
    'signed, of another workspace': [401],
    'signed, and no JSON': [400],
    noise: [401],
    'of another type': [415],
  });
  expect(written.join('')).not.toContain(MARK);
  expect(stage.bugs).toEqual([]);
  expect((await stage.engine().store.read()).seq).toBe(before);
  expect(JSON.stringify(stage.slack.calls)).not.toContain(MARK);
  // The process is unharmed: it goes on answering.
  const manager = stage.who('manager');
  await manager.types('/incident log harm=died abuse=known');
  expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
});

it('what is too large is refused', async () => {
  const stage = await slackStage({ cases: false });
  const body = 'x'.repeat(1_000_001);
  const headers = {
    'content-type': FORM,
    ...signed(stage.slack.signingSecret, Date.parse(stage.now()), body),
  };
  const status = await post(stage.requestUrl, ['large', body, headers]).catch(() => 413);
  expect(status).toBe(413);
});

it('Slack’s own questions of the address are answered', async () => {
  const stage = await slackStage({ cases: false });
  expect(await stage.slack.verifyUrl()).toBe(true);
});

/** Begins a request that is to be longer, and hangs up. */
const hangUp = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const head = ['POST /slack/events HTTP/1.1', 'host: x', `content-type: ${FORM}`];
    const begun = [...head, 'content-length: 1000', '', 'payload='].join('\r\n');
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(begun, () => socket.destroy()),
    );
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });

it('a connection that breaks half-way is no bug, and keeps nobody from being answered', async () => {
  const stage = await slackStage({ cases: false });
  await Promise.all(Array.from({ length: 20 }, () => hangUp(stage.requestUrl)));
  const manager = stage.who('manager');
  await manager.types('/due');
  expect((await manager.answer()).words).toContain('You owe nothing');
  await stage.slack.settled(60);
  expect(stage.bugs).toEqual([]);
});
