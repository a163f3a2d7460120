import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { notThere } from '../../src/app/on-record.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { reviewCard } from './card.ts';
import { review } from './fields.ts';
import { VIEWERS } from './viewers.ts';

export const reviewShow = defineCommand({
  name: 'review show',
  summary: 'Show one review: where it stands, what is next, and who has it.',
  allow: VIEWERS,
  fields: z.object({ review }),
  decide: ({ review: ref }, situation) => {
    const record = visibleRecord(situation, ref);
    return record?.is === 'rapid-review' || record?.is === 'practice-review'
      ? accept(reviewCard(record, situation, ref))
      : refuse(notThere(ref, situation, '/review list shows those there are.'));
  },
});
