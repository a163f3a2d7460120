import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { challengeCard } from './card.ts';
import { challenge, onChallenge } from './find.ts';

export const challengeShow = defineCommand({
  name: 'challenge show',
  summary: 'Show one challenge: what was asked of whom, and what was answered.',
  allow: 'everyone',
  fields: z.object({ challenge }),
  decide: ({ challenge: ref }, situation) =>
    onChallenge(ref, situation, (found) => accept(challengeCard(found, situation, ref))),
});
