import { describe, expect, it } from 'vitest';
import { daysInFile } from '../../src/app/dates-file.ts';
import { openHouse, textOf } from '../support/house.ts';

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;
const event = (...lines: readonly string[]) =>
  ['BEGIN:VEVENT', 'UID:one@example.org', ...lines, 'END:VEVENT'].join('\n');
const file = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ZONE, ...events, 'END:VCALENDAR'].join('\r\n');

const days = (...events: readonly string[]) =>
  daysInFile(file(...events), '2026-09-01' as never, '2027-08-31' as never);

describe('the days of an iCalendar file', () => {
  it.each([
    ['a time in London', ['DTSTART;TZID=Europe/London:20261012T100000'], ['2026-10-12']],
    ['late in the evening in UTC, in summer', ['DTSTART:20260914T233000Z'], ['2026-09-15']],
    ['the same in winter', ['DTSTART:20261214T233000Z'], ['2026-12-14']],
    [
      'a zone the file does not explain',
      ['DTSTART;TZID=GMT Standard Time:20261012T233000'],
      ['2026-10-12'],
    ],
    [
      'whole days, of which the last is not one',
      ['DTSTART;VALUE=DATE:20261026', 'DTEND;VALUE=DATE:20261029'],
      ['2026-10-26', '2026-10-27', '2026-10-28'],
    ],
    [
      'every second Wednesday of a quarter, but for one, over both clock changes',
      [
        'DTSTART;TZID=Europe/London:20260909T003000',
        'RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE;COUNT=4',
        'EXDATE;TZID=Europe/London:20261209T003000',
      ],
      ['2026-09-09', '2027-03-10', '2027-06-09'],
    ],
    ['what is cancelled', ['DTSTART:20261012T100000Z', 'STATUS:CANCELLED'], []],
    ['what is over', ['DTSTART:20260712T100000Z'], []],
  ])('%s', (_, lines, expected) => expect(days(event(...lines))).toEqual(expected));

  it('write out a rule without an end as far as is asked', () => {
    const weekly = days(event('DTSTART:20200101T100000Z', 'RRULE:FREQ=WEEKLY'));
    expect(weekly).toHaveLength(52);
  });

  it('say what to do where there is no calendar', () => {
    expect(daysInFile('not one', '2026-09-01' as never, '2027-08-31' as never)).toEqual({
      unclear: expect.stringContaining('Save it as iCalendar'),
    });
  });
});

describe('/meeting import', () => {
  const BOARD = file(
    event(
      'SUMMARY:Mary Brown and the Board',
      'DTSTART;TZID=Europe/London:20261014T140000',
      'RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=3',
    ),
  );
  const open = () => {
    const house = openHouse({ at: '2026-09-01 10:00' });
    const put = (ics: string, more: Readonly<Record<string, string>> = {}) =>
      house.request({
        actor: 'manager',
        via: 'local',
        asking: {
          command: 'meeting import',
          fields: { name: 'Safeguarding Adults Board', file: ics, ...more },
        },
      });
    return { ...house, put };
  };

  it('keeps planned meetings clear of them, and says of a scheduled one what it clashes with', async () => {
    const { put, ask, store } = open();
    const said = textOf(await put(BOARD));
    expect(said).toContain('3 days of Safeguarding Adults Board are kept clear');
    expect(textOf(await ask('manager', '/meeting plan partnership months=6'))).toContain(
      'Wed 21 Oct',
    );
    const clash = textOf(await ask('manager', '/meeting schedule body=executive on=2026-10-14'));
    expect(clash).toContain('That day is also: Safeguarding Adults Board.');
    expect(JSON.stringify(await store.read())).not.toContain('Mary');
  });

  it('replaces what the same name brought, and takes it away with none', async () => {
    const { put, ask } = open();
    await put(BOARD);
    const again = textOf(
      await put(file(event('DTSTART;VALUE=DATE:20261026')), { kind: 'holidays' }),
    );
    expect(again).toContain(
      '1 day of Safeguarding Adults Board is kept clear, in place of the 3 before',
    );
    expect(textOf(await put(file()))).toContain('0 days');
    expect(
      textOf(await ask('manager', '/meeting schedule body=executive on=2026-10-26')),
    ).not.toContain('also');
    expect(textOf(await put(file()))).toContain('no day in the next 24 months');
    expect(textOf(await put('nothing'))).toContain('cannot be read as a calendar');
  });
});
