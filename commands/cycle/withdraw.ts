import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { standingOf } from '../../src/domain/cycle/amendment.ts';
import { amendment, onAmendment } from './find.ts';
import { writtenOn } from './written.ts';

export const cycleWithdraw = defineCommand({
  name: 'cycle withdraw',
  summary: 'Take back a proposed change to the annual cycle that does not hold yet.',
  allow: ['business-unit'],
  fields: z.object({ amendment }),
  decide: ({ amendment: ref }, situation) =>
    onAmendment(ref, situation, (found) =>
      standingOf(found) === 'proposed'
        ? writtenOn(
            ref,
            [{ type: 'amendment-withdrawn', ref }],
            `${ref} is withdrawn, and nobody is asked any more`,
            situation,
          )
        : refuse(`${ref} waits for nobody. Propose another change with /cycle amend.`),
    ),
});
