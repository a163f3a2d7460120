import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '../../../src/platforms/slack/gate.ts';

const SECRET = 'a-signing-secret';
const NOW = Date.parse('2026-03-30T08:00:00Z');
const BODY = Buffer.from('team_id=T0HOST&command=%2Fdue');

const sign = (stamp: string, body: Buffer, secret = SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`;

const arrived = (
  seconds: number,
  more: { body?: Buffer; secret?: string; headers?: object; method?: string } = {},
) => {
  const { body = BODY, secret = SECRET, headers = {}, method = 'POST' } = more;
  const stamp = String(Math.floor(NOW / 1000) + seconds);
  return {
    method,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': sign(stamp, body, secret),
      ...headers,
    },
  };
};

const fresh = (secrets: readonly string[] = [SECRET]) => gate(secrets, () => NOW);
const REFUSED = { is: 'refused', status: 401 };

describe('the gate', () => {
  it('lets in what Slack signed, and says by which secret', () => {
    expect(fresh().check(arrived(0))).toEqual({ is: 'let-in', secret: SECRET });
    const two = fresh(['another', SECRET]);
    expect(two.check(arrived(0))).toEqual({ is: 'let-in', secret: SECRET });
    expect(two.check(arrived(0, { secret: 'another' }))).toEqual({
      is: 'let-in',
      secret: 'another',
    });
  });

  it.each([
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
    [3600, false],
    [-3600, false],
  ])('takes nothing that is dated more than five minutes from now: %i s', (seconds, isIn) => {
    expect(fresh().check(arrived(seconds)).is).toBe(isIn ? 'let-in' : 'refused');
  });

  it('takes nothing twice, for as long as it would be taken at all', () => {
    let now = NOW;
    const door = gate([SECRET], () => now);
    expect(door.check(arrived(0)).is).toBe('let-in');
    for (const later of [0, 1000, 299_000, 300_000]) {
      now = NOW + later;
      expect(door.check(arrived(0))).toEqual(REFUSED);
    }
  });

  it.each([
    ['GET', { method: 'GET' }, 405],
    ['another type', { headers: { 'content-type': 'text/plain' } }, 415],
    ['no type', { headers: { 'content-type': undefined } }, 415],
    ['no signature', { headers: { 'x-slack-signature': undefined } }, 401],
    ['no time', { headers: { 'x-slack-request-timestamp': undefined } }, 401],
    ['a time in words', { headers: { 'x-slack-request-timestamp': 'now' } }, 401],
    ['another secret', { secret: 'guessed' }, 401],
    ['an older version', { headers: { 'x-slack-signature': `v1=${'0'.repeat(64)}` } }, 401],
    ['a short signature', { headers: { 'x-slack-signature': 'v0=00' } }, 401],
    ['two signatures', { headers: { 'x-slack-signature': ['a', 'b'] } }, 401],
  ])('refuses %s', (_, more, status) => {
    expect(fresh().check(arrived(0, more))).toEqual({ is: 'refused', status });
  });

  it('refuses a signature of another body or another time', () => {
    const { headers } = arrived(0);
    expect(fresh().check({ method: 'POST', headers, body: Buffer.from('text=x') })).toEqual(
      REFUSED,
    );
    const later = { ...headers, 'x-slack-request-timestamp': String(NOW / 1000 + 1) };
    expect(fresh().check({ method: 'POST', headers: later, body: BODY })).toEqual(REFUSED);
  });

  it('lets in no guess, whatever it looks like', () => {
    fc.assert(
      fc.property(
        fc.record({
          body: fc.uint8Array({ maxLength: 200 }),
          signature: fc.oneof(
            fc.string(),
            fc
              .uint8Array({ minLength: 32, maxLength: 32 })
              .map((bytes) => `v0=${Buffer.from(bytes).toString('hex')}`),
          ),
          stamp: fc.oneof(fc.string(), fc.integer().map(String), fc.constant(String(NOW / 1000))),
          type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'x/y'),
        }),
        ({ body, signature, stamp, type }) => {
          const headers = {
            'content-type': type,
            'x-slack-request-timestamp': stamp,
            'x-slack-signature': signature,
          };
          return (
            fresh().check({ method: 'POST', headers, body: Buffer.from(body) }).is === 'refused'
          );
        },
      ),
    );
  });
});
