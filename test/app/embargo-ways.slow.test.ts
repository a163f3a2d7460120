import { describe, it } from 'vitest';
import { outsiders } from '../support/embargo.ts';
import { answersAsWithout, REFS, tryEveryWay } from '../support/embargo-ways.ts';

/** `embargo.test.ts` tries three of its records in the same way. */
describe('an embargoed case, for everybody but the business unit and the chair', () => {
  tryEveryWay(REFS);

  it('/preview 366 answers as if there were no such case', () => {
    for (const who of outsiders) answersAsWithout('/preview 366', who);
  });
});
