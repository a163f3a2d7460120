import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { postField } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import type { Post } from '../../src/domain/arrangement.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { holderOf, sayPost } from '../../src/domain/posts.ts';
import { type Away, isAwayOn } from '../../src/domain/roster.ts';
import { sayRoute } from '../../src/domain/route.ts';
import { termOf } from '../../src/domain/terms/term.ts';
import { capital, counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';

export const rosterShow = defineCommand({
  name: 'roster show',
  summary: 'Who is in which post, who deputises, and who is away.',
  allow: 'everyone',
  fields: z.object({ post: postField('Which post', { bare: true }).optional(), page }),
  decide: ({ post, page }, situation) => {
    const posts = [...situation.arrangement.posts.values()].filter(({ id, ended }) =>
      post === undefined ? !ended : id === post,
    );
    return accept(
      paged({
        title: counted(posts.length, 'post'),
        empty: 'There is no such post.',
        rows: posts.map((one) => ({ line: sayRow(one, situation), about: [], duties: [] })),
        page,
        next: { command: 'roster show', fields: {} },
      }),
    );
  },
});

/** "Police lead (Commander): @police-lead, deputy police-deputy; away until Tue 21 Apr" */
const sayRow = (post: Post, situation: Situation): string => {
  const { arrangement, ledger, today } = situation;
  const holder = holderOf(arrangement, post.id);
  const who = holder ? `@${holder.id}` : 'nobody';
  const deputy = post.deputy ? `, deputy ${post.deputy}` : '';
  const term = termOf(ledger, post.id);
  const until = term ? `; term until ${sayNear(term.until, today)}` : '';
  const away = (ledger.roster.get(post.id)?.away ?? [])
    .filter(({ to }) => to === undefined || to >= today)
    .map((one) => `; ${sayAway(one, today)}`);
  const [first] = ledger.roster.get(post.id)?.routes ?? [];
  const route = first ? `, ${sayRoute(first)} first` : '';
  const called = capital(sayPost(arrangement, post.id).replace(/^the /, ''));
  return `${called} (${post.title}): ${who}${deputy}${until}${route}${away.join('')}`;
};

const sayAway = (away: Away, today: Day): string => {
  const { is, from, to, cover } = away;
  const what = is === 'away' ? 'its holder is away' : 'it is covered';
  const since = isAwayOn(away, today) ? '' : ` from ${sayNear(from, today)}`;
  const until = to ? ` until ${sayNear(to, today)}` : '';
  return `${what}${since}${until}${cover ? `, ${cover} has it` : ''}`;
};
