import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { asking, duties, incidentIn, merton, sutton } from '../support/ledger.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known aware=2026-03-30';
const then = (typed: string, arrangement = merton) =>
  asking(`${LOG}\n2026-04-01 10:00 @notifier ${typed}`, arrangement);
const answer = ({ decision }: ReturnType<typeof asking>): string => asText(decision.message);

describe('/incident log', () => {
  it('gives out a reference and a code for every child', () => {
    const { ledger } = asking(`${LOG} children=3\n${LOG} children=2`);
    const children = [...ledger.records.keys()].map((ref) => incidentIn(ledger, ref).children);
    expect([...ledger.records.keys()]).toEqual(['SI-2026-1', 'SI-2026-2']);
    expect(children).toEqual([
      ['Child A', 'Child B', 'Child C'],
      ['Child D', 'Child E'],
    ]);
  });

  it('goes on from the codes that were given out before Heed came', () => {
    const { ledger } = asking(LOG, { ...merton, codesBefore: 11 });
    expect(incidentIn(ledger, 'SI-2026-1').children).toEqual(['Child L']);
  });

  it('keeps the day of awareness apart from the day it happened', () => {
    const asked = asking(`${LOG} occurred=2026-03-27`);
    expect(duties(asked, 'SI-2026-1')).toEqual([
      ['notify-panel', '2026-04-08', 'open'],
      ['tell-partners', '2026-04-08', 'open'],
    ]);
  });

  it('takes today for the day of awareness where none is given', () => {
    const asked = asking('2026-03-31 23:30 @manager /incident log harm=died abuse=known');
    expect(incidentIn(asked.ledger, 'SI-2026-1').dates.aware?.on).toBe('2026-03-31');
  });

  it.each([
    ['five children', `${LOG} children=5`, 'at most 4 children'],
    ['no child', `${LOG} children=0`, 'from 1 to 4'],
    ['a day to come', LOG.replace('aware=2026-03-30', 'aware=tomorrow'), 'still to come'],
    [
      'aware before it happened',
      `${LOG} occurred=2026-03-30`.replace('aware=2026-03-30', 'aware=2026-03-29'),
      'Check both days',
    ],
    [
      'an adult who is looked after',
      `${LOG} age=18-to-24 looked-after=yes`,
      'Nobody of 18 or over is looked after',
    ],
    ['an adult who has left no care', `${LOG} age=18-to-24`, 'Check the age'],
    [
      'an adult who was harmed',
      `${LOG} age=18-to-24 care-leaver=yes`.replace('died', 'seriously-harmed'),
      'Check the age',
    ],
  ])('declines %s, and says what to do', (_, line, expected) => {
    const asked = asking(line);
    expect(asked.decision.is).toBe('refused');
    expect(asked.ledger.records.size).toBe(0);
    expect(answer(asked)).toContain(expected);
  });
});

describe('recording a date', () => {
  it('of the notification settles what goes through the same online system', () => {
    const asked = asking(
      `${LOG} looked-after=yes\n2026-04-01 10:00 @notifier /incident notified SI-2026-1 on="1 April" panel-ref=P-17`,
    );
    expect(duties(asked, 'SI-2026-1')).toEqual([
      ['notify-panel', '2026-04-08', 'done'],
      ['tell-partners', '2026-04-08', 'open'],
      ['notify-secretary-of-state-and-ofsted', '2026-04-08', 'done'],
    ]);
    expect(answer(asked)).toContain("Panel's reference: P-17");
  });

  it.each([
    [
      '/incident notified SI-2026-1 on=2026-03-28',
      'The council became aware of SI-2026-1 on Mon 30 Mar, so it cannot have notified the Panel on Sat 28 Mar. Check the day, or correct the day of awareness with /incident correct SI-2026-1.',
    ],
    ['/incident notified SI-2026-1 on=tomorrow', 'still to come'],
    ['/incident notified SI-2026-9 on=today', 'There is no SI-2026-9 that you can see'],
    ['/incident copied SI-2026-1 on=today', 'Record it first'],
    ['/incident notified on=today', 'still needs SI-2026-1'],
  ])('declines %s', (typed, expected) => {
    const asked = then(typed);
    expect(asked.decision.is).toBe('refused');
    expect(answer(asked)).toContain(
      expected.replace('still needs SI-2026-1', 'still needs REFERENCE'),
    );
  });

  it('once is enough', () => {
    const asked = then(
      '/incident notified SI-2026-1 on=today\n2026-04-02 10:00 @notifier /incident notified SI-2026-1 on=today',
    );
    expect(answer(asked)).toBe(
      'It is already recorded that the notification was submitted on Wed 1 Apr. If that is wrong: /incident correct SI-2026-1 notified=DAY reason="…".',
    );
  });

  it('of the copy ends Sutton’s same-day clock', () => {
    const asked = then(
      '/incident notified SI-2026-1 on=today\n2026-04-01 16:00 @manager /incident copied SI-2026-1 on=today',
      sutton,
    );
    expect(duties(asked, 'SI-2026-1', sutton)).toContainEqual([
      'copy-business-unit',
      '2026-04-01',
      'done',
    ]);
  });

  it('of the manager’s form is kept with the others', () => {
    expect(answer(then('/incident form-sent SI-2026-1 on=today'))).toContain(
      "Manager's form sent: Wed 1 Apr 2026",
    );
  });
});

