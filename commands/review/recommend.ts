import { z } from 'zod';
import { defineCommand, refuse } from '../../src/app/command.ts';
import { bodyField, dayField, freeText, postField } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { sayNear } from '../../src/domain/day.ts';
import { hiddenFrom } from '../action/add.ts';
import { openAction, originOf } from '../action/open.ts';
import { RUNNERS, review } from './fields.ts';
import { writtenOn } from './written.ts';

export const reviewRecommend = defineCommand({
  name: 'review recommend',
  summary: 'Turn a recommendation of a review into an action, with who and by when.',
  allow: RUNNERS,
  fields: z.object({
    review,
    what: freeText('What is to be done', { onCase: true }),
    owner: postField('Who carries it out'),
    due: dayField('By when'),
    group: bodyField('Which body follows it').optional(),
    board: freeText('Another board that has it in its own plan', { most: 80 }).optional(),
  }),
  decide: ({ review: asked, ...opened }, situation) => {
    const source = visibleRecord(situation, asked);
    const origin = originOf(asked, situation);
    if (!origin || (source?.is !== 'rapid-review' && source?.is !== 'practice-review'))
      return refuse(`There is no ${asked} that you can see. /review list shows those there are.`);
    const { today } = situation;
    const { due } = opened;
    if (due < today)
      return refuse(
        `${sayNear(due, today)} is past, and an action is for a day to come. Check the day.`,
      );
    const action = openAction(opened, origin, situation);
    const title = `${action.ref}: an action of ${source.ref}, due ${sayNear(due, today)}`;
    const change = { type: 'action-added', action } as const;
    return writtenOn(source.ref, [change], title, situation, hiddenFrom(action, situation));
  },
});
