import { describe, expect, it } from 'vitest';
import { isNhsNumber } from '../../src/domain/privacy/numbers.ts';
import { CasePattern, findIdentifier, type Gate } from '../../src/domain/privacy.ts';

const gate: Gate = {
  ownDomains: ['merton.gov.uk', '@NHS.net'],
  patterns: ['\\bEHM\\d{5}\\b'],
  known: [],
};
const find = (text: string, onCase = false) => findIdentifier(text, gate, { onCase });

const passed = [
  // privacy.md E5
  'Day 15',
  'S11 audit',
  'Page 12',
  'A3 2nd',
  'TN123456A',
  '943 476 591',
  // our own words
  'SI-2026-1',
  'IR-2026-12 and AC-2026-100',
  'SI-2026-1 - 3 actions, 2 late',
  'PR-2026-1 3rd draft',
  'wt2018/notify-panel',
  'rule G64, D24 and 7.2.12',
  '15 WD',
  'WD16: send',
  '09:00-17:00',
  'the room is free 09:00 to 17:00 on 2026-03-30',
  '£131,696 2022-23',
  'cost £131,696, 2022-23',
  '£131,696 in 2022-23, £89,962 of it salaries',
  '2022-23 2023-24 2024-25',
  'Section 11',
  's16C(1)',
  'reg 14(1)–(3) SI 2018/789',
  's47 2nd enquiry',
  'S47 2nd enquiry',
  'StEIS 2023/12345',
  'due by 2026-04-01',
  'due Tue 7 Apr 2026',
  'by 12.04.26 a report',
  'moved from 30/03/2026 to 01/04/2026',
  '30-03-26 1234 forms',
  'Childline 0800 1111',
  'ring 101 or 999',
  'ages 10-15, 16-17 and 18-24',
  'attendance 10, 12, 11, 9, 8, 10',
  'Child A, Child AA and Child M',
  // pointers into the council's own systems
  'LCS-20931',
  'case file 4471/26',
  'Mosaic 1182734',
  'EH-118273',
  // colleagues, and people named by their post
  'jo@merton.gov.uk',
  'Jo@Schools.Merton.GOV.uk',
  'jo@nhs.net.',
  '@police-lead. Please answer',
  'ask @manager and @chair',
  // streets that are none
  '2 weeks in court',
  '2 visits to st helier',
  '2 pupils, st helier',
  '2 pupils st helier',
  '2 Weeks in Court',
  '3 actions close on Friday',
  'Section 31 Family Court',
  'on 15 April Court was adjourned',
  '5 agencies are on the way',
  '2023 Safer Streets and one Safer Place',
  '2022-23 Prevention Drive',
  'Priority 1: Road Safety',
  'on 12 March St Helier agreed',
  'the birth plan is due 1 April 2026',
  'the High Street team',
  // births without a day
  'babies born in the borough',
  'newborn checks by 1 April 2026',
  'dobbing in 1 April 2026',
  '',
];

it.each(passed)('no identifier is seen in: %s', (text) => expect(find(text)).toBeUndefined());

describe('a date on a case', () => {
  it.each([
    '30/03/2026',
    '30-3-26',
    '30.03.2026',
    '30.03.26',
    '30 03 2026',
    '2026-03-30',
    '2026/3/30',
    '30 March 2026',
    'Mon 30 Mar 2026',
    '30th of March, 2026',
    '30Mar2026',
    '30-Mar-26',
    "30 Mar '26",
    'March 30, 2026',
    '03/30/2026',
    '３０／０３／２０２６',
  ])('is refused, and elsewhere is not: %s', (text) => {
    expect(find(`seen on ${text}.`, true)).toBe('a date');
    expect(find(`seen on ${text}.`)).toBeUndefined();
  });

  it.each([
    'SI-2026-1',
    'IR-2026-12',
    '2022-23',
    'March 2026',
    'Tue 7 Apr',
    'at 09:00 on 1 May',
    'on 1 May 09:00',
    'paragraph 7.2.12',
    'Mosaic 11827340',
    'case file 4471/26',
    'StEIS 2023/12345',
    'SI 2018/789',
    '15 WD',
  ])('is not seen in: %s', (text) => expect(find(text, true)).toBeUndefined());
});

describe('the check digit of an NHS number', () => {
  it.each(['9434765919', '4582701086', '6541003238'])('is right: %s', (digits) =>
    expect(isNhsNumber(digits)).toBe(true),
  );
  it.each(['9434765918', '1234567890', '0000000000', '943476591', '94347659190', ''])(
    'is wrong: %s',
    (digits) => expect(isNhsNumber(digits)).toBe(false),
  );
});

describe("a partnership's own pattern", () => {
  it('must be a regular expression', () => {
    expect(CasePattern.safeParse('EHM\\d{5}').success).toBe(true);
    expect(CasePattern.safeParse('EHM(\\d').success).toBe(false);
  });
});
