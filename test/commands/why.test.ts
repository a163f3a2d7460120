import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import type { Override } from '../../src/domain/arrangement.ts';
import { day } from '../../src/domain/day.ts';
import { asking, merton } from '../support/ledger.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known aware=2026-03-30';
const why = (about: string, who = 'notifier', arrangement = merton) =>
  asking(`${LOG}\n2026-04-02 10:00 @${who} /why ${about}`, arrangement).decision;

describe('/why', () => {
  it('explains every duty of a record', () => {
    const text = asText(why('SI-2026-1').message);
    expect(text).toContain('Rule wt2018/notify-panel (D01), a statutory duty.');
    expect(text).toContain('Rule wt2018/tell-partners (D02), statutory guidance.');
    expect(text).toContain(
      'Days counted: Tue 31 Mar, Wed 1 Apr, Thu 2 Apr, Tue 7 Apr and Wed 8 Apr.',
    );
  });

  it('explains one duty, by its name or by the key of a notice', () => {
    const { message } = why('"SI-2026-1/notify-panel/2026-04-08/-2 WD/notifier"');
    expect(message.duties?.map(({ name }) => name)).toEqual(['notify-panel']);
    expect(asText(message)).toContain('You had this notice as the notifier.');
    expect(why('si-2026-1 tell-partners').message.duties).toHaveLength(1);
  });

  it('says who decided to count otherwise, from when and why', () => {
    const relaxed: Override = {
      clock: 'notify-panel',
      span: { unit: 'working-days', n: 7 },
      reason: 'Department for Education, spring 2020',
      from: day('2026-03-01'),
      until: day('2026-06-30'),
    };
    const { message } = why('SI-2026-1 notify-panel', 'manager', {
      ...merton,
      overrides: [relaxed],
    });
    expect(message.duties?.[0]?.due).toBe('2026-04-10');
    expect(asText(message)).toContain(
      'This partnership counts it differently for clocks that start on or after Sun 1 Mar 2026 until Tue 30 Jun 2026. Reason: Department for Education, spring 2020',
    );
  });

  it('says that a count beyond the proclaimed holidays may move', () => {
    const { decision } = asking(
      '2029-03-30 09:00 @manager /incident log harm=died abuse=known\n2029-03-30 09:01 @manager /why SI-2029-1',
    );
    expect(asText(decision.message)).toContain('the bank holidays of 2029 are not yet proclaimed');
  });

  it.each(['SI-2026-9', 'nothing-of-the-kind', 'SI-2026-1 rapid-review'])(
    'declines %s',
    (about) => {
      expect(why(about).is).toBe('refused');
    },
  );

  it('tells somebody who may not see a case the same as if there were none', () => {
    const unseen = why('SI-2026-1', 'probation-lead').message;
    const none = why('SI-2026-9', 'probation-lead').message;
    expect(unseen).toEqual(none);
  });
});
