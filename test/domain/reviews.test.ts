import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day, londonDay } from '../../src/domain/day.ts';
import { explainDuty } from '../../src/domain/explain.ts';
import { ladderOf, rungMoment } from '../../src/domain/ladder.ts';
import {
  equalShares,
  partsOf,
  sayPounds,
  split,
  sumOf,
  WHOLE,
} from '../../src/domain/reviews/costs.ts';
import { missingFrom } from '../../src/domain/reviews/rapid-review.ts';
import type { ReviewClock } from '../../src/domain/rules/review-clock.ts';
import { REVIEW_CLOCKS } from '../../src/domain/rules/reviews.ts';
import { arrangementFrom, littleYaml } from '../support/given.ts';
import { asking, drawn, duties, merton } from '../support/ledger.ts';

const START = `2026-06-01 09:00 @manager /incident log harm=died abuse=known aware=2026-06-01
  2026-06-03 09:00 @manager /incident notified SI-2026-1 on=today
  2026-06-03 09:01 @manager /review start SI-2026-1`;
const RECORD =
  '2026-06-10 09:00 @manager /review record RR-2026-1 a=yes b=yes c=yes d=yes e=no f=yes g=yes i=yes j=yes on=2026-06-10';
const decided = (on: string, outcome = 'lcspr') =>
  `${on} 10:00 @manager /review decide RR-2026-1 outcome=${outcome} criteria=improvements rationale-ref=G1 on=${on}`;
const reviewer = (on: string) =>
  `${on} 11:00 @manager /review reviewer PR-2026-1 called=Author method=silp practice=yes research=yes complexity=yes hindsight=yes findings=yes conflict=none on=${on}`;
const said = (...lines: readonly string[]) => asking([START, ...lines].join('\n'));
const owed = (ref: string, ...lines: readonly string[]) =>
  Object.fromEntries(
    duties(said(...lines), ref).map(([name, due, state]) => [name, `${due} ${state}`]),
  );

