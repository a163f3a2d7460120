import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { cycleCard } from './card.ts';

export const cycleEntry = defineCommand({
  name: 'cycle entry',
  summary: 'Show one entry of the annual cycle, or a proposed change to it.',
  allow: 'everyone',
  fields: z.object({ entry: referenceField('Which entry or change', ['CY', 'CA']) }),
  decide: ({ entry: ref }, situation) => {
    const record = visibleRecord(situation, ref);
    return record?.is === 'cycle-entry' || record?.is === 'amendment'
      ? accept(cycleCard(record, situation))
      : refuse(`There is no ${ref} that you can see. /cycle show lists what there is.`);
  },
});
