import { describe, expect, it } from 'vitest';
import { asText, type Message } from '../../src/app/message.ts';
import { afterwards } from '../../src/app/notice/afterwards.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Day, Instant } from '../../src/domain/day.ts';
import type { PersonId } from '../../src/domain/incident.ts';
import type { Item, PostId } from '../../src/domain/item.ts';
import { readyToSend } from '../../src/domain/outbox.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { asking } from '../support/ledger.ts';
import { rehearse } from '../support/rehearse.ts';

const derby = loadArrangement('derby-like');
const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known area=city';
const CORRECT = (at: string, area = 'county', by = 'manager') =>
  `${at} @${by} /incident correct SI-2026-1 area=${area} reason="The address was wrong"`;
const LEFT = "SI-2026-1: it is in another area's hands now";

const queued = (to: string, due = '2026-04-08'): Item => ({
  key: `kept-${to}`,
  to: to as PostId,
  record: 'SI-2026-1' as Ref,
  duty: 'notify-panel',
  due: due as Day,
  rung: '-2 WD',
  moment: '2026-04-02T08:00:00.000Z' as Instant,
  queued: '2026-04-02T08:00:00.000Z' as Instant,
});

const played = async (lines: readonly string[]) => {
  const said = await rehearse(['arrangement: derby-like', ...lines].join('\n'));
  expect(said.filter(({ kind }) => kind === 'refusal')).toEqual([]);
  return said;
};

/** What somebody was sent, after its time in UTC, where everything that was asked was done. */
const sentTo = async (who: string, ...lines: readonly string[]) =>
  (await played(lines))
    .filter((one) => one.kind === 'notice' && one.who === who)
    .map(({ at, message }) => `${at.slice(0, 16)} ${asText(message)}`);

describe('the notifier whose case it no longer is', () => {
  it('is told once, when it can no longer be taken back, and nothing of the case', async () => {
    const sent = await sentTo(
      'notifier-city',
      LOG,
      CORRECT('2026-04-02 11:00'),
      '2026-04-20 12:00 clock',
    );
    expect(sent).toHaveLength(2);
    expect(sent[1]).toContain(`2026-04-02T10:10 ${LEFT}`);
    expect(sent[1]).not.toMatch(/Child|died|county|8 Apr/);
  });

  it('is told nothing where it was taken back, and is reminded on as before', async () => {
    const undo = '2026-04-02 11:05 @manager /undo';
    const lines = [LOG, CORRECT('2026-04-02 11:00'), undo, '2026-04-07 12:00 clock'];
    const sent = await sentTo('notifier-city', ...lines);
    expect(sent.filter((one) => one.includes(LEFT))).toEqual([]);
    expect(sent.at(-1)).toContain('2026-04-07T08:00 SI-2026-1: 2 things need you');
    expect(await sentTo('notifier-county', ...lines)).toEqual([]);
  });

  it.each([
    ['had heard nothing of it', [LOG, CORRECT('2026-03-30 11:00')]],
    ['has corrected it', [LOG, CORRECT('2026-04-02 11:00', 'county', 'notifier-city')]],
    ['has it back', [LOG, CORRECT('2026-04-02 11:00'), CORRECT('2026-04-02 11:05', 'city')]],
    [
      'was told of what is withdrawn',
      [
        LOG,
        CORRECT('2026-04-02 11:00'),
        '2026-04-02 11:05 @manager /incident withdraw SI-2026-1 reason="Not one"',
      ],
    ],
    [
      'may not see it any more',
      [
        LOG,
        CORRECT('2026-04-02 11:00'),
        '2026-04-02 11:05 @manager /review embargo SI-2026-1 pending=trial',
      ],
    ],
  ])('is told nothing who %s', async (_, lines) =>
    expect(
      (await sentTo('notifier-city', ...lines, '2026-04-02 12:00 clock')).filter((one) =>
        one.includes(LEFT),
      ),
    ).toEqual([]),
  );
});

describe('what waits to be sent when a case goes to another area', () => {
  const at = (time: string, to: string) => {
    const { ledger } = asking(`${LOG}\n${CORRECT('2026-04-02 11:00')}`, derby);
    const outbox = ledger.outbox.clear().set(`kept-${to}`, queued(to));
    return readyToSend({ ...ledger, outbox }, derby, time as Instant);
  };

  it.each(['notifier-city', 'notifier-city-deputy', 'council-lead', 'city-schools-lead'])(
    'rests while it may be taken back, then is not sent: %s',
    (to) => {
      expect(at('2026-04-02T10:09:00.000Z', to)).toEqual({ deliveries: [], settled: [] });
      expect(at('2026-04-02T10:10:00.000Z', to)).toEqual({
        deliveries: [],
        settled: [{ key: `kept-${to}`, is: 'dropped' }],
      });
    },
  );

  it.each(['notifier-county', 'county-council-lead', 'health-lead', 'manager'])(
    'is sent to those of the new area and of all: %s',
    (to) => expect(at('2026-04-02T10:09:00.000Z', to).deliveries).toHaveLength(1),
  );
});

describe('a notice that was sent before the case went to another area', () => {
  const shown = (who: string, lines: string): string => {
    const { ledger, now } = asking(lines, derby);
    const person = derby.people.get(who as PersonId);
    if (!person) throw new Error(`${who} is not on the roster`);
    const notice: Message = {
      title: 'SI-2026-1: notify the Panel by Wed 8 Apr',
      blocks: [],
      buttons: [{ label: 'I have notified them', command: 'incident notified', fields: {} }],
      about: ['SI-2026-1' as Ref],
      items: [queued(who)],
    };
    return asText(afterwards(notice, person, { ledger, arrangement: derby, now }));
  };
  const corrected = `${LOG}\n${CORRECT('2026-04-02 11:00')}`;

  it('asks nothing more of the former notifier', () => {
    expect(shown('notifier-city', LOG)).toContain('I have notified them');
    expect(shown('notifier-city', corrected)).toContain('Over: nothing more is wanted of you');
    expect(shown('notifier-city', corrected)).not.toContain('I have notified them');
  });

  it.each(['manager', 'notifier-county'])('still asks it of %s', (who) =>
    expect(shown(who, corrected)).toContain('I have notified them'),
  );
});

describe('what is late of a case', () => {
  const escalated = async (area: string, ...lines: readonly string[]) => {
    const said = await played([
      LOG.replace('area=city', `area=${area}`),
      '2026-03-30 09:01 @manager /incident told-partners SI-2026-1 on=today',
      '2026-03-30 09:02 @manager /incident notified SI-2026-1 on=today',
      '2026-03-30 09:03 @manager /review start SI-2026-1 agencies=health,police ask=no',
      ...lines,
      '2026-06-30 12:00 clock',
    ]);
    const late = said.filter(
      ({ kind, message }) =>
        kind === 'notice' && /RR-2026-1.*(late|was to be)/.test(asText(message)),
    );
    return [...new Set(late.map(({ who }) => who))].filter((who) => who.endsWith('council-lead'));
  };

  it.each([
    ['city', 'council-lead'],
    ['county', 'county-council-lead'],
  ])('on its review, goes to the authority of its own area alone: %s', async (area, lead) =>
    expect(await escalated(area)).toEqual([lead]),
  );

  it('follows a correction of the incident', async () =>
    expect(await escalated('city', CORRECT('2026-03-30 11:00'))).toEqual(['county-council-lead']));
});
