import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { rehearse } from '../support/rehearse.ts';

const DECIDED = [
  '2026-03-02 09:00 @manager /incident log harm=died abuse=suspected aware=2026-03-02 looked-after=no',
  '2026-03-02 09:01 @manager /incident told-partners SI-2026-1 on=today',
  '2026-03-02 09:02 @manager /incident notified SI-2026-1 on=today',
  '2026-03-02 09:03 @manager /review start SI-2026-1 agencies=council,health,police ask=no',
  '2026-03-02 09:04 @manager /review record RR-2026-1 a=yes b=yes c=yes d=yes e=no f=no g=no i=yes j=yes',
  '2026-03-02 09:05 @manager /review decide RR-2026-1 outcome=lcspr criteria=improvements rationale-ref=G1',
  '2026-03-02 09:06 @manager /review sent RR-2026-1',
  '2026-03-02 09:07 @manager /review informed RR-2026-1 whom=family',
  '2026-03-02 09:08 @manager /review informed PR-2026-1',
  '2026-03-02 09:09 @manager /review replied RR-2026-1',
];
const HOLD = '2026-03-03 09:00 @manager /review embargo RR-2026-1 pending=trial';
const AGAIN = (at: string) =>
  `${at} @manager /review redecide RR-2026-1 outcome=none criteria=none rationale-ref=G2 reason="Panel reply"`;
const LIFT = '2026-03-10 09:00 @manager /review embargo RR-2026-1 state=off';

/** What somebody was sent, after its time. */
const sentTo = async (who: string, ...lines: readonly string[]) =>
  (await rehearse(['arrangement: merton-2023', ...DECIDED, ...lines].join('\n')))
    .filter((one) => one.kind === 'notice' && one.who === who)
    .map(({ at, message }) => `${at.slice(0, 16)} ${asText(message)}`);

const REVERSED = 'RR-2026-1: the decision of Mon 2 Mar is reversed';
const SILENCE = 'Please do not answer the media for now';

describe('a decision that is reversed', () => {
  it('is told once it can no longer be taken back', async () =>
    expect(
      await sentTo('police-lead', AGAIN('2026-03-03 09:30'), '2026-03-03 10:00 clock'),
    ).toEqual([expect.stringContaining(`2026-03-03T09:40 ${REVERSED}`)]));

  it('is not told where it was taken back', async () =>
    expect(
      await sentTo(
        'police-lead',
        AGAIN('2026-03-03 09:30'),
        '2026-03-03 09:32 @manager /undo',
        '2026-03-03 10:00 clock',
      ),
    ).toEqual([]));

  it('while the case is held back, is told to the partners when it is let go', async () =>
    expect(
      await sentTo('police-lead', HOLD, AGAIN('2026-03-04 09:30'), LIFT, '2026-03-10 10:00 clock'),
    ).toEqual([expect.stringMatching(new RegExp(`^2026-03-10T09:10[^]*${REVERSED}`))]));

  it('in the minutes before it is held back, likewise', async () =>
    expect(
      await sentTo('police-lead', AGAIN('2026-03-03 08:55'), HOLD, LIFT, '2026-03-10 10:00 clock'),
    ).toEqual([expect.stringMatching(new RegExp(`^2026-03-10T09:10[^]*${REVERSED}`))]));

  it('is told once, where it was told before the case was held back', async () => {
    const hold = HOLD.replace('09:00', '11:00');
    const sent = await sentTo('police-lead', AGAIN('2026-03-03 09:30'), hold, LIFT);
    const later = await sentTo(
      'police-lead',
      AGAIN('2026-03-03 09:30'),
      hold,
      LIFT,
      '2026-03-10 10:00 clock',
    );
    expect([...sent, ...later].filter((line) => line.includes(REVERSED))).toHaveLength(2);
  });
});

describe('an embargo that is lifted', () => {
  const media = '2026-03-04 09:00 @manager /review media RR-2026-1 line=L1';

  it('brings the request for silence that it had kept back', async () => {
    const sent = await sentTo('police-lead', HOLD, media, LIFT, '2026-03-10 10:00 clock');
    expect(sent.filter((line) => line.includes(SILENCE))).toHaveLength(1);
  });

  it('tells nobody outside where it is taken back in time', async () => {
    const undone = [LIFT, '2026-03-10 09:05 @manager /undo', '2026-05-20 10:00 clock'];
    const lines = [HOLD, media, AGAIN('2026-03-04 09:30'), ...undone];
    expect(await sentTo('police-lead', ...lines)).toEqual([]);
    expect(await sentTo('council-lead', ...lines)).toEqual([]);
  });

  it('tells nobody outside of what is late before it can no longer be taken back', async () => {
    const lift = LIFT.replace('2026-03-10', '2026-05-20');
    const sent = await sentTo('police-lead', HOLD, lift, '2026-05-20 10:00 clock');
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((line) => line < '2026-05-20T08:10')).toEqual([]);
  });
});
