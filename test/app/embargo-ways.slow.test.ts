import { describe } from 'vitest';
import { REFS, tryEveryWay } from '../support/embargo-ways.ts';

/** `embargo.test.ts` tries three of its records in the same way. */
describe('an embargoed case, for everybody but the business unit and the chair', () => {
  tryEveryWay(REFS);
});
