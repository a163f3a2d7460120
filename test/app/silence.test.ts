import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/day.ts';
import { openHouse, textOf } from '../support/house.ts';

const AGENCIES = ['housing', 'probation', 'college'] as const;
const NAMES = { housing: 'Merton Housing', probation: 'Probation', college: 'Further education' };
const PEOPLE = [
  'manager',
  'chair',
  'police-lead',
  ...AGENCIES.map((agency) => `${agency}-lead`),
  'probation-deputy',
];

const step = fc.record({
  who: fc.constantFrom(...PEOPLE),
  typed: fc.oneof(
    fc
      .tuple(
        fc.constantFrom('agree', 'disagree', 'comment', 'nil-return', 'provided', 'partial'),
        fc.option(fc.constantFrom(...AGENCIES)),
        fc.boolean(),
      )
      .map(
        ([answer, agency, words]) =>
          `/request answer IR-2026-1 answer=${answer}${agency ? ` for=${agency}` : ''}${words ? ' note="as agreed" written="Letter 4"' : ''}`,
      ),
    fc.constantFrom(
      '/request show IR-2026-1',
      '/request chase IR-2026-1',
      '/request extend IR-2026-1 to="in 5 working days" reason="Half term"',
      '/request close IR-2026-1 reason="Done with"',
      '/request notice IR-2026-1 for=housing sent=today',
      '/meeting schedule body=partnership on="in 12 working days"',
      '/undo',
      '/due all',
    ),
  ),
  days: fc.integer({ min: 0, max: 9 }),
});

/** The agencies that a person has answered for, and has not taken back. */
const answeredIn = async (house: ReturnType<typeof openHouse>): Promise<ReadonlySet<string>> => {
  const entries = await house.entries();
  const undone = new Set(
    entries.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.type === 'reversed' ? [change.seq] : [])),
    ),
  );
  return new Set(
    entries
      .filter(({ seq, by }) => !undone.has(seq) && PEOPLE.includes(by))
      .flatMap(({ changes }) =>
        changes.flatMap((change) =>
          change.type === 'request-answered' && change.answer.is !== 'partial'
            ? [change.agency]
            : [],
        ),
      ),
  );
};

it('silence never becomes an answer, whatever happens and however time passes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const house = openHouse({ at: '2026-02-16 09:00' });
      await house.ask(
        'manager',
        `/request new what="A draft" kind=consultation to=${AGENCIES.join(',')} due=2026-03-06`,
      );
      await house.tick('2026-02-16 09:11');
      let on = day('2026-02-16');
      for (const { who, typed, days } of steps) {
        on = addDays(on, days);
        await house.tick(`${on} 09:12`);
        await house.ask(who, typed);
      }
      await house.tick(`${addDays(on, 60)} 10:00`);
      const answered = await answeredIn(house);
      const board = textOf(await house.ask('police-lead', '/request show IR-2026-1')).split('\n');
      for (const agency of AGENCIES) {
        const line = board.find((one) => one.startsWith(`- ${NAMES[agency]}: `)) ?? '';
        expect({ agency, answered: /^- [^:]+: answered/.test(line) }).toEqual({
          agency,
          answered: answered.has(agency),
        });
      }
      expect(board.join('\n')).toContain(`${answered.size} of 3 agencies have answered`);
    }),
    { numRuns: 60 },
  );
});
