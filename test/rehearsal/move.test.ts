import { describe, expect, it } from 'vitest';
import { londonStamp } from '../../src/domain/day.ts';
import { destination } from '../../src/rehearsal/move.ts';
import { asking, merton } from '../support/ledger.ts';

const { ledger, now } = asking(
  '2026-04-01 10:00 @notifier /incident log harm=died abuse=known aware=2026-03-30',
);
const go = (wanted: string): string => {
  const wish = destination(wanted, { ledger, arrangement: merton, now });
  return 'to' in wish ? londonStamp(wish.to) : wish.sentence;
};

describe('moving the clock of a rehearsal', () => {
  it.each([
    ['tomorrow', '2026-04-02T09:00:00+01:00'],
    ['next-working-day', '2026-04-02T09:00:00+01:00'],
    ['next-notice', '2026-04-02T09:00:00+01:00'],
    ['2026-04-06', '2026-04-06T09:00:00+01:00'],
    ['2026-10-26', '2026-10-26T09:00:00+00:00'],
    ['2026-04-01', 'The clock goes forward only. Choose a day after Wed 1 Apr 2026.'],
    ['soon', 'Write the day as 2026-04-01.'],
  ])('%s: %s', (wanted, expected) => {
    expect(go(wanted)).toBe(expected);
  });

  it('has nowhere to go where nothing waits', () => {
    const empty = asking('2026-04-01 10:00 @manager /due');
    const wish = destination('next-notice', { ...empty, arrangement: { ...merton, cycle: [] } });
    expect(wish).toEqual({ sentence: 'Nothing is waiting to be sent. Log an incident first.' });
  });
});
