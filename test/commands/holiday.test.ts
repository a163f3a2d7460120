import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { asking, duties } from '../support/ledger.ts';

const LOG = '2026-06-08 09:00 @notifier /incident log harm=died abuse=known aware=2026-06-08';
const manager = (typed: string) => asking(`${LOG}\n2026-06-09 10:00 @manager ${typed}`);

describe('/holiday', () => {
  it('adds a day, and says what it moves', () => {
    const asked = manager('/holiday add on=2026-06-12 name="Jubilee holiday"');
    expect(asText(asked.decision.message)).toContain(
      'SI-2026-1, notify the Panel: from Mon 15 Jun to Tue 16 Jun',
    );
    expect(duties(asked, 'SI-2026-1')[0]).toEqual(['notify-panel', '2026-06-16', 'open']);
  });

  it('strikes one out again', () => {
    const asked = manager(
      '/holiday add on=2026-06-12 name="Jubilee holiday"\n2026-06-09 10:30 @manager /holiday remove on=2026-06-12',
    );
    expect(duties(asked, 'SI-2026-1')[0]).toEqual(['notify-panel', '2026-06-15', 'open']);
  });

  it('lists a year', () => {
    expect(asText(manager('/holiday list year=2026').decision.message)).toContain(
      'Fri 3 Apr 2026: Good Friday',
    );
  });

  it.each([
    ['/holiday add on=2026-12-25 name="Another"', 'a bank holiday already'],
    ['/holiday add on=2026-06-13 name="Saturday"', 'not a working day anyway'],
    ['/holiday remove on=2026-06-10', 'is not a bank holiday'],
    ['/holiday list year=2040', 'not known here'],
  ])('declines %s', (typed, expected) => {
    const { decision } = manager(typed);
    expect(decision.is).toBe('refused');
    expect(asText(decision.message)).toContain(expected);
  });
});
