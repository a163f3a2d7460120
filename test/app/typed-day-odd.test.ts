import { expect, it } from 'vitest';
import { readDay } from '../../src/app/typed-day.ts';
import { day } from '../../src/domain/day.ts';
import { shippedCalendar } from '../../src/domain/holidays.ts';

const read = (typed: string) =>
  readDay(typed, { today: day('2026-03-30'), calendar: shippedCalendar });

it.each(['constructor', '__proto__', 'toString', 'wedding 1 April', 'sundry 1 April'])(
  '"%s" is no day',
  (typed) => {
    expect(read(typed)).toHaveProperty('unclear');
  },
);

it.each(['0206-03-30', '30/3/0206', '0000-01-01', '9999-12-31', '30 March 1026'])(
  'the year of %s is to be checked',
  (typed) => {
    expect(read(typed)).toEqual({ unclear: 'check the year' });
  },
);
