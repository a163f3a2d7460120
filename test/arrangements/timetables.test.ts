import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { readArrangement } from '../../src/arrangements/read.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { asJson } from '../../src/rehearsal/json.ts';
import { arrangementFrom, littleYaml } from '../support/given.ts';
import { asking, drawn } from '../support/ledger.ts';
import { rehearse } from '../support/rehearse.ts';

/** Every duty of RR-2026-1, as `--json` has it in the reply that starts it. */
const started = async (arrangement: Arrangement, aware: string, notified: string) => {
  const said = await rehearse(
    `${aware} 09:00 @manager /incident log harm=died abuse=known aware=${aware}
     ${notified} 09:00 @manager /incident notified SI-2026-1 on=${notified}
     ${notified} 10:00 @manager /review start SI-2026-1`,
    { arrangement },
  );
  const reply = said.findLast(({ kind }) => kind === 'reply');
  const { duties } = JSON.parse(reply ? asJson(reply, arrangement) : '{}') as {
    duties: readonly Readonly<Record<'duty' | 'due' | 'owner' | 'rule' | 'state', string>>[];
  };
  return duties.map(({ duty, due, owner, rule }) => `${duty} ${due} ${owner} ${rule}`);
};

/**
 * Notified on Wed 3 June 2026: the working days after it are 4, 5, 8 to 12, 15 to 19, 22 to 26 June;
 * and on Mon 14 December 2026, with 25 and 28 December and 1 January off.
 */
describe('the timetables that ship, each step by `--json`', () => {
  it.each([
    [
      'devon',
      '2026-06-03',
      [
        'letters 2026-06-04 @manager devon/letters',
        'summaries 2026-06-17 @manager devon/summaries',
        'progress-meeting 2026-06-17 @manager devon/progress-meeting',
        'panel 2026-06-19 @manager devon/panel',
        'sign-off 2026-06-24 @manager devon/sign-off',
        'rapid-review 2026-06-24 @manager wt2018/rapid-review',
        'send 2026-06-25 @manager devon/send',
      ],
    ],
    ['sutton-2019', '2026-06-03', ['rapid-review 2026-06-24 @manager wt2018/rapid-review']],
    [
      'generic-15',
      '2026-06-03',
      [
        'requests 2026-06-04 @manager generic-15/requests',
        'returns 2026-06-11 @manager generic-15/returns',
        'chase 2026-06-12 @manager generic-15/chase',
        'panel 2026-06-16 @manager generic-15/panel',
        'draft 2026-06-19 @manager generic-15/draft',
        'sign-off 2026-06-23 @manager generic-15/sign-off',
        'send 2026-06-24 @manager generic-15/send',
        'rapid-review 2026-06-24 @manager wt2018/rapid-review',
      ],
    ],
    [
      'devon',
      '2026-12-14',
      [
        'letters 2026-12-15 @manager devon/letters',
        'summaries 2026-12-30 @manager devon/summaries',
        'progress-meeting 2026-12-30 @manager devon/progress-meeting',
        'panel 2027-01-04 @manager devon/panel',
        'sign-off 2027-01-07 @manager devon/sign-off',
        'rapid-review 2027-01-07 @manager wt2018/rapid-review',
        'send 2027-01-08 @manager devon/send',
      ],
    ],
    ['sutton-2019', '2026-12-14', ['rapid-review 2027-01-07 @manager wt2018/rapid-review']],
    [
      'generic-15',
      '2026-12-14',
      [
        'requests 2026-12-15 @manager generic-15/requests',
        'returns 2026-12-22 @manager generic-15/returns',
        'chase 2026-12-23 @manager generic-15/chase',
        'panel 2026-12-29 @manager generic-15/panel',
        'draft 2027-01-04 @manager generic-15/draft',
        'sign-off 2027-01-06 @manager generic-15/sign-off',
        'send 2027-01-07 @manager generic-15/send',
        'rapid-review 2027-01-07 @manager wt2018/rapid-review',
      ],
    ],
  ])('%s from %s', async (name, notified, expected) => {
    const arrangement = arrangementFrom(littleYaml(`timetable: ${name}`));
    expect(await started(arrangement, notified, notified)).toEqual(expected);
  });
});

/** Made up, and known to nothing but this test. */
const HELD_OUT = littleYaml(
  'timetable: seventeen',
  'timetables:',
  '  - name: seventeen',
  '    title: Seventeen days from awareness',
  '    source: Made up',
  '    anchor: aware',
  '    firstDay: day-1',
  '    steps:',
  '      - { name: gather, todo: gather the facts, owner: police-lead, fromDay: 1, toDay: 3 }',
  '      - name: weigh',
  '        todo: weigh them',
  '        owner: panel',
  '        fromDay: 8',
  '        toDay: 10',
  '        needs: [the facts]',
  '        ladder:',
  '          - { at: -3, to: [owner, chair] }',
  '      - { name: conclude, todo: conclude, owner: partners, fromDay: 17, toDay: 17 }',
);

