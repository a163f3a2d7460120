import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foretell } from '../../src/app/foretell.ts';
import { asText } from '../../src/app/message.ts';
import { addDays, day, instant } from '../../src/domain/day.ts';
import { asking, merton } from '../support/ledger.ts';
import { rehearse } from '../support/rehearse.ts';

const incident = fc.record({
  before: fc.integer({ min: 0, max: 20 }),
  who: fc.constantFrom('manager', 'notifier'),
  facts: fc.constantFrom(
    'abuse=known',
    'abuse=not-suspected looked-after=yes',
    'abuse=suspected looked-after=yes',
  ),
});

test('what is foretold is what then comes, if nobody does anything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(incident, { minLength: 1, maxLength: 4 }), async (incidents) => {
      const lines = incidents
        .map(({ before, who, facts }) => {
          const aware = addDays(day('2026-12-18'), -before);
          return `2026-12-18 10:00 @${who} /incident log harm=died aware=${aware} ${facts}`;
        })
        .join('\n');
      const { ledger, now } = asking(lines);
      const happened = await rehearse(`${lines}\n2027-01-31 12:00 clock`);
      const came = happened.filter(({ kind }) => kind === 'notice');
      const foretold = foretell(ledger, merton, now, instant('2027-01-31T12:00:00Z'));
      expect(foretold.map(({ at, to, message }) => [at, to.id, asText(message)])).toEqual(
        came.map(({ at, who, message }) => [at, who, asText(message)]),
      );
    }),
    { numRuns: 25 },
  );
});