/** deadlines.md, A2 to A4: a row a clock. 3 June 2026 is a Wednesday. */
describe('the clocks of a rapid review', () => {
  it.each<[string, readonly string[], string, string | undefined]>([
    ['D10: 15 WD from the notification, day 0', [], 'rapid-review', '2026-06-24 open'],
    ['D10: done when its record is complete', [RECORD], 'rapid-review', '2026-06-24 done'],
    ['D12: nothing to send before it is complete', [], 'send-rapid-review', undefined],
    ['D12: sent the day it is complete', [RECORD], 'send-rapid-review', '2026-06-10 open'],
    [
      'D12: or the day it is decided',
      [decided('2026-06-09')],
      'send-rapid-review',
      '2026-06-09 open',
    ],
    [
      'D12: never after the rapid review',
      [decided('2026-06-26')],
      'send-rapid-review',
      '2026-06-26 open',
    ],
    [
      'D14: the Panel is asked for its reply after 10 WD',
      [RECORD, decided('2026-06-10'), '2026-06-10 11:00 @manager /review sent RR-2026-1'],
      'chase-panel',
      '2026-06-24 open',
    ],
    [
      'D14: and not once it has replied',
      [
        RECORD,
        decided('2026-06-10'),
        '2026-06-10 11:00 @manager /review sent RR-2026-1',
        '2026-06-17 11:00 @manager /review replied RR-2026-1',
      ],
      'chase-panel',
      '2026-06-24 done',
    ],
    ['G66: the family within 5 WD', [decided('2026-06-12')], 'inform-family', '2026-06-19 open'],
    [
      'D15: again for a decision that is reversed',
      [
        RECORD,
        decided('2026-06-10', 'none'),
        '2026-06-10 11:00 @manager /review sent RR-2026-1 on=2026-06-10',
        '2026-07-01 11:00 @manager /review redecide RR-2026-1 outcome=lcspr criteria=improvements rationale-ref=G1 reason="the Panel" on=2026-07-01',
      ],
      'send-rapid-review',
      '2026-07-01 open',
    ],
  ])('%s', (_, lines, duty, expected) => {
    expect(owed('RR-2026-1', ...lines)[duty]).toBe(expected);
  });

  it('D11: a local review owes the Panel nothing', () => {
    const asked = asking(
      `2026-06-01 09:00 @manager /incident log harm=seriously-harmed abuse=not-suspected
       2026-06-03 09:00 @manager /incident told-partners SI-2026-1 on=today
       2026-06-04 09:00 @manager /review start SI-2026-1 kind=local
       ${decided('2026-06-09', 'learning-review')}`,
    );
    const names = duties(asked, 'RR-2026-1').map(([name]) => name);
    expect(names).toContain('rapid-review');
    expect(names).not.toContain('send-rapid-review');
    expect(names).not.toContain('send');
    expect(duties(asked, 'RR-2026-1')).toContainEqual(['rapid-review', '2026-06-24', 'open']);
    expect(duties(asked, 'PR-2026-1').map(([name]) => name)).toEqual(['reviewer-checkin']);
  });

  it('D17: is relaxed for a time, dated and with its reason, and never silently', () => {
    const relaxed = arrangementFrom(
      littleYaml(
        'overrides:',
        '  - clock: rapid-review',
        '    span: { unit: working-days, n: 20 }',
        '    reason: relaxation of spring 2020',
        '    from: 2026-06-01',
        '    until: 2026-06-30',
      ),
    );
    const asked = asking(START, relaxed);
    const [whole] = drawn(asked, 'RR-2026-1', relaxed).filter(
      ({ name }) => name === 'rapid-review',
    );
    expect(whole?.due).toBe('2026-07-01');
    expect(whole && explainDuty(whole, relaxed.calendar).join()).toContain(
      'until Tue 30 Jun 2026. Reason: relaxation of spring 2020',
    );
  });

  it('D13, G87: our part of another area’s review is due when it was asked for', () => {
    const asked = asking(
      `2026-06-01 09:00 @manager /incident log harm=died abuse=known place=other-area
       2026-06-04 09:00 @manager /review start SI-2026-1 kind=contribution due=2026-06-19
       2026-06-18 09:00 @manager /review sent RR-2026-1`,
    );
    expect(duties(asked, 'RR-2026-1')).toEqual([['contribute', '2026-06-19', 'done']]);
  });

  it('G84: an agency’s own review is due when its learning is', () => {
    const asked = asking(
      `2026-06-01 09:00 @manager /incident log harm=died abuse=known
       2026-06-04 09:00 @manager /review start SI-2026-1 kind=single-agency agencies=probation due=2026-09-30`,
    );
    expect(duties(asked, 'RR-2026-1')).toEqual([['receive-learning', '2026-09-30', 'open']]);
  });

  it('G86: a referral from the child death panel starts a review like any other', () => {
    const asked = asking(
      `2026-06-01 09:00 @manager /incident log harm=died abuse=suspected raised-by=cdop
       2026-06-02 09:00 @manager /incident told-partners SI-2026-1 on=today
       2026-06-04 09:00 @manager /review start SI-2026-1 kind=local`,
    );
    expect(duties(asked, 'RR-2026-1')).toContainEqual(['rapid-review', '2026-06-23', 'open']);
  });

  it('moves with the day of the notification, and stops when the incident is withdrawn', () => {
    const moved = said(
      '2026-06-04 09:00 @manager /incident correct SI-2026-1 notified=2026-06-02 reason="a slip"',
    );
    expect(duties(moved, 'RR-2026-1')).toContainEqual(['rapid-review', '2026-06-23', 'open']);
    const over = said('2026-06-04 09:00 @manager /incident withdraw SI-2026-1');
    expect(new Set(duties(over, 'RR-2026-1').map(([, , state]) => state))).toEqual(
      new Set(['withdrawn']),
    );
  });
});

