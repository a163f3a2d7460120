import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

interface Heard {
  readonly status: number | undefined;
  readonly headers: readonly string[];
  readonly body: string;
}

const post = (stage: TeamsStage, authorization: string, body: string): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const asked = request(stage.url, { method: 'POST', headers }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      const { statusCode: status, headers } = response;
      resolve({ status, headers: Object.keys(headers), body: Buffer.concat(parts).toString() });
    });
    asked.once('error', reject);
    asked.end(body);
  });

const activity = (stage: TeamsStage, more: object = {}): string => {
  const { person } = stage.who('manager');
  return JSON.stringify({
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: stage.teams.serviceUrl,
    from: { id: person.id, aadObjectId: person.object },
    recipient: { id: '28:bot' },
    conversation: { id: person.chat, conversationType: 'personal', tenantId: person.tenant },
    text: 'incident log harm=died abuse=suspected aware=2026-03-30',
    ...more,
  });
};

describe('the messaging endpoint', () => {
  it('refuses everything alike, with nothing of the cause in it', async () => {
    const stage = await teamsStage({ cases: false });
    const { authority } = stage.teams;
    const good = await authority.token();
    const whole = activity(stage);
    const refusals = await Promise.all([
      post(stage, '', whole),
      post(stage, 'Bearer nonsense', whole),
      post(stage, `Bearer ${await authority.token({}, { stray: true, kid: 'first' })}`, whole),
      post(stage, `Bearer ${await authority.token({ aud: 'another' })}`, whole),
      post(stage, `Bearer ${await authority.token({ exp: 1 })}`, whole),
      post(stage, `Bearer ${await authority.token({ iss: 'https://evil.example' })}`, whole),
      post(stage, `Bearer ${good}`, activity(stage, { serviceUrl: 'https://evil.example/' })),
      post(stage, `Bearer ${good}`, activity(stage, { channelId: 'emulator' })),
      post(stage, `Bearer ${good}`, '{'),
      post(stage, `Bearer ${good}`, `"${'x'.repeat(1_100_000)}"`),
    ]);
    for (const { status, headers, body } of refusals) {
      expect({ status, body }).toEqual({ status: 401, body: '' });
      expect(headers).not.toContain('www-authenticate');
      expect(headers).not.toContain('content-type');
    }
    await stage.quiet();
    expect((await stage.engine().store.read()).records.size).toBe(0);
    expect(stage.bugs).toEqual([]);
  });

  it('acknowledges a message only when what was asked is safe', async () => {
    const stage = await teamsStage({ cases: false });
    const { status } = await post(
      stage,
      `Bearer ${await stage.teams.authority.token()}`,
      activity(stage),
    );
    expect(status).toBe(200);
    expect((await stage.engine().store.read()).records.has('SI-2026-1' as never)).toBe(true);
  });

  it('knows no other invoke', async () => {
    const stage = await teamsStage({ cases: false });
    const other = activity(stage, { type: 'invoke', name: 'composeExtension/query', value: {} });
    const { status } = await post(stage, `Bearer ${await stage.teams.authority.token()}`, other);
    expect(status).toBe(501);
  });

  it('refuses whoever speaks while the keys cannot be asked for, and hears them afterwards', async () => {
    const stage = await teamsStage({ cases: false });
    const stop = stage.teams.faults.during(({ method }) =>
      method === 'keys' ? { is: 'status', status: 500 } : undefined,
    );
    const token = `Bearer ${await stage.teams.authority.token()}`;
    expect((await post(stage, token, activity(stage))).status).toBe(401);
    stop();
    await stage.tick('2026-03-30 09:02');
    expect((await post(stage, token, activity(stage))).status).toBe(200);
  });
});
