import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText, postField, words } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Action } from '../../src/domain/action.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { postOf } from '../../src/domain/posts.ts';
import { counterOf, reference } from '../../src/domain/reference.ts';
import { listed } from '../../src/domain/words.ts';
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
    group: words('Which body follows it').optional(),
    board: freeText('Another board that has it in its own plan', { most: 80 }).optional(),
  }),
  decide: ({ review: asked, what, owner, due, group, board }, situation) => {
    const source = visibleRecord(situation, asked);
    if (source?.is !== 'rapid-review' && source?.is !== 'practice-review')
      return refuse(`There is no ${asked} that you can see. /review list shows those there are.`);
    const { today, ledger, arrangement, now, actor } = situation;
    if (due < today)
      return refuse(
        `${sayNear(due, today)} is past, and an action is for a day to come. Check the day.`,
      );
    const wrong = group === undefined ? undefined : whyNoBody(group, situation);
    if (wrong) return refuse(wrong);
    const counter = counterOf('AC', today);
    const action: Action = {
      is: 'action',
      ref: reference(counter, (ledger.numbers.get(counter) ?? 0) + 1),
      what,
      owner,
      due,
      source: source.ref,
      given: { on: today, at: now, by: actor.id },
      ...(group ? { group } : {}),
      ...(board ? { board } : {}),
      ...(source.embargo ? { embargo: source.embargo } : {}),
    };
    const title = `${action.ref}: an action of ${source.ref}, due ${sayNear(due, today)}`;
    const called = postOf(arrangement, owner).called;
    const hidden = source.embargo
      ? [`The case is held back, so the ${called} is told nothing by Heed: tell them yourself.`]
      : [];
    return writtenOn(source.ref, [{ type: 'action-added', action }], title, situation, hidden);
  },
});

const whyNoBody = (group: string, { arrangement: { posts } }: Situation): string | undefined => {
  if (posts.has(`${group}-chair` as PostId)) return undefined;
  const bodies = [...posts.values()].flatMap(({ id, role }) =>
    role === 'group-chair' ? [id.replace(/-chair$/, '')] : [],
  );
  return `There is no such body. Choose one of ${listed(bodies)}, or put another board's name into board="…".`;
};