describe('the clocks of a practice review', () => {
  const PUBLISH = '2026-09-14 09:00 @manager /review publish PR-2026-1 on=2026-10-01';

  it.each<[string, readonly string[], string, string | undefined]>([
    [
      'D20: told the day it is decided',
      [decided('2026-06-12')],
      'inform-panel-ofsted-dfe',
      '2026-06-12 open',
    ],
    [
      'D20: told by all three',
      [
        decided('2026-06-12'),
        '2026-06-12 11:00 @manager /review informed PR-2026-1 whom=panel,dfe',
      ],
      'inform-panel-ofsted-dfe',
      '2026-06-12 open',
    ],
    [
      'D20: done',
      [decided('2026-06-12'), '2026-06-12 11:00 @manager /review informed PR-2026-1'],
      'inform-panel-ofsted-dfe',
      '2026-06-12 done',
    ],
    [
      'D20: again when the reviewer is named',
      [
        decided('2026-06-12'),
        '2026-06-12 10:30 @manager /review informed PR-2026-1',
        reviewer('2026-06-30'),
      ],
      'inform-panel-ofsted-dfe',
      '2026-06-30 open',
    ],
    [
      'D22: six months from the decision',
      [decided('2026-06-12')],
      'publish-review',
      '2026-12-12 open',
    ],
    [
      'D22: clamped to the end of the month',
      [decided('2026-08-31')],
      'publish-review',
      '2027-02-28 open',
    ],
    ['D23: once a month', [decided('2026-06-12')], 'reviewer-checkin', '2026-07-12 open'],
    [
      'D23: a month after the last one',
      [decided('2026-06-12'), '2026-07-01 11:00 @manager /review checkin PR-2026-1'],
      'reviewer-checkin',
      '2026-08-01 open',
    ],
    [
      'D24: seven working days before publication',
      [decided('2026-06-12'), reviewer('2026-06-30'), PUBLISH],
      'copy-before-publication',
      '2026-09-22 open',
    ],
    [
      'D22a: put off, the Panel has the reasons the same day',
      [
        decided('2026-06-12'),
        '2026-09-01 09:00 @manager /review delay PR-2026-1 until=2027-03-01 pending=trial',
      ],
      'explain-delay',
      '2026-09-01 open',
    ],
    [
      'D22a: and it is due on the later day',
      [
        decided('2026-06-12'),
        '2026-09-01 09:00 @manager /review delay PR-2026-1 until=2027-03-01 pending=trial',
      ],
      'publish-review',
      '2027-03-01 open',
    ],
    [
      'D26: withheld, the Panel has the reason',
      [
        decided('2026-06-12'),
        '2026-09-01 09:00 @manager /review withhold PR-2026-1 reason="it would identify a child"',
      ],
      'explain-withholding',
      '2026-09-01 open',
    ],
    [
      'D26: the improvements are out, the report still to come',
      [
        decided('2026-06-12'),
        '2026-09-01 09:00 @manager /review publish PR-2026-1 on=today extent=partial',
      ],
      'publish-review',
      '2026-12-12 open',
    ],
    [
      'D24: no copy is owed of the improvements',
      [
        decided('2026-06-12'),
        '2026-09-01 09:00 @manager /review publish PR-2026-1 on=today extent=partial',
      ],
      'copy-before-publication',
      undefined,
    ],
    [
      'D24: withheld, then published after all, the copy is owed',
      [
        decided('2026-06-12'),
        '2026-09-01 09:00 @manager /review withhold PR-2026-1 reason="it would identify a child"',
        PUBLISH,
      ],
      'copy-before-publication',
      '2026-09-22 open',
    ],
    [
      'D25: public for twelve months',
      [
        decided('2026-06-12'),
        reviewer('2026-06-30'),
        PUBLISH,
        '2026-10-01 09:00 @manager /review publish PR-2026-1 on=today',
      ],
      'keep-published',
      '2027-10-01 open',
    ],
    [
      'D25: and then it is over, never late',
      [
        decided('2026-06-12'),
        reviewer('2026-06-30'),
        '2026-10-01 09:00 @manager /review publish PR-2026-1 on=today',
        '2027-10-04 09:00 @manager /due',
      ],
      'keep-published',
      '2027-10-01 done',
    ],
  ])('%s', (_, lines, duty, expected) => {
    expect(owed('PR-2026-1', ...lines)[duty]).toBe(expected);
  });

  it('D22: names the safe date where the six months end on a day off', () => {
    const [publish] = drawn(said(decided('2026-06-12')), 'PR-2026-1').filter(
      ({ name }) => name === 'publish-review',
    );
    expect(publish?.note).toBe(
      'That is a day off: Fri 11 Dec 2026, the working day before it, is the safe date.',
    );
  });

  it('D24: warns ten working days before publication, escalates at eight, is late after seven', () => {
    const [copy] = drawn(
      said(decided('2026-06-12'), reviewer('2026-06-30'), PUBLISH),
      'PR-2026-1',
    ).filter(({ name }) => name === 'copy-before-publication');
    const { calendar, sending } = merton;
    const rungs = copy ? ladderOf(merton, copy) : [];
    expect(
      rungs.map((rung) => [
        londonDay(rungMoment(calendar, sending, copy?.due ?? day('2026-01-01'), rung)),
        rung.to.join(),
      ]),
    ).toEqual([
      ['2026-09-17', 'owner'],
      ['2026-09-21', 'owner,statutory-partners'],
      ['2026-09-22', 'owner,statutory-partners,chair'],
      ['2026-09-23', 'owner,statutory-partners,chair'],
    ]);
  });

  it('explains a count that runs backwards', () => {
    const asked = said(decided('2026-06-12'), reviewer('2026-06-30'), PUBLISH);
    const lines = drawn(asked, 'PR-2026-1')
      .filter(({ name }) => name === 'copy-before-publication')
      .flatMap((duty) => explainDuty(duty, merton.calendar));
    expect(lines).toContain('7 WD before Thu 1 Oct 2026, skipping the weekend: Tue 22 Sep 2026.');
    expect(lines.join()).toContain('To be confirmed by your legal adviser');
  });

  it('a national review has no clock of ours', () =>
    expect(duties(said(decided('2026-06-12', 'national')), 'PR-2026-1')).toEqual([]));

  it('D30, G80: a recommendation is an action with who and by when', () => {
    const asked = said(
      decided('2026-06-12'),
      '2026-06-12 11:00 @manager /review recommend PR-2026-1 what="a course" owner=police-lead due=2026-09-30',
    );
    expect(duties(asked, 'AC-2026-1')).toEqual([['action', '2026-09-30', 'open']]);
  });
});

