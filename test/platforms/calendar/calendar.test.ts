import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../commands/index.ts';
import type { FreshLink } from '../../../src/app/command.ts';
import { decide } from '../../../src/app/decide.ts';
import { apply } from '../../../src/domain/apply.ts';
import { addMinutes, type Instant, londonInstant } from '../../../src/domain/day.ts';
import type { PersonId } from '../../../src/domain/incident.ts';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import { calendarRoutes } from '../../../src/platforms/calendar/routes.ts';
import { freshLink, hashOf, tokenIn } from '../../../src/platforms/calendar/secret.ts';
import { readScript } from '../../../src/rehearsal/script.ts';
import { merton } from '../../support/ledger.ts';

const fresh = freshLink('https://heed.example.org/');

interface Said {
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly links: ReadonlyMap<string, FreshLink>;
  readonly text: string;
}

/** A script as it is decided, with an address for whoever asks for one. */
const played = (lines: string): Said => {
  let ledger = emptyLedger;
  let now = '2026-01-01T00:00:00.000Z' as Instant;
  let text = '';
  const links = new Map<string, FreshLink>();
  for (const { at, does } of readScript(lines).steps) {
    if (does.is !== 'says') throw new Error('only typed commands are decided here');
    now = at;
    const actor = merton.people.get(does.who as PersonId);
    if (!actor) throw new Error(`${does.who} is not on the roster`);
    const link = fresh();
    const { asked, decision } = decide(
      { typed: does.typed },
      { ledger, arrangement: merton, catalogue, actor, now, link: () => link },
    );
    const { changes, message } = decision;
    text = JSON.stringify(message);
    if (changes.some(({ type }) => type === 'feed-linked')) links.set(does.who, link);
    const entry = { seq: ledger.seq + 1, at: now, by: actor.id, via: 'test', queued: [] };
    if (changes.length > 0) ledger = apply(ledger, { ...entry, asked, changes });
  }
  return { ledger, now, links, text };
};

const fetched = async (said: Said, path: string): Promise<Response> =>
  calendarRoutes({
    ledger: async () => said.ledger,
    arrangement: merton,
    now: () => said.now,
  }).request(path);

const pathOf = (said: Said, who: string): string =>
  new URL(said.links.get(who)?.address ?? '').pathname;

