import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { addMinutes, day, londonDay, londonTime } from '../../src/domain/day.ts';
import type { Happening } from '../../src/rehearsal/play.ts';
import { merton, moment } from '../support/given.ts';
import { rehearse } from '../support/rehearse.ts';

/** Partnerships that count, climb and send in as many ways as there are. */
const ARRANGEMENTS = {
  merton,
  sutton: loadArrangement('sutton-2019'),
  otherwise: {
    ...merton,
    ruleSet: 'wt2023',
    adopted: ['copy-business-unit', 'internal-form', 'refer-case'],
    sending: { from: '00:00', until: '23:59' },
    overrides: [
      { clock: 'notify-panel', anchor: 'occurred', reason: 'so agreed', from: day('2025-01-01') },
      {
        clock: 'tell-partners',
        span: { unit: 'months', n: 1 },
        firstDay: 'day-1',
        reason: 'so agreed',
        from: day('2025-01-01'),
        until: day('2026-04-02'),
      },
    ],
    ladders: {
      default: [
        { at: -3, unit: 'calendar-days', to: ['owner', 'manager'] },
        { at: 30, unit: 'calendar-days', to: ['owner', 'deputy', 'statutory-partners'] },
      ],
    },
  },
} as const satisfies Record<string, Arrangement>;
const NAMES = ['merton', 'sutton', 'otherwise'] as const;

const ref = fc.constantFrom('SI-2026-1', 'SI-2026-2', 'SI-2026-3');
const on = fc.constantFrom('today', 'yesterday', '2026-03-30', '2026-04-01', '2026-04-03');
const log = fc
  .record({
    harm: fc.constantFrom('died', 'seriously-harmed'),
    abuse: fc.constantFrom('known', 'suspected', 'not-suspected'),
    aware: on,
    occurred: fc.option(fc.constantFrom('2026-03-20', '2026-03-30')),
    place: fc.constantFrom('in-area', 'outside-england', 'other-area'),
    'looked-after': fc.constantFrom('yes', 'no'),
    children: fc.constantFrom('1', '4'),
    'raised-by': fc.constantFrom('agency', 'cdop', 'local-authority'),
  })
  .map((fields) =>
    Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])),
  )
  .map((fields) => `/incident log ${fields.join(' ')}`);

const typed = fc.oneof(
  { weight: 3, arbitrary: log },
  fc
    .tuple(fc.constantFrom('notified', 'told-partners', 'copied', 'form-sent'), ref, on)
    .map(([what, record, when]) => `/incident ${what} ${record} on=${when}`),
  fc
    .tuple(ref, fc.constantFrom('aware', 'occurred', 'notified'), on)
    .map(
      ([record, date, when]) => `/incident correct ${record} ${date}=${when} reason="so it was"`,
    ),
  fc
    .tuple(ref, fc.constantFrom('notified', 'told', 'copied'))
    .map(([record, date]) => `/incident correct ${record} erase=${date} reason="so it was"`),
  ref.map((record) => `/incident withdraw ${record}`),
  fc
    .constantFrom('2026-04-07', '2026-04-08', '2026-04-15')
    .map((day) => `/holiday add on=${day} name="a day off"`),
  fc.constantFrom('2026-04-03', '2026-04-06').map((day) => `/holiday remove on=${day}`),
  fc.constantFrom('/undo', '/due', '/due all', '/due week', '/incident list', '/help'),
  ref.map((record) => `/why ${record}`),
);

const step = fc.record({
  wait: fc.constantFrom(0, 1, 7, 300, 1440, 2880, 7200),
  who: fc.constantFrom('manager', 'notifier'),
  typed,
});
const history = fc.array(step, { minLength: 3, maxLength: 12 });

const scriptOf = (steps: readonly { wait: number; who: string; typed: string }[]): string => {
  let now = moment('2026-03-30 09:00');
  const lines = steps.map(({ wait, who, typed: said }) => {
    now = addMinutes(now, wait);
    return `${londonDay(now)} ${londonTime(now)} @${who} ${said}`;
  });
  return [...lines, '2026-08-31 12:00 clock'].join('\n');
};

const DATE = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/g;
const WEEKDAY = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) $/;
const undated = (text: string): readonly string[] =>
  [...text.matchAll(DATE)]
    .filter(({ index }) => !WEEKDAY.test(text.slice(0, index)))
    .map(({ index }) => text.slice(Math.max(0, index - 20), index + 10));

const COUNT = /(?:\d+|\b(?:no|one|two|three|four|five|six|seven|eight|nine|ten)) days?\b/;

const wellSaid = ({ message }: Happening): void => {
  const text = asText(message);
  expect(text).not.toMatch(
    /undefined|NaN|\[object|\bnull\b|Invalid| {2}|\p{Extended_Pictographic}/u,
  );
  expect(text).not.toMatch(/!|failed|sorry|please/i);
  expect(message.buttons.length).toBeLessThanOrEqual(3);
  expect(text.trim()).toBe(text);
};

/** All that a lock screen shows. */
const FIRST = [
  /^CY-2026-\d+: (?:see to an? [a-z ]+ in the annual cycle|an? [a-z ]+ in the annual cycle was due) by \w{3} \d+ \w{3}, (?:\d+ working days? (?:left|ago)|\d+ calendar days? ago|today is the last day)$/,
  /^SI-2026-\d+: [a-z][A-Za-z' ]+ by \w{3} \d+ \w{3}, (?:\d+ working days? (?:left|ago)|\d+ calendar days? ago|today is the last day)(?:, moved from \w{3} \d+ \w{3})?$/,
  /^SI-2026-\d+: [a-z][A-Za-z' ]+ is now due \w{3} \d+ \w{3}, it was due \w{3} \d+ \w{3}$/,
  /^(?:(?:SI|CY)-2026-\d+: )?\d+ things need you(?: today| by \w{3} \d+ \w{3}|, the first by \w{3} \d+ \w{3})?(?:, (?:both late|all late|\w+ (?:is|are) late))?(?:, \w+ today)?(?:, \d+ working days? left)?$/,
  /^(?:SI-2026-\d+: )?\d+ (?:things are late|duties have a new day)$/,
];

const noticeWellSaid = (happening: Happening): void => {
  const text = asText(happening.message);
  const first = text.split('\n')[0] ?? '';
  expect(undated(text)).toEqual([]);
  expect(text).not.toMatch(COUNT);
  expect(text).not.toMatch(/Child [A-Z]/);
  expect(first).not.toMatch(/harm|abuse|neglect|died|death|child|looked after/i);
  expect(FIRST.some((shape) => shape.test(first)) ? '' : first).toBe('');
  expect(happening.message.items?.length).toBeGreaterThan(0);
};

describe('whatever happens, in any partnership', () => {
  it('everything that is said is well said, and nothing is said twice', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), history, async (name, steps) => {
        const happened = await rehearse(scriptOf(steps), { arrangement: ARRANGEMENTS[name] });
        for (const one of happened.filter(({ kind }) => kind !== 'asked')) wellSaid(one);
        const notices = happened.filter(({ kind }) => kind === 'notice');
        for (const notice of notices) noticeWellSaid(notice);
        const keys = notices.flatMap(({ message }) => message.items ?? []).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    ));
});
