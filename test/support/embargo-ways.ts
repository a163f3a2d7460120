import { expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { asText } from '../../src/app/message.ts';
import type { Person } from '../../src/domain/arrangement.ts';
import { answered, everybody, LIFE, OTHER, outsiders, TRACES, tracesIn } from './embargo.ts';
import { asking } from './ledger.ts';

export const HOLD = '/review embargo SI-2026-2 pending=trial reason="HIDDEN 14"';
/** All that hangs on the case. */
export const REFS = [
  'SI-2026-2',
  'RR-2026-2',
  'PR-2026-2',
  'PR-2026-1',
  'AC-2026-1',
  'AC-2026-2',
  'AC-2026-3',
  'AC-2026-4',
  'DC-2026-2',
  'DS-2026-2',
  'RK-2026-2',
  'CH-2026-2',
];

const lines = (typed: readonly string[]): string =>
  typed.map((one) => `2026-03-31 09:00 @manager ${one}`).join('\n');
/** The ledger without the case, and with it while it is held back. */
const without = asking(lines(OTHER), everybody);
export const hidden = asking(lines([...OTHER, ...LIFE.slice(0, -1), HOLD]), everybody);
export const now = hidden.now;

/** Somebody is answered in the very same message as where there is no such case. */
export const answersAsWithout = (typed: string, who: Person): void =>
  expect(answered(hidden.ledger, now, who, typed).message).toEqual(
    answered(without.ledger, now, who, typed).message,
  );

/** Every command: alone, and about each of these records of the case. */
export const tryEveryWay = (refs: readonly string[]): void => {
  const ways = catalogue.flatMap(({ name }) => [
    `/${name}`,
    ...refs.map((ref) => `/${name} ${ref}`),
  ]);

  it.each(ways)('%s shows nothing of it, on any surface', (typed) => {
    for (const who of outsiders) {
      const { message, form } = answered(hidden.ledger, now, who, typed);
      const own = REFS.find((ref) => typed.includes(ref)) ?? 'nothing';
      const shown = JSON.parse(JSON.stringify(message).replaceAll(own, 'this'));
      expect(tracesIn(shown, now, who)).toEqual([]);
      expect(JSON.stringify(form?.fields ?? [])).not.toMatch(TRACES);
    }
  });

  it.each(ways)('%s refuses in the words it has for what was never there', (typed) => {
    const own = REFS.find((ref) => typed.includes(ref));
    if (!own) return;
    for (const who of outsiders)
      expect(asText(answered(hidden.ledger, now, who, typed).message)).toBe(
        asText(answered(without.ledger, now, who, typed).message),
      );
  });
};