describe('/incident correct', () => {
  it('moves the clocks, and says by how much', () => {
    const asked = then('/incident correct SI-2026-1 aware=2026-03-31 reason="a day later"');
    expect(answer(asked)).toContain(
      'Moved: SI-2026-1, notify the Panel: from Wed 8 Apr to Thu 9 Apr',
    );
    expect(answer(asked)).toContain('Reason: a day later');
  });

  it('brings new clocks when abuse comes to be suspected', () => {
    const asked = asking(
      `${LOG.replace('known', 'not-suspected')}
       2026-04-01 10:00 @notifier /incident correct SI-2026-1 abuse=suspected reason="the post-mortem"`,
    );
    expect(duties(asked, 'SI-2026-1').map(([name]) => name)).toEqual([
      'notify-panel',
      'tell-partners',
    ]);
  });

  it('strikes out a date that should never have been entered', () => {
    const asked = then(
      '/incident notified SI-2026-1 on=today\n2026-04-09 10:00 @manager /incident correct SI-2026-1 erase=notified reason="not submitted"',
    );
    expect(duties(asked, 'SI-2026-1')[0]).toEqual(['notify-panel', '2026-04-08', 'late']);
  });

  it.each([
    ['aware=2026-04-02', 'still to come'],
    ['occurred=2026-03-31', 'cannot have become aware'],
    ['aware=2026-03-30', 'Nothing would change'],
    ['erase=told', 'Nothing would change'],
  ])('declines %s', (fields, expected) => {
    const asked = then(`/incident correct SI-2026-1 ${fields} reason="as I said"`);
    expect(asked.decision.is).toBe('refused');
    expect(answer(asked)).toContain(expected);
  });

  it('asks for a reason', () => {
    expect(answer(then('/incident correct SI-2026-1 aware=2026-03-31'))).toContain(
      'still needs reason',
    );
  });
});

describe('/incident withdraw', () => {
  it('stops the clocks and keeps the record', () => {
    const asked = then('/incident withdraw SI-2026-1 reason="another area"');
    expect(duties(asked, 'SI-2026-1').map(([, , state]) => state)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect(answer(asked)).toContain('Reason: another area');
  });

  it.each([
    '/incident notified SI-2026-1 on=today',
    '/incident correct SI-2026-1 harm=seriously-harmed reason="alive"',
    '/incident withdraw SI-2026-1',
  ])('after it, %s is declined', (typed) => {
    const asked = then(`/incident withdraw SI-2026-1\n2026-04-01 10:30 @manager ${typed}`);
    expect(answer(asked)).toContain('Log a new incident instead');
  });
});

describe('/incident list', () => {
  const lines = Array.from({ length: 23 }, () => LOG).join('\n');

  it('comes in pages, the newest first, and is never cut', () => {
    const asked = asking(`${lines}\n2026-03-31 09:00 @manager /incident list`);
    expect(asked.decision.message.title).toBe('23 incidents, page 1 of 2');
    expect(asked.decision.message.buttons.map(({ label }) => label)).toEqual(['Next page']);
    const next = asking(`${lines}\n2026-03-31 09:00 @manager /incident list page=2`);
    expect(next.decision.message.about).toHaveLength(3);
  });

  it('says so where there is none', () => {
    expect(answer(asking('2026-03-31 09:00 @manager /incident list'))).toContain(
      '/incident log starts one',
    );
  });
});
