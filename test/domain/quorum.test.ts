import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadArrangement, shippedArrangements } from '../../src/arrangements/load.ts';
import type { Body } from '../../src/domain/body.ts';
import { bodyOn } from '../../src/domain/body-on.ts';
import { day } from '../../src/domain/day.ts';
import { quorumOf } from '../../src/domain/quorum.ts';

const TODAY = day('2026-03-17');
const bodyIn = (name: string, id: string): Body => {
  const body = bodyOn(loadArrangement(name), id, TODAY);
  if (!body) throw new Error(`${name} has no body ${id}`);
  return body;
};

describe('the sources’ own examples', () => {
  it.each([
    // S0 8.12(a): two statutory partners; S0 8.12(b): all of them.
    ['merton-2019', 'partnership', 'council police', 'quorate'],
    ['merton-2019', 'partnership', 'council', 'inquorate, 1 of health police'],
    ['merton-2019', 'partnership', '', 'inquorate, 2 of council health police'],
    ['merton-2019', 'partnership', 'health probation housing', 'inquorate, 1 of council police'],
    ['merton-2019', 'executive', 'council health police', 'quorate'],
    ['merton-2019', 'executive', 'council health', 'inquorate, 1 of police'],
    // S1, Accountability, says the same of both.
    ['merton-2021', 'partnership', 'health police', 'quorate'],
    ['merton-2021', 'executive', 'health police', 'inquorate, 1 of council'],
    ['merton-2023', 'executive', 'council health police', 'quorate'],
    // S2, 4.2.2: it is in Sutton's constitution, which nobody has here.
    ['sutton-2019', 'board', 'council health police', 'unruled'],
    // S3, Stockport: three of five are not enough, whichever they are.
    ['stockport-like', 'executive', 'council health police education', 'quorate'],
    [
      'stockport-like',
      'executive',
      'council health police head-teachers',
      'inquorate, 1 of education',
    ],
    // Four partners, three of whom have to be there.
    ['staffordshire-like', 'partnership', 'stoke health police', 'quorate'],
    ['staffordshire-like', 'partnership', 'stoke health', 'inquorate, 1 of council police'],
    // Each area's own council counts for its own group.
    ['derby-like', 'county-group', 'county-council police', 'quorate'],
    ['derby-like', 'county-group', 'council police', 'inquorate, 1 of county-council health'],
    [
      'three-boroughs-like',
      'third-group',
      'council health police',
      'inquorate, 1 of third-council',
    ],
    ['warwickshire-like', 'executive', 'council health police', 'quorate'],
    ['rotherham-like', 'partnership', 'police health', 'quorate'],
    ['north-lincolnshire-like', 'partnership', 'police health', 'inquorate, 1 of council'],
  ])('%s, %s, with %s', (name, id, there, expected) => {
    const found = quorumOf(bodyIn(name, id), there.split(' '));
    expect(
      found.is === 'inquorate'
        ? `inquorate, ${found.lacking} of ${found.missing.join(' ')}`
        : found.is,
    ).toBe(expected);
  });
});

const ruled = shippedArrangements().flatMap((name) => {
  const { bodies, agencies, posts } = loadArrangement(name);
  const seats = [...agencies.map(({ id }) => id), ...posts.keys()];
  return bodies.flatMap((body) =>
    body.quorum ? [{ called: `${name}, ${body.id}`, body, quorum: body.quorum, seats }] : [],
  );
});

it('has something to say of every arrangement but Sutton', () =>
  expect(new Set(ruled.map(({ called }) => called.split(',')[0])).size).toBe(
    shippedArrangements().length - 1,
  ));

describe.each(ruled)('the laws of quorum: $called', ({ body, quorum, seats }) => {
  const attendance = fc.subarray(seats);

  it('is nothing but a count of the seats that it names', () =>
    fc.assert(
      fc.property(attendance, (there) => {
        const counted = quorum.of.filter((seat) => there.includes(seat)).length;
        expect(quorumOf(body, there).is).toBe(counted >= quorum.n ? 'quorate' : 'inquorate');
      }),
    ));

  it('is never undone by one who comes, nor changed by one who comes twice or has no vote in it', () =>
    fc.assert(
      fc.property(attendance, fc.constantFrom(...seats), (there, one) => {
        const before = quorumOf(body, there);
        const after = quorumOf(body, [...there, one]);
        if (before.is === 'quorate') expect(after.is).toBe('quorate');
        if (there.includes(one) || !quorum.of.includes(one)) expect(after).toEqual(before);
      }),
    ));

  it('is there once as many of the missing have come as it says, and not before', () =>
    fc.assert(
      fc.property(attendance, fc.gen(), (there, gen) => {
        const found = quorumOf(body, there);
        if (found.is !== 'inquorate') return;
        const { missing, lacking } = found;
        const come = gen(fc.shuffledSubarray, [...missing], {
          minLength: lacking,
          maxLength: lacking,
        });
        expect(quorumOf(body, [...there, ...come]).is).toBe('quorate');
        expect(quorumOf(body, [...there, ...come.slice(1)]).is).toBe('inquorate');
      }),
    ));

  it('can be reached by its own members', () => {
    const own = body.members?.map(({ seat }) => seat) ?? quorum.of;
    expect(quorumOf(body, own)).toEqual({ is: 'quorate' });
    expect(quorumOf(body, []).is).toBe('inquorate');
  });
});
