import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { decide } from '../../src/app/decide.ts';
import { foretell } from '../../src/app/foretell.ts';
import { asText } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { addDays, londonDay, londonInstant } from '../../src/domain/day.ts';
import { isWithinHours } from '../../src/domain/ladder.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { MANAGER } from '../../src/domain/posts.ts';
import { settingAt } from '../../src/domain/setting.ts';

const here = join(import.meta.dirname, '../../src/arrangements');
const names = readdirSync(here).flatMap((file) =>
  file.endsWith('.yaml') ? [file.replace(/\.yaml$/, '')] : [],
);

/** A year of a partnership that has just begun with Heed, if nobody does anything. */
test.each(names)('a year of %s falls into working time and is about something', (name) => {
  const arrangement = loadArrangement(name);
  const start = londonInstant('2026-03-30' as never, '09:00');
  const until = londonInstant(addDays(londonDay(start), 365), '23:59');
  const told = foretell(emptyLedger, arrangement, start, until);
  expect(told.length > 0).toBe(arrangement.cycle.length > 0);
  for (const { at, to, message } of told) {
    const { calendar } = settingAt(emptyLedger, arrangement, at);
    const said = `${at} @${to.id}: ${asText(message)}`;
    expect(isWithinHours(calendar, arrangement.sending, at), said).toBe(true);
    expect(message.about.length + (message.items?.length ?? 0), said).toBeGreaterThan(0);
    expect(said).not.toMatch(/undefined|NaN|\[object|: 0 |no things/);
    expect(message.buttons.length, said).toBeGreaterThan(0);
  }
  // Nobody is told the same thing on the same day twice.
  const once = told.map(({ at, to }) => `${londonDay(at)} @${to.id}`);
  expect(new Set(once).size).toBe(once.length);
});

test.each(names)('/preview 365 of %s says to the manager all that a year will bring', (name) => {
  const arrangement = loadArrangement(name);
  const start = londonInstant('2026-03-30' as never, '09:00');
  const until = londonInstant(addDays(londonDay(start), 365), '23:59');
  const told = foretell(emptyLedger, arrangement, start, until);
  const [manager] = [...arrangement.people.values()].filter(({ posts }) => posts.includes(MANAGER));
  if (!manager) throw new Error('nobody is its manager');
  const scene = { ledger: emptyLedger, arrangement, catalogue, actor: manager, now: start };
  const { message } = decide({ typed: '/preview 365' }, scene).decision;
  expect(message.title).toContain(
    told.length === 0 ? 'Nothing will be sent' : `${told.length} messages in the next 365`,
  );
});