describe('every clock of a review', () => {
  it.each(Object.entries<ReviewClock>(REVIEW_CLOCKS))('%s names its source and row', (_, clock) => {
    expect(clock.source).not.toBe('');
    expect(clock.row).toMatch(/^[DG]\d\d/);
    expect(clock.confirm === true).toBe(clock.unsure !== undefined);
    expect(clock.ladder.length).toBeGreaterThan(0);
  });
});

/** S2, 7.2.5, a to k. */
describe('what a record lacks', () => {
  const all = { a: true, b: true, c: true, e: true, f: true, g: true, i: true, j: true };
  it.each([
    ['nothing, with the criteria met', { ...all, d: true }, ''],
    ['h, where d is no', { ...all, d: false }, 'h'],
    ['nothing, with h', { ...all, d: false, h: true }, ''],
    ['h, where it says that it is not there', { ...all, d: false, h: false }, 'h'],
    ['d, which is a decision', all, 'd'],
    [
      'nothing where a question is answered no',
      { ...all, d: true, a: false, e: false, f: false, g: false },
      '',
    ],
    ['b, where it says that it is not there', { ...all, d: true, b: false }, 'b'],
    ['all but h and k, to begin with', {}, 'abcdefgij'],
  ])('%s', (_, record, expected) => {
    expect(missingFrom({ record }).join('')).toBe(expected);
  });
});

/** S0, 11.2. */
describe('a cost that is shared', () => {
  test('is shared to the penny, and nobody’s part is off by a whole one', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9_999_999 }),
        fc.array(fc.nat({ max: WHOLE }), { minLength: 1, maxLength: 12 }),
        (pence, weights) => {
          const parts = split(pence, weights);
          const all = sumOf(weights);
          if (all === 0) return;
          expect(sumOf(parts)).toBe(pence);
          for (const [at, part] of parts.entries())
            expect(Math.abs(part - (pence * (weights[at] ?? 0)) / all)).toBeLessThan(1);
        },
      ),
    );
  });

  test('has shares of exactly 100 per cent, however many pay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (n) => {
        const shares = equalShares(Array.from({ length: n }, (_, at) => `a${at}`));
        expect(sumOf(partsOf(0, shares).map(({ points }) => points))).toBe(WHOLE);
      }),
    );
  });

  test('in equal parts is equal to the penny', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.integer({ min: 1, max: 40 }), (total, n) => {
        const shares = equalShares(Array.from({ length: n }, (_, at) => `a${at}`));
        const parts = partsOf(total, shares).map(({ pence }) => pence);
        expect(sumOf(parts)).toBe(total);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
    const three = partsOf(10_000_000, equalShares(['council', 'health', 'police']));
    expect(three.map(({ pence }) => sayPounds(pence))).toEqual([
      '£33,333.34',
      '£33,333.33',
      '£33,333.33',
    ]);
  });

  it.each([
    [0, '£0.00'],
    [5, '£0.05'],
    [400_000, '£4,000.00'],
    [123_456_789, '£1,234,567.89'],
  ])('%i pence is %s', (pence, said_) => expect(sayPounds(pence)).toBe(said_));
});
