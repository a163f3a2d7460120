import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { memoryStore } from '../../store/memory.ts';
import { rehearse } from '../support/rehearse.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=suspected aware=2026-03-30';
/** One duty of the two is done at once, so that the other is spoken of alone. */
const ALONE = [LOG, '2026-03-30 09:01 @manager /incident told-partners SI-2026-1 on=today'];

/** What one person is sent, as "to @who at when" and the text. */
const notices = async (lines: readonly string[], store = memoryStore()) =>
  (await rehearse(lines.join('\n'), { store }))
    .filter(({ kind }) => kind === 'notice')
    .map(({ at, who, message }) => ({ at: at.slice(0, 16), who, text: asText(message) }));
const lastTo = async (who: string, lines: readonly string[]) =>
  (await notices(lines)).findLast((notice) => notice.who === who)?.text;

describe('a reminder', () => {
  const STARTED =
    'The council became aware on Mon 30 Mar. 5 working days, not counting Good Friday and Easter Monday.';
  const BUTTONS = '[I have notified them] [Why?]';

  it.each([
    ['2026-04-02', 'SI-2026-1: notify the Panel by Wed 8 Apr, 2 working days left'],
    ['2026-04-07', 'SI-2026-1: notify the Panel by Wed 8 Apr, 1 working day left'],
    ['2026-04-08', 'SI-2026-1: notify the Panel by Wed 8 Apr, today is the last day'],
    ['2026-04-09', 'SI-2026-1: the Panel was to be notified by Wed 8 Apr, 1 working day ago'],
  ])('on %s', async (on, title) => {
    const text = await lastTo('notifier', [...ALONE, `${on} 12:00 clock`]);
    expect(text).toBe([title, STARTED, BUTTONS].join('\n'));
  });

  it('names the year of a day that is in another', async () => {
    const text = await lastTo('notifier', [
      '2026-12-23 09:00 @manager /incident log harm=died abuse=known aware=2026-12-23',
      '2026-12-23 09:01 @manager /incident told-partners SI-2026-1 on=today',
      '2026-12-30 12:00 clock',
    ]);
    expect(text?.split('\n').slice(0, 2)).toEqual([
      'SI-2026-1: notify the Panel by Mon 4 Jan 2027, 2 working days left',
      'The council became aware on Wed 23 Dec. 5 working days, not counting Christmas Day, Boxing Day (Substitute day) and New Year’s Day.',
    ]);
  });

  it('is not sent to whoever has just entered it, of what had passed before', async () => {
    const own = LOG.replace('@manager', '@notifier')
      .replace('09:00', '12:00')
      .replace('03-30', '04-07');
    expect((await notices([own, '2026-04-07 17:00 clock'])).map(({ who }) => who)).toEqual([]);
  });
});

describe('an escalation', () => {
  const TITLE = 'SI-2026-1: the Panel was to be notified by Wed 8 Apr';

  it('says how it was chased, and why one has it', async () => {
    const text = await lastTo('police-lead', [...ALONE, '2026-04-10 12:00 clock']);
    expect(text).toBe(
      [
        `${TITLE}, 2 working days ago`,
        "The notifier has been reminded four times since Thu 2 Apr, the notifier's deputy once, the manager once. You have this as a safeguarding partner.",
        '[See the case] [Why?]',
      ].join('\n'),
    );
  });

  it.each([
    ['manager', 'You have this as the manager.'],
    ['notifier-deputy', "You have this as the notifier's deputy."],
  ])('to the %s says so', async (who, standing) => {
    const text = await lastTo(who, [...ALONE, '2026-04-09 12:00 clock']);
    expect(text).toBe(
      [
        `${TITLE}, 1 working day ago`,
        `The notifier has been reminded three times since Thu 2 Apr. ${standing}`,
        '[See the case] [Why?]',
      ].join('\n'),
    );
  });

  it('reaches each safeguarding partner once, the leads alone', async () => {
    const sent = await notices([...ALONE, '2026-04-30 12:00 clock']);
    const partners = sent.filter(({ at }) => at.startsWith('2026-04-10')).map(({ who }) => who);
    expect(partners).toEqual(['council-lead', 'health-lead', 'police-lead']);
    expect(sent.filter(({ at }) => at > '2026-04-11')).toEqual([]);
  });
});

