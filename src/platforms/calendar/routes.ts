import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type FeedEvent, feedOf, feedTitle } from '../../app/feed.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { Instant } from '../../domain/day.ts';
import { personOfFeed } from '../../domain/feeds.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { settingAt } from '../../domain/setting.ts';
import { LOOKED_UP, limited } from '../secret/limit.ts';
import { UNSEEN } from '../secret/token.ts';
import { icsOf } from './render.ts';
import { CALENDAR_PATH, hashOf, tokenIn } from './secret.ts';

interface Behind {
  /** What is on disk: nothing is shown before it is. */
  readonly ledger: () => Promise<Ledger>;
  readonly arrangement: Arrangement;
  readonly now: () => Instant;
}

interface Feed {
  readonly title: string;
  readonly events: readonly FeedEvent[];
}

type Env = { Bindings: Partial<HttpBindings> };

/**
 * Everybody's own calendar under its secret address. What is not known, was revoked, or belongs to somebody
 * who has left the roster is answered as any page that is not there.
 */
export const calendarRoutes = (behind: Behind): Hono<Env> => {
  const app = new Hono<Env>();
  const mayAsk = limited(LOOKED_UP, behind.now);
  app.get(`${CALENDAR_PATH}*`, async (context) => {
    if (!mayAsk(context.env?.incoming?.socket.remoteAddress ?? ''))
      return context.text('Too many at once. Ask again in a minute.', 429);
    const token = tokenIn(context.req.path);
    const feed = token && (await feedBehind(token, behind));
    if (!feed) return context.notFound();
    return context.body(icsOf(feed.title, feed.events), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      ...UNSEEN,
      'referrer-policy': 'no-referrer',
    });
  });
  return app;
};

const feedBehind = async (
  token: string,
  { ledger: read, arrangement, now }: Behind,
): Promise<Feed | undefined> => {
  const ledger = await read();
  const setting = { ...settingAt(ledger, arrangement, now()), ledger };
  const id = personOfFeed(ledger.feeds, hashOf(token));
  const actor = id && setting.arrangement.people.get(id);
  if (!actor) return undefined;
  const situation = { ...setting, actor };
  return { title: feedTitle(situation), events: feedOf(situation) };
};
