import { describe, expect, it } from 'vitest';
import { BadScript, readScript } from '../../src/rehearsal/script.ts';

const steps = (...lines: readonly string[]) => readScript(lines.join('\n')).steps;
const at = '2026-03-30T08:00:00.000Z';

describe('a line', () => {
  it.each([
    ['2026-03-30 09:00  @manager  /due', { is: 'says', who: 'manager', typed: '/due' }],
    ['2026-03-30 9:00 @manager /due', { is: 'says', who: 'manager', typed: '/due' }],
    ['  2026-03-30\t09:00\t@manager\t/due  ', { is: 'says', who: 'manager', typed: '/due' }],
    [
      '2026-03-30 09:00 @police-lead /why SI-2026-1 #1',
      { is: 'says', who: 'police-lead', typed: '/why SI-2026-1 #1' },
    ],
    ['2026-03-30 09:00 clock', { is: 'clock' }],
    [
      '2026-03-30 09:00 @police-lead press "Agree" on IR-2026-1',
      { is: 'presses', who: 'police-lead', label: 'Agree', on: 'IR-2026-1' },
    ],
    [
      '2026-03-30 09:00 @police-lead PRESS “Why?” on ir-2026-1',
      { is: 'presses', who: 'police-lead', label: 'Why?', on: 'IR-2026-1' },
    ],
  ])('%s', (line, does) => {
    expect(steps(line)).toEqual([{ line: 1, at, does }]);
  });

  it.each([
    ['2026-03-29 01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-06-01 00:00', '2026-05-31T23:00:00.000Z'],
    ['2026-10-25 01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-12-01 23:59', '2026-12-01T23:59:00.000Z'],
  ])('%s is on London’s clocks', (when, moment) => {
    expect(steps(`${when} clock`)[0]?.at).toBe(moment);
  });
});

describe('a script', () => {
  const WRITTEN = [
    '# a rehearsal',
    '',
    'arrangement: sutton-2019',
    '  # more',
    '2026-03-30 09:00 clock',
  ];

  it.each([
    ['as it is', WRITTEN.join('\n')],
    ['with the line ends of Windows', WRITTEN.join('\r\n')],
    ['with a byte order mark', `\uFEFF${WRITTEN.join('\n')}`],
    ['with a line end at its end', `${WRITTEN.join('\n')}\n\n`],
  ])('keeps its line numbers past comments and blank lines: %s', (_, text) => {
    expect(readScript(text)).toEqual({
      arrangement: { name: 'sutton-2019', line: 3 },
      steps: [{ line: 5, at, does: { is: 'clock' } }],
    });
  });

  it.each(['', '\n\n', '# nothing', '\uFEFF'])('may be empty: %j', (text) =>
    expect(readScript(text)).toEqual({ steps: [] }),
  );

  it('need not name an arrangement, and may name a file', () => {
    expect(readScript('2026-03-30 09:00 clock')).not.toHaveProperty('arrangement');
    expect(readScript('arrangement: our own.yaml').arrangement?.name).toBe('our own.yaml');
  });

  it('may have two things at one time', () =>
    expect(steps('2026-03-30 09:00 clock', '2026-03-30 09:00 @manager /due')).toHaveLength(2));
});

const LIKE = 'expected a day, a time and what happens, like: 2026-03-30 09:00  @manager  /due';
const SOMEBODY = 'expected "clock", or somebody and what they do: @manager  /due';
const COMMAND = 'expected a command like /due, or: press "Label" on SI-2026-1';

describe('a line that cannot be read is named, with what was expected', () => {
  it.each([
    ['hello', LIKE],
    ['2026-03-30 @manager /due', LIKE],
    ['30/3/2026 09:00 @manager /due', LIKE],
    ['2026-02-30 09:00 @manager /due', LIKE],
    ['2026-03-30 24:00 @manager /due', LIKE],
    ['2026-03-30 09:60 @manager /due', LIKE],
    ['2026-03-30 09:00', LIKE],
    ['arrangement: merton-2023', LIKE],
    ['2026-03-30 09:00 manager /due', SOMEBODY],
    ['2026-03-30 09:00 @manager', SOMEBODY],
    ['2026-03-30 09:00 clocks', SOMEBODY],
    ['2026-03-30 09:00 @manager due', COMMAND],
    ['2026-03-30 09:00 @manager press Agree on SI-2026-1', COMMAND],
    ['2026-03-30 09:00 @manager press "Agree" on SI-2026', COMMAND],
    ['2026-03-30 09:00 @manager press "Agree"', COMMAND],
    ['2026-03-30 08:59 clock', 'expected a time that is not before the line above it'],
    ['2026-03-29 10:00 clock', 'expected a time that is not before the line above it'],
  ])('%s', (line, expected) => {
    const text = ['# here', 'arrangement: merton-2023', '', '2026-03-30 09:00 clock', line];
    expect(() => readScript(text.join('\n'))).toThrow(BadScript);
    expect(() => readScript(text.join('\r\n'))).toThrow(`line 5: ${expected}`);
  });
});