describe('a bundle', () => {
  it('says how many there are, each by its code, the late ones first', async () => {
    const text = await lastTo('notifier', [
      ...ALONE,
      '2026-03-31 09:00 @manager /incident log harm=died abuse=known aware=2026-03-31',
      '2026-04-09 12:00 clock',
    ]);
    expect(text).toBe(
      [
        '3 things need you today, one is late',
        '- Late: SI-2026-1, notify the Panel, was due Wed 8 Apr',
        '- Today: SI-2026-2, notify the Panel',
        '- Today: SI-2026-2, tell the safeguarding partners',
        '[I have notified them (SI-2026-1)] [I have notified them (SI-2026-2)] [What I owe]',
      ].join('\n'),
    );
  });

  it.each([
    ['2026-04-02', 'SI-2026-1: 2 things need you by Wed 8 Apr, 2 working days left'],
    ['2026-04-08', 'SI-2026-1: 2 things need you today'],
    ['2026-04-09', 'SI-2026-1: 2 things need you today, both late'],
  ])('of one case names it: on %s', async (on, title) => {
    const text = await lastTo('notifier', [LOG, `${on} 12:00 clock`]);
    expect(text?.split('\n')[0]).toBe(title);
  });

  it('of what somebody else owes says that it is late, and why one has it', async () => {
    const text = await lastTo('health-lead', [LOG, '2026-04-10 12:00 clock']);
    expect(text?.split('\n')).toEqual([
      'SI-2026-1: 2 things are late',
      expect.stringMatching(
        /^- Late: SI-2026-1, notify the Panel, was due Wed 8 Apr\. The notifier /,
      ),
      expect.stringMatching(
        /^- Late: SI-2026-1, tell the safeguarding partners, was due Wed 8 Apr\. /,
      ),
      'You have these as a safeguarding partner.',
      '[See the case] [Why?]',
    ]);
  });
});

describe('what has moved', () => {
  const MOVE =
    '2026-03-31 10:00 @manager /incident correct SI-2026-1 aware=2026-03-31 reason="a day late"';

  it('is told with both days', async () => {
    const text = await lastTo('notifier', [...ALONE, MOVE]);
    expect(text).toBe(
      'SI-2026-1: notify the Panel is now due Thu 9 Apr, it was due Wed 8 Apr\nThe council became aware on Tue 31 Mar. 5 working days, not counting Good Friday and Easter Monday.\n[See the case] [Why?]',
    );
  });

  it('is told once for several', async () => {
    const text = await lastTo('notifier', [LOG, MOVE]);
    expect(text?.split('\n').slice(0, 3)).toEqual([
      'SI-2026-1: 2 duties have a new day',
      '- Moved: SI-2026-1, notify the Panel, is now due Thu 9 Apr (was Wed 8 Apr)',
      '- Moved: SI-2026-1, tell the safeguarding partners, is now due Thu 9 Apr (was Wed 8 Apr)',
    ]);
  });
});

describe('after downtime', () => {
  const afterwards = async (from: string) => {
    const store = memoryStore();
    await rehearse([...ALONE, '2026-03-30 15:00 clock'].join('\n'), { store });
    return notices([`${from} clock`], store);
  };

  it('says when it should have come, and since when Heed is back', async () => {
    const [only, ...more] = await afterwards('2026-04-02 13:20');
    expect(more).toEqual([]);
    expect(only?.text.split('\n')[1]).toBe(
      'This should have reached you on Thu 2 Apr at 09:00; Heed was not running until 13:20 today.',
    );
  });

  it('names the day where that was another', async () => {
    const store = memoryStore();
    await rehearse([...ALONE, '2026-03-30 15:00 clock'].join('\n'), { store });
    const [only] = await notices(['2026-04-03 20:00 clock', '2026-04-07 12:00 clock'], store);
    expect(only?.text.split('\n')[1]).toBe(
      'This should have reached you on Thu 2 Apr at 09:00; Heed was not running until 20:00 on Fri 3 Apr.',
    );
  });

  it('says nothing of it where nothing was missed', async () => {
    const [only] = await afterwards('2026-04-02 08:00');
    expect(only).toBeUndefined();
    const sent = await notices([...ALONE, '2026-04-10 12:00 clock']);
    expect(sent.map(({ text }) => text).join('\n')).not.toContain('should have reached');
  });
});
