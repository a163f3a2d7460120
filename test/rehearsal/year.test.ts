import { describe, expect, it } from 'vitest';
import { isDigest } from '../../src/app/message.ts';
import { londonDay, londonTime } from '../../src/domain/day.ts';
import type { Happening } from '../../src/rehearsal/play.ts';
import { rehearse } from '../support/rehearse.ts';
import { aYear, BODIES, recount, rungsIn, whoHas } from '../support/year.ts';
import { firstWorkingOf } from '../support/year-days.ts';

const HOW_MANY = 500;

const year = aYear(HOW_MANY, 7);
const happened = await rehearse(`arrangement: merton-2023\n${year.script}`);

const when = ({ at }: Happening): string => `${londonDay(at)} ${londonTime(at)}`;

/** One line for each rung that a message spoke of. */
const told = happened
  .filter(({ kind }) => kind === 'notice')
  .flatMap((one) =>
    (one.message.items ?? [])
      .filter(({ duty, rung }) => duty === 'action' && rung !== 'moved')
      .map(({ record, rung, due }) => `${record} ${rung} due ${due} to ${one.who} at ${when(one)}`),
  );

const without = (all: readonly string[], others: readonly string[]): readonly string[] => {
  const left = Map.groupBy(others, (one) => one);
  return all.filter((one) => left.get(one)?.pop() === undefined);
};

describe(`a year of ${HOW_MANY} actions over five sub-groups, with leave, cover and snoozes`, () => {
  const expected = year.played.flatMap(rungsIn);

  it('is played as it is written: nothing was declined', () =>
    expect(happened.filter(({ kind }) => kind === 'refusal')).toEqual([]));

  it('is a year with everything in it', () => {
    const names = new Set(expected.map((line) => line.split(' ')[1]));
    expect(names).toEqual(new Set(['-5', '0', '+1', '+30', 'stale']));
    expect(expected.length).toBeGreaterThan(2 * HOW_MANY);
    expect(told.some((line) => /to (probation|adults)-deputy at/.test(line))).toBe(true);
    for (const month of ['2026-03-30', '2026-10-26'])
      expect(told.some((line) => line.endsWith(`${month} 09:00`))).toBe(true);
  });

  it('misses no rung, and tells none twice, late or to anybody else', () => {
    expect(without(expected, told)).toEqual([]);
    expect(without(told, expected)).toEqual([]);
  });
});

describe('each month, for each body', () => {
  const MONTHS = Array.from({ length: 13 }, (_, at) =>
    at < 12 ? `2026-${String(at + 1).padStart(2, '0')}` : '2027-01',
  );
  const digests = happened.filter(({ kind }) => kind === 'digest');
  const cases = MONTHS.slice(1).flatMap((month, at) =>
    BODIES.map((body) => [month, body, MONTHS[at] ?? ''] as const),
  );

  it('there is one digest', () => {
    expect(digests).toHaveLength(cases.length);
    expect(digests.every(({ message }) => isDigest(message))).toBe(true);
  });

  it.each(cases)('that of %s for %s is what a recount says', (month, body, last) => {
    const to = whoHas(`${body}-chair`, firstWorkingOf(month));
    const sent = digests.filter(
      (one) =>
        one.who === to &&
        when(one) === `${firstWorkingOf(month)} 09:00` &&
        one.message.items?.some((item) => item.to === `${body}-chair`),
    );
    expect(sent).toHaveLength(1);
    const rows = sent[0]?.message.blocks.flatMap((one) => (one.type === 'facts' ? one.rows : []));
    expect(rows?.map(([, value]) => Number(value))).toEqual(
      recount(year.played, body, month, last),
    );
  });
});
