import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { text } from '../../src/app/message.ts';
import { sayDay } from '../../src/domain/day.ts';
import { tallyOf } from '../../src/domain/requests/tally.ts';
import { counted } from '../../src/domain/words.ts';
import { onRequest, request, seesAll } from './find.ts';
import { READERS } from './roles.ts';

/** The page itself is drawn from the log (`src/platforms/local/evidence-page.ts`); here is what it will show. */
export const requestEvidence = defineCommand({
  name: 'request evidence',
  summary:
    'Show what was asked of whom, when each was reminded and what they answered, to print or to save.',
  allow: READERS,
  fields: z.object({ request }),
  decide: ({ request: ref }, situation) =>
    onRequest(ref, situation, (found) => {
      if (!seesAll(found, situation))
        return refuse(
          `The evidence of ${ref} names every agency, so it is for those who see all of them. /request show ${ref} shows your own part.`,
        );
      const tally = tallyOf(found, situation.ledger);
      return accept({
        title: `${ref}: the evidence of what was asked and answered`,
        blocks: [
          text(found.basis),
          text(`Asked: ${found.what}`),
          ...(found.link ? [text(`The document is at ${found.link}.`)] : []),
          {
            type: 'facts',
            rows: [
              [
                'Asked',
                `${counted(tally.asked, 'agency', 'agencies')} on ${sayDay(found.asked.on)}`,
              ],
              ['Answered', String(tally.answered)],
              ['Messages that reached them', String(tally.delivered)],
              ['Could not be delivered', String(tally.undeliverable)],
              ['Asked again by hand', String(tally.chased)],
              ['Told to others', String(tally.escalated)],
              ['Formal notices', String(tally.noticed)],
            ],
          },
          text(
            'Each event with its time and the entry of the log that proves it is on a page to print, and as JSON, in the local workspace.',
          ),
        ],
        buttons: [],
        about: [ref],
        paper: { label: 'The evidence, to print or to save', path: `/evidence/${ref}` },
      });
    }),
});
