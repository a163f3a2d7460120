import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical, chained, GENESIS } from '../../store/chain.ts';

it('writes the same value the same way, however its keys are ordered', () => {
  expect(canonical({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}');
  expect(canonical({ a: null, b: [{ d: 1 }] })).toBe(canonical({ b: [{ d: 1 }], a: null }));
});

it('gives a text that says the same after it was read and written again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    }),
  );
});

// Worked out with `printf '%064d\n%s' 0 '{"a":1}' | sha256sum`, so that a log outlives this code.
it('hashes the hash before, a newline and the text', () => {
  expect(chained(GENESIS, '{"a":1}')).toBe(
    'f21735afd2cd6af4fc5804b0045cebfd545aef8396d29d030c39cb8880b45b7f',
  );
});