describe('a timetable that nobody has seen', () => {
  const arrangement = arrangementFrom(HELD_OUT);

  // Aware on Tue 5 May 2026, which is day 1: day 3 is Thu 7 May, day 10 Mon 18 May, and after the
  // spring bank holiday of 25 May day 15 is Tue 26 May, day 17 Thu 28 May.
  it('loads, and its dates are those that one counts by hand', async () =>
    expect(await started(arrangement, '2026-05-05', '2026-05-06')).toEqual([
      'gather 2026-05-07 @police-lead seventeen/gather',
      'weigh 2026-05-18 @manager seventeen/weigh',
      'rapid-review 2026-05-26 @manager wt2018/rapid-review',
      'conclude 2026-05-28 @manager seventeen/conclude',
    ]));

  const OVER =
    'The timetable seventeen ends after the rule: its last step, conclude, is on working day 17, 2 working days after the 15 that the rule allows.';

  it('that passes the rule is taken with a warning that says by how much', () =>
    expect(arrangement.warnings).toEqual([OVER]));

  it('is warned of when a review starts, on its card and in /why', () => {
    const start = `2026-05-05 09:00 @manager /incident log harm=died abuse=known
      2026-05-06 09:00 @manager /incident notified SI-2026-1 on=today
      2026-05-06 09:05 @manager /review start SI-2026-1`;
    for (const more of [
      '',
      '\n2026-05-07 09:00 @manager /why RR-2026-1',
      '\n2026-05-07 09:00 @manager /review show RR-2026-1',
    ])
      expect(
        asText(asking(start + more, arrangement).decision.message).split(OVER),
        'once',
      ).toHaveLength(2);
  });

  it('gives whoever owns a step its button, and sight of the review', () => {
    const start = `2026-05-05 09:00 @manager /incident log harm=died abuse=known
      2026-05-06 09:00 @manager /incident notified SI-2026-1 on=today
      2026-05-06 09:05 @manager /review start SI-2026-1`;
    const done = asking(
      `${start}\n2026-05-07 09:05 @police-lead /review step RR-2026-1 gather`,
      arrangement,
    );
    expect(done.decision.is).toBe('accepted');
    const other = asking(
      `${start}\n2026-05-07 09:05 @police-lead /review step RR-2026-1 weigh`,
      arrangement,
    );
    expect(asText(other.decision.message)).toBe(
      'That step is not yours. Ask the business unit to record it.',
    );
  });

  it('has its own ladder, its window and its needs', () => {
    const asked = asking(
      `2026-05-05 09:00 @manager /incident log harm=died abuse=known
       2026-05-06 09:00 @manager /incident notified SI-2026-1 on=today
       2026-05-06 09:05 @manager /review start SI-2026-1`,
      arrangement,
    );
    const weigh = drawn(asked, 'RR-2026-1', arrangement).find(({ name }) => name === 'weigh');
    expect(weigh?.ladder).toEqual([{ at: -3, unit: 'working-days', to: ['owner', 'chair'] }]);
    expect(weigh?.note).toBe(
      'It may begin on Thu 14 May, working day 8; done by the panel; needs the facts.',
    );
  });
});

describe('a mistake in a timetable', () => {
  const step = (written: string) =>
    littleYaml(
      'timetables:',
      '  - name: ours',
      '    title: Ours',
      '    source: Ours',
      '    anchor: notified',
      '    steps:',
      `      - ${written}`,
    );
  it.each([
    [
      'a timetable that is not there',
      littleYaml('timetable: theirs'),
      'line 18, timetable: there is no theirs. Those there are: devon, generic-15 and sutton-2019',
    ],
    [
      'a second of a name that ships',
      step('{ name: a, todo: a, owner: panel, fromDay: 1, toDay: 1 }').replace(
        'name: ours',
        'name: devon',
      ),
      'line 19, timetables[0].name: two are called devon. Give yours another name',
    ],
    [
      'a post that is not there',
      step('{ name: a, todo: a, owner: nobody, fromDay: 1, toDay: 1 }'),
      'line 24, timetables[0].steps[0].owner: there is no post nobody. Name a post of this file, or business-unit, agencies, panel or partners',
    ],
    [
      'a window that ends before it begins',
      step('{ name: a, todo: a, owner: panel, fromDay: 3, toDay: 1 }'),
      'line 24, timetables[0].steps[0].toDay: expected a day that is not before fromDay',
    ],
    [
      'the name of another duty',
      step('{ name: rapid-review, todo: a, owner: panel, fromDay: 1, toDay: 1 }'),
      'rapid-review is another duty. Call it otherwise',
    ],
    [
      'an anchor that is none',
      step('{ name: a, todo: a, owner: panel, fromDay: 1, toDay: 1 }').replace(
        'anchor: notified',
        'anchor: lunch',
      ),
      'line 22, timetables[0].anchor: ',
    ],
    [
      'a ladder for no duty',
      littleYaml('ladders:', '  rapid-revue:', '    - { at: 0, to: [owner] }'),
      'line 20, ladders.rapid-revue: there is no such duty.',
    ],
  ])('%s', (_, yaml, expected) => {
    const read = readArrangement(yaml);
    expect('mistakes' in read ? read.mistakes.join('\n') : '').toContain(expected);
  });
});
