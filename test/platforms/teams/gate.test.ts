import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../../../src/platforms/teams/gate.ts';
import { publishedKeys } from '../../../src/platforms/teams/keys.ts';
import { APP, type Authority, authority, PARTNER, TENANT } from '../../support/teams/authority.ts';

const SERVICE = 'https://smba.trafficmanager.net/uk/';
const NOW = Date.parse('2026-03-30T08:00:00Z');
const seconds = (at: number): number => Math.floor(NOW / 1000) + at;

const activity = (more: object = {}): object => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE,
  from: { id: '29:a', aadObjectId: '0c0c0c0c-0000-4000-8000-000000000001' },
  recipient: { id: `28:${APP}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  text: 'due',
  ...more,
});

let signer: Authority;
beforeAll(async () => {
  signer = await authority(
    () => NOW,
    () => SERVICE,
  );
});

const open = (tenants: readonly string[] = [], of: () => Authority = () => signer) => {
  let asked = 0;
  let now = NOW;
  const keys = publishedKeys({
    now: () => now,
    fetchKeys: async () => {
      asked += 1;
      return of().keySet();
    },
  });
  const settings = { app: APP, tenant: TENANT, tenants, hosts: ['smba.trafficmanager.net'] };
  const door = gate({ settings, keys, now: () => now });
  const send = async (token: string, body: unknown = activity(), method = 'POST') =>
    door.check({
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    });
  return {
    door,
    send,
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
  };
};

describe('the gate in front of the SDK', () => {
  it('lets in what the Bot Framework signed for this app', async () => {
    const letIn = await open().send(await signer.token());
    expect(letIn?.activity).toMatchObject({ text: 'due', from: { id: '29:a' } });
  });

  const secret = new TextEncoder().encode('a secret of at least thirty-two bytes, for HMAC');
  const usual = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE };
  it.each<readonly [string, () => Promise<string> | string]>([
    ['signed by another key', () => signer.token({}, { stray: true, kid: 'first' })],
    ['signed by a key that nobody published', () => signer.token({}, { stray: true })],
    ['of a key that may not sign for Teams', () => signer.token({}, { unendorsed: true })],
    [
      'signed with HS256',
      () =>
        new SignJWT({ ...usual, exp: seconds(60) })
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(secret),
    ],
    ['signed by nobody', () => new UnsecuredJWT({ ...usual, exp: seconds(60) }).encode()],
    ['of another issuer', () => signer.token({ iss: 'https://sts.windows.net/x/' })],
    [
      'of an issuer that looks like it',
      () => signer.token({ iss: 'https://api.botframework.com/' }),
    ],
    ['of no issuer', () => signer.token({ iss: null as never })],
    ['for another app', () => signer.token({ aud: '0a0a0a0a-0000-4000-8000-000000000009' })],
    ['for this app and another', () => signer.token({ aud: [APP, 'other'] })],
    ['for no app', () => signer.token({ aud: null as never })],
    ['over since ten minutes', () => signer.token({ exp: seconds(-600) })],
    ['that never ends', () => signer.token({ exp: null as never })],
    ['that is not valid yet', () => signer.token({ nbf: seconds(600) })],
    ['with another service URL', () => signer.token({ serviceurl: 'https://evil.example/' })],
    ['with no service URL', () => signer.token({ serviceurl: null })],
    ['cut short', async () => (await signer.token()).slice(0, -4)],
    ['with a changed claim', async () => altered(await signer.token())],
    ['that is none', () => 'x'],
    ['that is empty', () => ''],
  ])('refuses a token %s', async (_, token) => {
    expect(await open().send(await token())).toBeUndefined();
  });

  it.each<readonly [string, object]>([
    [
      'another tenant',
      { conversation: { id: 'a:1', conversationType: 'personal', tenantId: PARTNER } },
    ],
    ['another tenant in channelData', { channelData: { tenant: { id: PARTNER } } }],
    [
      'somebody of another tenant',
      { from: { id: '29:a', aadObjectId: PARTNER, tenantId: PARTNER } },
    ],
    [
      'no tenant at all',
      { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} },
    ],
    ['another service URL', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['another channel', { channelId: 'webchat' }],
    ['no sender', { from: undefined }],
  ])('refuses an activity of %s', async (_, more) => {
    expect(await open().send(await signer.token(), activity(more))).toBeUndefined();
  });

  it('refuses a service URL that is not on the list, though it is signed', async () => {
    for (const serviceurl of [
      'https://evil.example/',
      'https://smba.trafficmanager.net.evil.example/',
      'http://smba.trafficmanager.net/uk/',
      'https://smba.trafficmanager.net:8443/uk/',
      'https://smba.trafficmanager.net@evil.example/',
    ]) {
      const token = await signer.token({ serviceurl });
      expect(await open().send(token, activity({ serviceUrl: serviceurl }))).toBeUndefined();
    }
  });

  it('lets other tenants in that are on the list', async () => {
    const other = activity({ channelData: { tenant: { id: PARTNER } } });
    expect(await open([PARTNER]).send(await signer.token(), other)).toBeDefined();
  });

  it.each(['', '[]', '"x"', 'null', '{', '{}'])('refuses the body %j', async (body) => {
    expect(await open().send(await signer.token(), body)).toBeUndefined();
  });

  it('refuses what is not posted, and what has another scheme', async () => {
    const { door, send } = open();
    const token = await signer.token();
    expect(await send(token, activity(), 'GET')).toBeUndefined();
    for (const authorization of [`Basic ${token}`, token, `Bearer ${token} x`, undefined])
      expect(
        await door.check({
          method: 'POST',
          headers: { authorization },
          body: Buffer.from(JSON.stringify(activity())),
        }),
      ).toBeUndefined();
  });

  it('lets nothing in that is made at random', async () => {
    const { send } = open();
    await fc.assert(
      fc.asyncProperty(fc.string(), async (token) => (await send(token)) === undefined),
    );
  });
});

describe('the published keys', () => {
  it('are asked for once, and again when one is unknown', async () => {
    const rolling = await authority(
      () => NOW,
      () => SERVICE,
    );
    const { send, asked, pass } = open([], () => rolling);
    await send(await rolling.token());
    await send(await rolling.token());
    expect(asked()).toBe(1);
    await rolling.roll();
    pass(31_000);
    expect(await send(await rolling.token())).toBeDefined();
    expect(asked()).toBe(2);
  });

  it('are not asked for whenever somebody invents a key', async () => {
    const { send, asked } = open();
    for (let n = 0; n < 50; n += 1) await send(await signer.token({}, { kid: `made-up-${n}` }));
    expect(asked()).toBe(1);
  });

  it('are looked at once a day, and serve where they cannot be', async () => {
    const { send, asked, pass } = open();
    const fresh = (at: number) => signer.token({ nbf: seconds(at), exp: seconds(at + 3600) });
    await send(await fresh(0));
    pass(25 * 60 * 60_000);
    expect(await send(await fresh(25 * 3600))).toBeDefined();
    expect(asked()).toBe(2);
  });
});

/** The same signature under other claims. */
const altered = (token: string): string => {
  const [head, body = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 1 }));
  return [head, changed.toString('base64url'), signature].join('.');
};
