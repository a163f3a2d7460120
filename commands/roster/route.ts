import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { choice, postField } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { inOrder, ROUTES, type Route, sayRoute } from '../../src/domain/route.ts';
import { capital } from '../../src/domain/words.ts';

export const rosterRoute = defineCommand({
  name: 'roster route',
  summary: 'Say how whoever holds a post is reached first: in Slack, in Teams or by e-mail.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    first: choice('Which way first', ROUTES),
    next: choice('Which way next', ROUTES).optional(),
  }),
  decide: ({ post, first, next }, { arrangement }) => {
    if (first === next)
      return refuse(
        `${capital(sayRoute(first))} is named twice. Give another way with next=, or leave next out.`,
      );
    const routes = inOrder(next ? [first, next] : [first]);
    const called = capital(sayPost(arrangement, post));
    return accept(
      plain(
        `${called} is told ${sayOrder(routes)}`,
        'A way on which they have no account or address is passed over. The next one is tried where one does not take a message, and where nothing has been heard of them since the last.',
      ),
      [{ type: 'post-routed', post, routes }],
    );
  },
});

/** "by e-mail first, then in Slack, then in Teams" */
const sayOrder = ([first, ...more]: readonly Route[]): string =>
  [`${first ? sayRoute(first) : ''} first`, ...more.map((one) => `then ${sayRoute(one)}`)].join(
    ', ',
  );
