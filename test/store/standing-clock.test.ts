import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import { markRehearsal, standingClock } from '../../store/standing-clock.ts';
import { inFolder } from './folder.ts';

const MARCH = instant('2026-03-30T08:00:00Z');
const APRIL = instant('2026-04-02T08:00:00Z');

it('a folder that is not marked has no clock of its own', () =>
  inFolder(async (dir) => {
    expect(await standingClock(dir)).toBeUndefined();
  }));

it('stands still, moves on, and stands there after a restart', () =>
  inFolder(async (dir) => {
    await markRehearsal(dir, MARCH);
    const clock = await standingClock(dir);
    expect(clock?.now()).toBe(MARCH);
    await clock?.moveTo(APRIL);
    expect((await standingClock(dir))?.now()).toBe(APRIL);
  }));

it('never goes back', () =>
  inFolder(async (dir) => {
    await markRehearsal(dir, APRIL);
    const clock = await standingClock(dir);
    await clock?.moveTo(MARCH);
    expect(clock?.now()).toBe(APRIL);
  }));

it('says what to do where its mark is damaged', () =>
  inFolder(async (dir) => {
    writeFileSync(join(dir, 'rehearsal.json'), '{"now":');
    await expect(standingClock(dir)).rejects.toThrow('delete the folder to rehearse anew');
  }));
