import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LOOKED_UP, limited } from '../secret/limit.ts';
import { TOKEN, UNSEEN } from '../secret/token.ts';
import { type Answers, answers } from './answer.ts';
import type { Email } from './email.ts';
import { page, STYLE } from './page.ts';
import { type Posted, STATUS, type View } from './view.ts';

/** What of the outward server is theirs (`src/front.ts`). */
const ANSWER_PATH = '/answer/';

/** Nothing from elsewhere, nothing inline, no script; the address of the page is told to nobody. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ...UNSEEN,
  'referrer-policy': 'same-origin',
} as const;

const MOST_BYTES = 16 * 1024;

type Env = { Bindings: Partial<HttpBindings> };
type Asked = Context<Env>;

/** The pages on which something is answered. A GET only looks, since mail scanners follow every link. */
export const answerPages = (email: Email): Hono<Env> => {
  const app = new Hono<Env>();
  const show = showing(email);
  const mayAsk = limited(LOOKED_UP, email.now);
  const does = answers(email);
  app.use('*', async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    if (mayAsk(context.env?.incoming?.socket.remoteAddress ?? '')) return next();
    return show(context, { is: 'too-many' });
  });
  app.get(`${ANSWER_PATH}page.css`, (context) =>
    context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get(`${ANSWER_PATH}:token{${TOKEN}}`, async (context) =>
    show(context, await does.look(tokenOf(context))),
  );
  const form = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) => show(context, { is: 'too-many' }),
  });
  const posts = (path: string, work: (token: string, posted: Posted) => Promise<View>): void => {
    app.post(`${ANSWER_PATH}:token{${TOKEN}}${path}`, form, async (context) =>
      show(
        context,
        isFromHere(context, email)
          ? await work(tokenOf(context), await readPosted(context))
          : { is: 'not-from-here' },
      ),
    );
  };
  takePosts(posts, does);
  app.all('*', (context) => show(context, { is: 'unknown' }));
  app.onError((bug, context) => {
    email.onTrouble(bug);
    return show(context, { is: 'bug' });
  });
  return app;
};

type Posts = (path: string, work: (token: string, posted: Posted) => Promise<View>) => void;

const takePosts = (posts: Posts, { answer, sendCode, sendNew }: Answers): void => {
  posts('', answer);
  posts('/code', sendCode);
  posts('/new', sendNew);
};

const tokenOf = (context: Asked): string => context.req.param('token') ?? '';

const showing =
  ({ base }: Email) =>
  (context: Context, view: View) => {
    const path = `${ANSWER_PATH}${context.req.param('token') ?? ''}`;
    return context.html(page(view, { base, path }), STATUS[view.is]);
  };

/** No other site can have somebody's browser answer for them; what says nothing of where it comes from still needs the code. */
const isFromHere = ({ req }: Asked, { settings }: Email): boolean => {
  const origin = req.header('origin');
  const site = req.header('sec-fetch-site');
  return (
    (origin === undefined || origin === settings.answers) &&
    (site === undefined || site === 'same-origin')
  );
};

const FORM = /^application\/x-www-form-urlencoded(?:;|$)/i;

const readPosted = async ({ req }: Asked): Promise<Posted> =>
  FORM.test(req.header('content-type') ?? '')
    ? Object.fromEntries(new URLSearchParams(await req.text()))
    : {};
