import { describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { explainDuty } from '../../src/domain/explain.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { RULE_SETS, rulesOf } from '../../src/domain/rules/rule-sets.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { asking, duties, merton } from '../support/ledger.ts';

const wt2023 = { ...merton, ruleSet: 'wt2023' } as const;
const all = {
  ...merton,
  adopted: ['copy-business-unit', 'internal-form', 'refer-case'],
} as const;

const logged = (fields: string, arrangement: typeof merton = merton) =>
  duties(
    asking(`2026-06-08 09:00 @manager /incident log aware=2026-06-08 ${fields}`, arrangement),
    'SI-2026-1',
    arrangement,
  ).map(([name, due]) => `${name} ${due}`);

/** deadlines.md, A1: a row a clock. 8 June 2026 is a Monday; its fifth working day is the 15th. */
describe('the clocks of a notification', () => {
  const PANEL = 'notify-panel 2026-06-15';
  const PARTNERS = 'tell-partners 2026-06-15';
  const STATE = 'notify-secretary-of-state-and-ofsted 2026-06-15';

  it.each([
    ['D01, D02: died here, suspected', 'harm=died abuse=suspected', [PANEL, PARTNERS]],
    ['D01, D02: harmed here, known', 'harm=seriously-harmed abuse=known', [PANEL, PARTNERS]],
    ['s16C(1)(b): abroad', 'harm=died abuse=known place=outside-england', [PANEL, PARTNERS]],
    ['D13: elsewhere in England', 'harm=died abuse=known place=other-area', []],
    ['no abuse suspected', 'harm=seriously-harmed abuse=not-suspected', []],
    ['D03: looked after, not suspected', 'harm=died abuse=not-suspected looked-after=yes', [STATE]],
    [
      'D03: looked after, suspected',
      'harm=died abuse=suspected looked-after=yes',
      [PANEL, PARTNERS, STATE],
    ],
    [
      'D03: looked after, elsewhere',
      'harm=died abuse=known looked-after=yes place=other-area',
      [STATE],
    ],
    ['D03 is about deaths', 'harm=seriously-harmed abuse=not-suspected looked-after=yes', []],
    [
      'D04: no such clock in 2018',
      'harm=died abuse=not-suspected care-leaver=yes age=18-to-24',
      [],
    ],
  ])('%s', (_, fields, expected) => {
    expect(logged(fields)).toEqual(expected);
  });

  it.each([
    [
      'D04: a care leaver of 18 to 24',
      'harm=died abuse=not-suspected care-leaver=yes age=18-to-24',
      [STATE],
    ],
    [
      'D04: under 18 the criteria are tested as well',
      'harm=died abuse=known care-leaver=yes',
      [PANEL, PARTNERS, STATE],
    ],
    ['D04: over 18 they are not', 'harm=died abuse=known care-leaver=yes age=18-to-24', [STATE]],
  ])('under Working Together 2023, %s', (_, fields, expected) => {
    expect(logged(fields, wt2023)).toEqual(expected);
  });

  it('D06, D07: local clocks run from the incident, once adopted', () => {
    const facts = 'harm=died abuse=known occurred=2026-06-05 raised-by=agency';
    expect(logged(facts, all)).toEqual([
      'internal-form 2026-06-06',
      'refer-case 2026-06-12',
      PANEL,
      PARTNERS,
    ]);
    expect(logged(facts)).toEqual([PANEL, PARTNERS]);
  });

  it('D02a: the copy is due the day the notification is submitted', () => {
    const asked = asking(
      `2026-06-08 09:00 @manager /incident log harm=died abuse=known
       2026-06-10 09:00 @manager /incident notified SI-2026-1 on=2026-06-09`,
      all,
    );
    expect(duties(asked, 'SI-2026-1', all)).toContainEqual([
      'copy-business-unit',
      '2026-06-09',
      'late',
    ]);
  });
});

describe('every rule', () => {
  const rules = Object.keys(RULE_SETS).flatMap((name) =>
    rulesOf(name as keyof typeof RULE_SETS, all.adopted),
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s names its source', (_, { rule }) => {
    expect(rule.source).not.toBe('');
    expect(rule.row).toMatch(/^D\d\d/);
    expect(['statutory', 'guidance', 'local']).toContain(rule.status);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says what is to be confirmed, if anything is',
    (_, { rule }) => {
      expect(rule.confirm === true).toBe(rule.unsure !== undefined);
    },
  );

  it('is explained with the days counted and skipped, and what is to be confirmed', () => {
    const { ledger } = asking(
      '2026-03-30 09:00 @manager /incident log harm=died abuse=known aware=2026-03-30',
    );
    const setting = settingAt(ledger, merton, instant('2026-03-30T09:00:00Z'));
    const record = ledger.records.get('SI-2026-1' as Ref);
    const panel = record && dutiesOf(record, setting).find(({ name }) => name === 'notify-panel');
    expect(panel && explainDuty(panel, setting.calendar)).toEqual([
      'Notify the Panel: Wed 8 Apr 2026.',
      '5 WD from Mon 30 Mar 2026, skipping Good Friday 3 Apr, the weekend and Easter Monday 6 Apr: Wed 8 Apr 2026.',
      'Days counted: Tue 31 Mar, Wed 1 Apr, Thu 2 Apr, Tue 7 Apr and Wed 8 Apr.',
      'Rule wt2018/notify-panel (D01), a statutory duty. Addressed to the Child Safeguarding Practice Review Panel.',
      'Source: Children Act 2004, section 16C(1); Working Together 2018, chapter 4 (Merton 2019, Appendix 7; Sutton 2019, 7.2.4).',
      '“The local authority must notify any event that meets the above criteria to the Panel. They should do so within five working days of becoming aware that the incident has occurred.”',
      'To be confirmed by your legal adviser: the paragraph numbers in chapter 4.',
    ]);
  });
});
