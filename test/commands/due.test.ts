import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { asking } from '../support/ledger.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known aware=2026-03-30';
const LATER = '2026-03-30 09:01 @manager /incident log harm=died abuse=known aware=2026-03-27';
const due = (at: string, who: string, typed: string) =>
  asking(`${LOG}\n${LATER}\n${at} @${who} ${typed}`).decision.message;

describe('/due', () => {
  it('is what falls to my post, soonest first', () => {
    expect(asText(due('2026-04-02 10:00', 'notifier', '/due')).split('\n')).toEqual([
      'You owe 4 things',
      '- By Tue 7 Apr 2026: SI-2026-2, notify the Panel, 1 working day left',
      '- By Tue 7 Apr 2026: SI-2026-2, tell the safeguarding partners, 1 working day left',
      '- By Wed 8 Apr 2026: SI-2026-1, notify the Panel, 2 working days left',
      '- By Wed 8 Apr 2026: SI-2026-1, tell the safeguarding partners, 2 working days left',
    ]);
  });

  it('says what is late, and what is due today', () => {
    const text = asText(due('2026-04-08 10:00', 'notifier', '/due'));
    expect(text).toContain(
      'Late: SI-2026-2, notify the Panel, was due Tue 7 Apr 2026, 1 working day ago',
    );
    expect(text).toContain('Today: SI-2026-1, notify the Panel');
  });

  it('is empty for somebody who owes nothing', () => {
    expect(due('2026-04-02 10:00', 'manager', '/due').title).toBe('You owe nothing at the moment.');
  });

  it('comes with all the duties of the records it speaks of', () => {
    const { duties } = asking(
      `${LOG}\n2026-03-31 09:00 @notifier /incident notified SI-2026-1 on=today\n2026-03-31 10:00 @notifier /due`,
    ).decision.message;
    expect(duties?.map(({ name, state }) => [name, state])).toEqual([
      ['notify-panel', 'done'],
      ['tell-partners', 'open'],
    ]);
  });
});

describe('/due week', () => {
  it('leaves out what comes later', () => {
    expect(due('2026-03-31 10:00', 'notifier', '/due week').title).toBe(
      'You owe 2 things within seven calendar days',
    );
  });
});

describe('/due all', () => {
  it('is everything that is owed, whoever owes it', () => {
    const message = due('2026-04-02 10:00', 'manager', '/due all');
    expect(message.title).toBe('4 things owed in the partnership');
    expect(message.duties).toHaveLength(4);
    expect(asText(message)).toContain('notify the Panel, the notifier');
  });

  it('shows nobody a case they may not see', () => {
    const message = due('2026-04-02 10:00', 'probation-lead', '/due all');
    expect(message).toMatchObject({ about: [], duties: [] });
    expect(asText(message)).not.toContain('SI-');
  });
});
