import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { decide } from '../../src/app/decide.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { apply } from '../../src/domain/apply.ts';
import type { Change, Entry } from '../../src/domain/change.ts';
import { type Instant, instant } from '../../src/domain/day.ts';
import type { Settlement } from '../../src/domain/item.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { newsNotices } from '../../src/domain/news.ts';
import { itemsOf, readyToSend } from '../../src/domain/outbox.ts';
import { remindersDue } from '../../src/domain/reminders.ts';
import type { PersonId } from '../../src/domain/signed.ts';
import { asking } from '../support/ledger.ts';

const derby = loadArrangement('derby-like');
const MORNING = instant('2026-04-02T08:00:00.000Z');
const LATER = instant('2026-04-02T08:05:00.000Z');
const COUNTY = '2026-03-30 09:00 @manager /incident log harm=died abuse=known area=county';
const TO_CITY = '/incident correct SI-2026-1 area=city reason="The address was wrong"';

const by = (who: string, ledger: Ledger, at: Instant, more: Partial<Entry>): Ledger =>
  apply(ledger, {
    ...{ seq: ledger.seq + 1, at, by: who as PersonId, via: 'test', asked: '' },
    ...{ changes: [], queued: [], ...more },
  });

/** The morning's reminders are in the outbox. */
const reminded = (): Ledger => {
  const { ledger } = asking(COUNTY, derby);
  return by('heed', ledger, MORNING, { queued: remindersDue(ledger, derby, MORNING) });
};

const asked = (ledger: Ledger, who: string, typed: string): readonly Change[] => {
  const actor = derby.people.get(who as PersonId);
  if (!actor) throw new Error(`${who} is not on the roster`);
  const scene = { ledger, arrangement: derby, catalogue, actor, now: LATER };
  return decide({ typed }, scene).decision.changes;
};

/** To whom news goes of what somebody corrects. */
const newsOf = (ledger: Ledger, who: string, typed: string): readonly string[] => {
  const entry = {
    ...{ seq: ledger.seq + 1, at: LATER, by: who as PersonId, via: 'test', asked: '' },
    ...{ changes: asked(ledger, who, typed), queued: [] },
  };
  return newsNotices(ledger, apply(ledger, entry), derby, entry).map(({ to }) => to);
};

const sent = (ledger: Ledger): Ledger => {
  const settlements = readyToSend(ledger, derby, MORNING).deliveries.flatMap((one) =>
    itemsOf(one).map(({ key }): Settlement => ({ key, is: 'sent', person: one.person.id })),
  );
  return by('heed', ledger, MORNING, { changes: [{ type: 'settled', settlements }] });
};

describe('an incident that turns out to be of another area', () => {
  it('is asked of nobody any more who was about to be asked', () => {
    const before = reminded();
    const whom = (ledger: Ledger) =>
      readyToSend(ledger, derby, LATER).deliveries.map(({ person }) => person.id);
    expect(whom(before)).toEqual(['notifier-county']);
    const after = by('manager', before, LATER, { changes: asked(before, 'manager', TO_CITY) });
    expect(whom(after)).toEqual([]);
    expect(readyToSend(after, derby, LATER).settled.map(({ is }) => is)).toEqual([
      'dropped',
      'dropped',
    ]);
  });

  it('is news for whoever was told of it, and for nobody else', () => {
    expect(newsOf(sent(reminded()), 'manager', TO_CITY)).toEqual(['notifier-county']);
    expect(newsOf(reminded(), 'manager', TO_CITY)).toEqual([]);
  });

  it('is no news where the area stays', () => {
    const same = '/incident correct SI-2026-1 harm=seriously-harmed reason="It was mistaken"';
    expect(newsOf(sent(reminded()), 'manager', same)).toEqual([]);
  });
});
