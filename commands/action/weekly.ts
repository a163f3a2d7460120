import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { ownPosts } from '../roster/words.ts';

export const actionWeekly = defineCommand({
  name: 'action weekly',
  summary: 'Have the reminders of my actions in one digest a week, or as they come.',
  allow: 'everyone',
  fields: z.object({
    state: choice('One digest a week', ['on', 'off'], { fallback: 'on', bare: true }),
  }),
  decide: ({ state }, { arrangement, actor, ledger }) => {
    const is = state === 'on';
    const posts = ownPosts(arrangement, actor.id).filter((post) => ledger.weekly.has(post) !== is);
    if (posts.length === 0)
      return refuse(
        is
          ? 'You have one digest a week already, or hold no post. Nothing to change.'
          : 'You have your reminders as they come already. Nothing to change.',
      );
    const said = is
      ? plain(
          'Your actions come in one digest a week, on its first working day',
          'What is late, what binds you by law and what others owe you still comes as it happens. /action weekly off changes it back.',
        )
      : plain('The reminders of your actions come as they fall again');
    return accept(said, [{ type: 'weekly-chosen', posts, is }]);
  },
});