const eventsOf = async (said: Said, who: string): Promise<readonly ICAL.Event[]> => {
  const answer = await fetched(said, pathOf(said, who));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=suspected aware=2026-03-30\n';
const LINK = (who: string) => `2026-03-30 10:00 @${who} /calendar link\n`;

describe('the times of a calendar, read by another library', () => {
  it('are London’s on both sides of both clock changes', async () => {
    const days = ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26', '2027-01-11'];
    const lines = days
      .map((on) => `2026-03-02 09:00 @manager /meeting schedule body=executive on=${on} at=10:30\n`)
      .join('');
    const events = await eventsOf(
      played(`${lines}2026-03-02 10:00 @probation-lead /calendar link\n`),
      'probation-lead',
    );
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual(
      days.map((on) => londonInstant(on as never, '10:30')),
    );
    expect(events.map(({ startDate }) => `${startDate}`)).toEqual(
      days.map((on) => `${on}T10:30:00`),
    );
    expect(events[0]?.startDate.zone.tzid).toBe('Europe/London');
    expect(events[0]?.summary).toBe('MT-2026-1: the Executive meets');
    const stamp = events[0]?.component.getFirstPropertyValue('dtstamp');
    expect(`${stamp}`).toBe('2026-03-02T09:00:00Z');
  });

  it('are whole days for what is owed, also on the day that the clocks change', async () => {
    const said = played(
      `2026-03-02 09:00 @manager /action add what="A plan" owner=police-lead group=qapr due=2026-03-29 source="The Executive"\n2026-03-02 10:00 @police-lead /calendar link\n`,
    );
    const [event] = await eventsOf(said, 'police-lead');
    expect(event?.startDate.isDate).toBe(true);
    expect([`${event?.startDate}`, `${event?.endDate}`]).toEqual(['2026-03-29', '2026-03-30']);
  });
});

describe('what is in whose', () => {
  it('is what they owe, and of a case its code and its clock alone', async () => {
    const said = played(LOG + LINK('notifier') + LINK('probation-lead'));
    const own = await eventsOf(said, 'notifier');
    expect(own.map(({ summary }) => summary)).toEqual([
      'SI-2026-1: notify the Panel',
      'SI-2026-1: tell the safeguarding partners',
    ]);
    expect(await eventsOf(said, 'probation-lead')).toEqual([]);
    const text = await (await fetched(said, pathOf(said, 'notifier'))).text();
    expect(text.replace(/^(X-WR-CALNAME|NAME):.*$/gm, '')).not.toMatch(
      /child|died|suspected|area/i,
    );
  });

  it('is nothing of a case that is held back from them', async () => {
    const held = `${LOG}2026-03-30 09:05 @notifier /incident notified SI-2026-1 on=today
2026-03-30 09:06 @manager /review start SI-2026-1 agencies=police
2026-03-30 09:07 @manager /review embargo RR-2026-1 pending=inquest
${LINK('notifier')}${LINK('manager')}`;
    const said = played(held);
    expect(await eventsOf(said, 'notifier')).toEqual([]);
    expect((await eventsOf(said, 'manager')).map(({ summary }) => summary).join()).toContain(
      'RR-2026-1',
    );
  });

  it('keeps the same name and counts up where a day is set anew', async () => {
    const add = `2026-03-02 09:00 @manager /action add what="A plan" owner=police-lead group=qapr due=2026-04-29 source="The Executive"
2026-03-02 10:00 @police-lead /calendar link
`;
    const [before] = await eventsOf(played(add), 'police-lead');
    const [after] = await eventsOf(
      played(
        `${add}2026-03-20 10:00 @police-lead /action extend AC-2026-1 to=2026-05-06 reason="Leave"\n`,
      ),
      'police-lead',
    );
    expect(after?.uid).toBe(before?.uid);
    expect(`${after?.startDate}`).toBe('2026-05-06');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    const done = played(`${add}2026-03-20 10:00 @police-lead /action done AC-2026-1\n`);
    expect(await eventsOf(done, 'police-lead')).toEqual([]);
  });

  it('says of a meeting that is cancelled that it is', async () => {
    const said = played(
      `2026-03-02 09:00 @manager /meeting schedule body=executive on=2026-04-14 at=10:00
2026-03-02 09:01 @manager /meeting cancel MT-2026-1 reason="No quorum"
2026-03-02 10:00 @chair /calendar link\n`,
    );
    const [event] = await eventsOf(said, 'chair');
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.sequence).toBe(1);
  });
});

