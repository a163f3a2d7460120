import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { dayField, postField } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import { keptApart } from './apart.ts';
import { rosterMessage } from './words.ts';

export const rosterCover = defineCommand({
  name: 'roster cover',
  summary: 'Let another post have what falls to a post, until a day or until its holder is back.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    by: postField('Who covers it', { bare: true }),
    from: dayField('From which day', { fallback: 'today' }),
    to: dayField('To which day; without one it goes on').optional(),
  }),
  decide: ({ post, by, from, to }, situation) => {
    const { arrangement, today, now: at, actor } = situation;
    const called = sayPost(arrangement, post);
    if (post === by) return refuse(`No post covers itself. Choose another post for ${called}.`);
    if (to && (to < from || to < today))
      return refuse(
        `Cover from ${sayNear(from, today)} to ${sayNear(to, today)} is over before it begins. Check the days.`,
      );
    const standIn = holderOf(arrangement, by);
    const why = standIn && keptApart(standIn.id, post, arrangement);
    if (why) return refuse(why);
    const away = { is: 'cover', at, by: actor.id, from, cover: by, ...(to ? { to } : {}) } as const;
    const changes = [{ type: 'post-away', post, away }] as const;
    const until = to ? ` to ${sayNear(to, today)}` : ` on, until /roster back ${post}`;
    const title = `${sayPost(arrangement, by)} covers ${called} from ${sayNear(from, today)}${until}`;
    return accept(rosterMessage(title, [post], changes, situation, { from, to }), changes);
  },
});
