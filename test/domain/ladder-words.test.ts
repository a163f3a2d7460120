import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rungName, sayRungName, sayWhen } from '../../src/domain/ladder.ts';

const unit = fc.constantFrom('working-days' as const, 'calendar-days' as const);

it('a rung is said by its name as it is by itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), unit, (at, of) => {
      const rung = { at, unit: of, to: [] };
      expect(sayRungName(rungName(rung))).toBe(sayWhen(rung));
    }),
  );
  expect(sayRungName('-2 WD')).toBe('2 working days before');
  expect(sayRungName('+30 days')).toBe('30 days after');
  expect(sayRungName('0 WD')).toBe('on the day');
});

it('what is no rung of a ladder keeps its name', () => {
  for (const name of ['digest', 'moved', 'stale 2026-04-01']) expect(sayRungName(name)).toBe(name);
});