describe('a meeting that is moved', () => {
  const lines = [
    '/meeting schedule body=executive on=2026-03-24 at=10:00',
    '/meeting move MT-2026-1 on=2026-03-31',
    '/undo',
    '/meeting move MT-2026-1 on=2026-03-31 at=14:30',
    '/meeting cancel MT-2026-1 reason="Nothing to decide"',
    '/undo',
  ];

  it('keeps its name, and counts up whatever is done with its day, and undone', async () => {
    const seen = [];
    for (let n = 1; n <= lines.length; n++) {
      const typed = lines.slice(0, n).map((line, at) => `2026-03-02 09:0${at} @manager ${line}\n`);
      const said = played(`${typed.join('')}2026-03-02 10:00 @chair /calendar link\n`);
      const [event] = await eventsOf(said, 'chair');
      const stamp = event?.component.getFirstPropertyValue('dtstamp');
      const status = event?.component.getFirstPropertyValue('status');
      seen.push(`${event?.uid} ${event?.sequence} ${event?.startDate} ${status} ${stamp}`);
    }
    expect(seen).toEqual([
      'mt-2026-1@merton-2023.heed 0 2026-03-24T10:00:00 CONFIRMED 2026-03-02T09:00:00Z',
      'mt-2026-1@merton-2023.heed 1 2026-03-31T10:00:00 CONFIRMED 2026-03-02T09:01:00Z',
      'mt-2026-1@merton-2023.heed 2 2026-03-24T10:00:00 CONFIRMED 2026-03-02T09:02:00Z',
      'mt-2026-1@merton-2023.heed 3 2026-03-31T14:30:00 CONFIRMED 2026-03-02T09:03:00Z',
      'mt-2026-1@merton-2023.heed 4 2026-03-31T14:30:00 CANCELLED 2026-03-02T09:04:00Z',
      'mt-2026-1@merton-2023.heed 5 2026-03-31T14:30:00 CONFIRMED 2026-03-02T09:05:00Z',
    ]);
  });

  it('moves its agenda in the calendar of whoever sends it, higher each time', async () => {
    const of = async (n: number) => {
      const typed = lines.slice(0, n).map((line, at) => `2026-03-02 09:0${at} @manager ${line}\n`);
      const said = played(`${typed.join('')}2026-03-02 10:00 @manager /calendar link\n`);
      return (await eventsOf(said, 'manager')).find(({ uid }) => uid.includes('send-agenda'));
    };
    const [first, moved, back] = [await of(1), await of(2), await of(3)];
    expect(`${first?.startDate} ${moved?.startDate} ${back?.startDate}`).toBe(
      '2026-03-10 2026-03-17 2026-03-10',
    );
    expect(moved?.uid).toBe(first?.uid);
    expect(moved?.sequence).toBeGreaterThan(first?.sequence ?? 0);
    expect(back?.sequence).toBeGreaterThan(moved?.sequence ?? 0);
  });
});

describe('its address', () => {
  it('is written down nowhere but as its hash', () => {
    const said = played(LINK('police-lead'));
    const link = said.links.get('police-lead');
    const token = tokenIn(new URL(link?.address ?? '').pathname) ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(said.text).toContain(link?.address);
    expect([...said.ledger.feeds.values()]).toEqual([hashOf(token)]);
    expect(JSON.stringify(said.ledger)).not.toContain(token);
  });

  it('is no good once another is made, it is revoked, or its person has left: 404, like any other page', async () => {
    const first = played(LINK('police-lead'));
    const old = pathOf(first, 'police-lead');
    const ends = [
      LINK('police-lead') + LINK('police-lead'),
      `${LINK('police-lead')}2026-03-30 10:01 @police-lead /calendar revoke\n`,
      `${LINK('police-lead')}2026-03-30 10:01 @manager /calendar revoke whose=everybody\n`,
      `${LINK('police-lead')}2026-03-30 10:01 @manager /roster leave police-lead\n`,
    ].map(played);
    const nothing = await fetched(first, '/calendar/anything.ics');
    for (const said of ends) {
      const path = said === ends[0] ? old : pathOf(said, 'police-lead');
      const answer = await fetched(said, path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe(await nothing.clone().text());
    }
  });

  it('is somebody’s own: others may not revoke it', () => {
    const said = played(
      `${LINK('police-lead')}2026-03-30 10:01 @council-lead /calendar revoke whose=everybody\n`,
    );
    expect(said.text).toContain('Only the business unit');
    expect(said.ledger.feeds.size).toBe(1);
    const own = played('2026-03-30 10:01 @chair /calendar revoke');
    expect([...own.ledger.links.revoked.keys()]).toEqual(['chair']);
  });

  it('is not there to be guessed: after 300 in a minute nothing is looked up', async () => {
    const said = played(LINK('police-lead'));
    let now = said.now;
    const routes = calendarRoutes({
      ledger: async () => said.ledger,
      arrangement: merton,
      now: () => now,
    });
    const path = pathOf(said, 'police-lead');
    for (let n = 0; n < 300; n += 1) await routes.request(`/calendar/${n}.ics`);
    expect((await routes.request(path)).status).toBe(429);
    now = addMinutes(now, 1);
    expect((await routes.request(path)).status).toBe(200);
  });
});
