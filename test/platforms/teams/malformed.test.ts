import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

/** All of them at night; by day as many as there is time for. */
const COUNT = process.env.HEED_SEED === 'random' ? 10_000 : 2_000;
const AT_ONCE = 40;

const base = (stage: TeamsStage): Readonly<Record<string, unknown>> => {
  const { person } = stage.who('manager');
  return {
    type: 'invoke',
    id: '1',
    channelId: 'msteams',
    serviceUrl: stage.teams.serviceUrl,
    from: { id: person.id, aadObjectId: person.object },
    recipient: { id: '28:bot' },
    conversation: { id: person.chat, conversationType: 'personal', tenantId: person.tenant },
    channelData: { tenant: { id: person.tenant } },
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'due', data: { action: 'due', fields: {} } } },
    replyToId: '2',
    text: 'due',
    entities: [],
  };
};

const NAMES = ['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/query', ''];
const TYPES = [
  'message',
  'invoke',
  'conversationUpdate',
  'installationUpdate',
  'typing',
  'event',
  '',
];
const KEYS = [
  'type',
  'id',
  'channelId',
  'serviceUrl',
  'from',
  'recipient',
  'conversation',
  'channelData',
  'name',
  'value',
  'replyToId',
  'text',
  'entities',
  'action',
  'membersAdded',
  '__proto__',
];

const junk = fc.oneof(
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom(null, true, -1, '', [], {}, 'x'.repeat(5000), { data: null }, { action: {} }),
  fc.constantFrom(...NAMES, ...TYPES),
  fc.record({ data: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })) }),
  fc.record({
    action: fc.record({
      verb: fc.constantFrom('save', 'due', 'incident log', '__proto__', ''),
      data: fc.dictionary(
        fc.constantFrom('command', 'name', 'fields', 'action', 'field.harm', '__proto__', 'x'),
        fc.oneof(fc.string(), fc.jsonValue({ maxDepth: 1 })),
      ),
    }),
  }),
);

/** One to three of its parts are something else, or are not there. */
const spoilt = fc.record({
  type: fc.constantFrom(...TYPES),
  name: fc.constantFrom(...NAMES),
  parts: fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.option(junk, { nil: undefined })), {
    minLength: 1,
    maxLength: 3,
  }),
});

describe('what Teams never sends', () => {
  it(`is survived, ${COUNT} times: nothing is written, nothing breaks, and whoever asks is answered`, async () => {
    const stage = await teamsStage({ cases: false });
    const token = await stage.teams.authority.token();
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const send = (body: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const asked = request(stage.url, { method: 'POST', agent, headers }, (response) => {
          response.resume();
          response.once('end', () => resolve(response.statusCode ?? 0));
        });
        asked.once('error', reject);
        asked.end(body);
      });
    const given = base(stage);
    const bodies = fc
      .sample(spoilt, COUNT)
      .map(({ type, name, parts }, at) =>
        JSON.stringify({ ...given, type, name, id: String(at), ...Object.fromEntries(parts) }),
      );
    const statuses = new Map<number, number>();
    for (let from = 0; from < COUNT; from += AT_ONCE)
      for (const status of await Promise.all(bodies.slice(from, from + AT_ONCE).map(send)))
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
    await stage.quiet();
    agent.destroy();
    expect([...statuses.keys()].filter((status) => ![200, 401, 501].includes(status))).toEqual([]);
    expect(statuses.get(401)).toBeGreaterThan(COUNT / 10);
    expect(statuses.get(200)).toBeGreaterThan(COUNT / 10);
    expect(stage.bugs).toEqual([]);
    expect((await stage.engine().store.read()).records.size).toBe(0);
    await stage.who('notifier').types('due');
    await stage.quiet();
    expect(stage.who('notifier').sees().at(-1)?.text).toBe('You owe nothing at the moment.');
  });
});
