import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { londonDay, londonTime } from '../../src/domain/day.ts';
import { BadScript } from '../../src/rehearsal/script.ts';
import { memoryStore } from '../../store/memory.ts';
import { rehearse } from '../support/rehearse.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=suspected aware=2026-03-30';

const play = async (...lines: readonly string[]) =>
  (await rehearse(lines.join('\n'))).map(({ at, kind, who, message }) => ({
    at: `${londonDay(at)} ${londonTime(at)}`,
    kind,
    who,
    text: asText(message),
  }));
const firstLines = async (...lines: readonly string[]) =>
  (await play(...lines)).map(
    ({ at, kind, who, text }) => `${at} ${kind} @${who}: ${text.split('\n')[0]}`,
  );

describe('time', () => {
  it('passes between the lines, and every sweep happens at its own moment', async () => {
    expect(await firstLines(LOG, '2026-04-08 09:00 @notifier /due')).toEqual([
      `2026-03-30 09:00 asked @manager: ${LOG.slice(26)}`,
      '2026-03-30 09:00 reply @manager: SI-2026-1 is logged',
      '2026-04-02 09:00 notice @notifier: SI-2026-1: 2 things need you by Wed 8 Apr, 2 working days left',
      '2026-04-07 09:00 notice @notifier: SI-2026-1: 2 things need you by Wed 8 Apr, 1 working day left',
      '2026-04-08 09:00 notice @notifier: SI-2026-1: 2 things need you today',
      '2026-04-08 09:00 asked @notifier: /due',
      '2026-04-08 09:00 reply @notifier: You owe 2 things',
    ]);
  });

  it('passes to the moment of a clock line, and no further', async () => {
    const sent = (until: string) =>
      play(LOG, `${until} clock`).then((all) => all.filter(({ kind }) => kind === 'notice').length);
    expect(await sent('2026-04-02 08:59')).toBe(0);
    expect(await sent('2026-04-02 09:00')).toBe(1);
    expect(await sent('2026-04-08 08:59')).toBe(2);
  });

  it('sends what one command gives others to know at once, after its answer', async () => {
    const lines = await firstLines(
      LOG,
      '2026-03-31 10:00 @manager /incident correct SI-2026-1 aware=2026-03-31 reason="a day late"',
    );
    expect(lines.slice(-2)).toEqual([
      '2026-03-31 10:00 reply @manager: SI-2026-1 is corrected',
      '2026-03-31 10:00 notice @notifier: SI-2026-1: 2 duties have a new day',
    ]);
  });
});

describe('pressing a button', () => {
  const NOTICED = [LOG, '2026-04-02 09:00 clock'];
  const last = async (...lines: readonly string[]) => (await play(...lines)).at(-1);

  it('is asking what it stands for', async () => {
    expect(
      await last(
        ...NOTICED,
        '2026-04-02 10:00 @notifier press "I have notified them" on SI-2026-1',
      ),
    ).toMatchObject({
      kind: 'reply',
      text: expect.stringMatching(/^SI-2026-1: the notification was submitted on Thu 2 Apr\n/),
    });
  });

  it('works on a reply as on a notice', async () => {
    expect(await last(LOG, '2026-03-30 09:01 @manager press "Why?" on SI-2026-1')).toMatchObject({
      kind: 'reply',
      text: expect.stringMatching(/^Why SI-2026-1\n/),
    });
  });

  it('presses that of the newest message', async () => {
    const lines = [...NOTICED, '2026-04-02 10:00 @notifier press "Why?" on SI-2026-1'];
    const whole = await last(...lines);
    const newer = await last(
      ...NOTICED,
      '2026-04-02 09:30 @notifier /incident told-partners SI-2026-1 on=today',
      '2026-04-07 10:00 @notifier press "Why?" on SI-2026-1',
    );
    expect(whole?.text).toMatch(/^Why SI-2026-1\n/);
    expect(newer?.text).toMatch(/^Why SI-2026-1, notify-panel\n/);
  });

  it('is done twice with the answer that it was done', async () => {
    const press = '@notifier press "I have notified them" on SI-2026-1';
    expect(
      await last(...NOTICED, `2026-04-02 10:00 ${press}`, `2026-04-02 10:01 ${press}`),
    ).toMatchObject({
      kind: 'refusal',
      text: expect.stringMatching(
        /^It is already recorded that the notification was submitted on Thu 2 Apr\./,
      ),
    });
  });

  it('needs no record in its label where a bundle speaks of several', async () => {
    const lines = [
      LOG,
      '2026-03-30 09:01 @manager /incident told-partners SI-2026-1 on=today',
      '2026-03-30 09:05 @manager /incident log harm=died abuse=known aware=2026-03-30',
      '2026-04-02 10:00 @notifier press "I have notified them" on SI-2026-2',
    ];
    expect((await last(...lines))?.text).toMatch(/^SI-2026-2: the notification was submitted/);
  });

  it.each([
    [
      'of another label',
      '@notifier press "Agree" on SI-2026-1',
      'Those there are: "I have notified them", "I have told the partners", "Why?".',
    ],
    ['on another record', '@notifier press "Why?" on SI-2026-2', 'There is none.'],
    ['that somebody else was sent', '@chair press "Why?" on SI-2026-1', 'There is none.'],
  ])('%s is refused, and names those there are', async (_, press, there) => {
    expect(await last(...NOTICED, `2026-04-02 10:00 ${press}`)).toMatchObject({
      kind: 'refusal',
      text: `No message about this record that you were sent has such a button. ${there}`,
    });
  });
});

describe('a rehearsal', () => {
  it('repeats what was asked only where it was accepted', async () => {
    const typed =
      '2026-03-30 09:10 @manager /incident withdraw SI-2026-1 reason="call 07700 900123"';
    const asked = (await play(LOG, typed)).filter(({ kind }) => kind === 'asked');
    expect(asked.map(({ text }) => text)).toEqual([LOG.slice(26), '/incident withdraw …']);
  });

  it.each([
    [
      'somebody who is not on the roster',
      '2026-03-30 09:00 @jo /due',
      'line 2: expected somebody on the roster of merton-2023',
    ],
    [
      'somebody not on it, pressing',
      '2026-03-30 09:00 @jo press "Why?" on SI-2026-1',
      'line 2: expected somebody on the roster',
    ],
  ])('does not begin with %s', async (_, line, said) => {
    await expect(rehearse(`# here\n${line}`)).rejects.toThrow(BadScript);
    await expect(rehearse(`# here\n${line}`)).rejects.toThrow(said);
  });

  it('does not begin before what its store holds', async () => {
    const store = memoryStore();
    await rehearse(LOG, { store });
    await expect(rehearse('# again\n2026-03-30 08:59 clock', { store })).rejects.toThrow(
      'line 2: expected a time after the last entry of the folder',
    );
    expect(await rehearse('2026-03-30 09:01 @manager /due all', { store })).toHaveLength(2);
  });

  it('of nothing says nothing', async () => expect(await rehearse('')).toEqual([]));
});
