import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { asking } from '../support/ledger.ts';

const LOG =
  '2026-03-30 09:00 @manager /incident log harm=died abuse=not-suspected looked-after=yes';
const preview = (who: string, typed = '/preview', at = '2026-03-30 09:01') =>
  asking(`${LOG}\n${at} @${who} ${typed}`).decision.message;

describe('/preview', () => {
  it('says what will be sent, to whom and when', () => {
    expect(asText(preview('manager')).split('\n').slice(0, 4)).toEqual([
      '9 messages in the next 30 calendar days, if nobody does anything meanwhile',
      '- Thu 2 Apr 2026 09:00, to the notifier: SI-2026-1: notify the Secretary of State and Ofsted by Wed 8 Apr, 2 working days left (2 working days before)',
      '- Tue 7 Apr 2026 09:00, to the notifier: SI-2026-1: notify the Secretary of State and Ofsted by Wed 8 Apr, 1 working day left (1 working day before)',
      '- Wed 8 Apr 2026 09:00, to the notifier: SI-2026-1: notify the Secretary of State and Ofsted by Wed 8 Apr, today is the last day (on the day)',
    ]);
  });

  it('looks as far as it is asked', () => {
    expect(preview('manager', '/preview 3').title).toMatch(
      /^1 message in the next 3 calendar days/,
    );
    expect(preview('manager', '/preview days=1').title).toMatch(/^Nothing will be sent/);
  });

  it('shows nobody a case they may not see', () => {
    expect(preview('probation-lead')).toMatchObject({ about: [], blocks: [] });
  });
});
