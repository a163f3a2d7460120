import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../src/domain/day.ts';
import {
  childCode,
  codesBefore,
  compareReferences,
  counterOf,
  isReference,
  type Ref,
  reference,
} from '../../src/domain/reference.ts';

describe('a child’s code', () => {
  it.each([
    [1, 'Child A'],
    [13, 'Child M'],
    [26, 'Child Z'],
    [27, 'Child AA'],
    [52, 'Child AZ'],
    [53, 'Child BA'],
    [702, 'Child ZZ'],
    [703, 'Child AAA'],
  ])('number %i is %s', (number, code) => {
    expect(childCode(number)).toBe(code);
  });

  it.each([
    ['A', 0],
    ['L', 11],
    ['AA', 26],
  ])('a partnership that goes on from %s has given out %i', (first, before) => {
    expect(codesBefore(first)).toBe(before);
  });

  test('is never given twice', () => {
    const codes = Array.from({ length: 2000 }, (_, number) => childCode(number + 1));
    expect(new Set(codes).size).toBe(2000);
  });

  test('and its number can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (number) => {
        expect(codesBefore(childCode(number).replace('Child ', ''))).toBe(number - 1);
      }),
    );
  });
});

describe('a reference', () => {
  it('counts within its year, in London', () => {
    expect(reference(counterOf('SI', day('2026-12-31')), 3)).toBe('SI-2026-3');
  });

  it.each(['SI-2026-1', 'DS-2031-120'])('%s is one', (text) => {
    expect(isReference(text)).toBe(true);
  });

  it.each(['SI-2026-0', 'SI-26-1', 'XX-2026-1', 'SI-2026-1 ', 'si-2026-1', ''])(
    '"%s" is none',
    (text) => {
      expect(isReference(text)).toBe(false);
    },
  );

  it('sorts by its number, not by its letters', () => {
    const sorted = ['SI-2026-10', 'SI-2026-2', 'SI-2025-11'] as Ref[];
    expect(sorted.sort(compareReferences)).toEqual(['SI-2025-11', 'SI-2026-2', 'SI-2026-10']);
  });
});
