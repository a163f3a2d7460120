import { Hono } from 'hono';
import type { Catalogue, OpenForm } from '../../app/command.ts';
import { formIn } from '../../app/describe.ts';
import type { Answer, Request } from '../../app/dispatch.ts';
import { asText, type Message } from '../../app/message.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { Instant } from '../../domain/day.ts';
import type { PersonId } from '../../domain/incident.ts';
import { postOf, rolesOf } from '../../domain/posts.ts';
import { hasRole } from '../../domain/roles.ts';
import type { Sealed } from '../../domain/sealed.ts';
import { actionPages } from './action-pages.ts';
import type { Conversations, Numbered } from './conversations.ts';
import { evidencePages } from './evidence-page.ts';
import type { liveNews } from './live.ts';
import { previewPage } from './preview-page.ts';
import { ratesPages } from './rates-page.ts';
import { type Renderings, sayWhen, shown } from './render.ts';
import { isFromThisMachine, readPosted, readWish } from './request.ts';

export interface LocalParts {
  /** As the roster has it now. */
  readonly arrangement: () => Promise<Arrangement>;
  readonly catalogue: Catalogue;
  readonly now: () => Instant;
  readonly port: number;
  readonly conversations: Conversations;
  /** Shows without keeping or changing anything: to draw a card anew, to fill a pane. */
  readonly look: (request: Request) => Promise<Answer>;
  /** The log with its hashes, for what proves something. */
  readonly chain: () => AsyncIterable<Sealed>;
  readonly afterwards: () => void;
  readonly news: ReturnType<typeof liveNews>;
  readonly draw: Renderings;
  /** Moves the clock of a rehearsal; a real folder has none. */
  readonly moveClock: ((to: string) => Promise<string | undefined>) | undefined;
}

const PAGE = 50;

/** The page's own questions, answered as JSON. */
export const localRoutes = (parts: LocalParts): Hono => {
  const app = new Hono();
  app.use('*', async (context, next) => {
    if (!isFromThisMachine(context, parts.port)) return context.text('Not from here.', 403);
    return next();
  });
  app.get('/api/workspace', async (context) =>
    context.json(workspace(parts, await parts.arrangement(), context.req.query('who'))),
  );
  app.get('/api/messages', async (context) => {
    const { who = '', before, after } = context.req.query();
    return context.json(await messages(parts, who, { before, after }));
  });
  app.get('/api/pane', async (context) => {
    const { who = '', command = '', ...fields } = context.req.query();
    const answer = await parts.look({ actor: who, via: 'local', asking: { command, fields } });
    return context.json(shownAnswer(answer, parts));
  });
  app.post('/api/ask', async (context) => {
    const posted = await readPosted(context);
    if (!posted) return context.json({ sentence: 'That cannot be read.' }, 400);
    const { who, asking } = posted;
    const as = 'typed' in asking ? asking.typed : `/${asking.command}`;
    const answer = await parts.conversations.ask({ actor: who, via: 'local', asking }, as);
    parts.afterwards();
    return context.json(shownAnswer(answer, parts));
  });
  app.post('/api/clock', async (context) => {
    if (!parts.moveClock)
      return context.json({ sentence: 'The clock here is the machine’s.' }, 409);
    const sentence = await parts.moveClock(await readWish(context));
    parts.news.tell({ is: 'clock' });
    return sentence ? context.json({ sentence }, 400) : context.json({});
  });
  app.get('/preview/:days', async (context) => previewPage(context, await paperParts(parts)));
  app.route('/', actionPages({ parts: () => paperParts(parts) }));
  app.route(
    '/',
    ratesPages(() => paperParts(parts)),
  );
  app.route('/', evidencePages({ parts: () => paperParts(parts), chain: parts.chain }));
  app.get('/api/news', (context) => parts.news.stream(context));
  return app;
};

const paperParts = async ({ arrangement, now, look }: LocalParts) => {
  const known = await arrangement();
  const { title, bodies, banner } = known;
  return { arrangement: known, title, bodies, banner, when: sayWhen(now()), look };
};

const workspace = (
  { catalogue, now, moveClock }: LocalParts,
  arrangement: Arrangement,
  who = '',
) => {
  const person = arrangement.people.get(who as PersonId);
  const roles = person ? rolesOf(arrangement, person) : [];
  return {
    title: arrangement.title,
    when: sayWhen(now()),
    rehearsal: moveClock !== undefined,
    people: [...arrangement.people.values()].map(({ id, posts }) => ({
      id,
      title: posts.map((post) => postOf(arrangement, post).title).join(', '),
    })),
    commands: catalogue
      .filter(({ allow }) => hasRole(roles, allow))
      .map((command) => ({
        name: command.name,
        summary: command.summary,
        fields: formIn(command, arrangement),
      })),
  };
};

interface Window {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** The last page of a conversation, the one before a number, or all after one. */
const messages = async (parts: LocalParts, who: string, { before, after }: Window) => {
  const all = parts.conversations
    .of(who)
    .filter(
      ({ number }) =>
        (before === undefined || number < Number(before)) &&
        (after === undefined || number > Number(after)),
    );
  const some = after === undefined ? all.slice(-PAGE) : all;
  return {
    earlier: all.length > some.length,
    messages: await Promise.all(some.map((one) => draw(parts, who, one))),
  };
};

/** A card shows its record as it stands now, whenever it was said. */
const draw = async (parts: LocalParts, who: string, { number, said }: Numbered) => {
  const { again } = said.message;
  const fresh = again && (await parts.look({ actor: who, via: 'local', asking: again }));
  const message: Message =
    fresh?.is === 'accepted'
      ? { ...said.message, blocks: fresh.message.blocks, buttons: fresh.message.buttons }
      : { ...said.message, buttons: fresh ? [] : said.message.buttons };
  return shown(number, said, message, parts.draw);
};

const shownAnswer = ({ is, message, form }: Answer, { draw: { teams, slack } }: LocalParts) => ({
  is,
  title: message.title,
  text: asText(message),
  about: message.about,
  paper: message.paper,
  card: teams(message),
  slack: slack(message),
  ...(form ? { form: opened(form) } : {}),
});

/** The page knows the fields of every command already. */
const opened = ({ command, filled, problems }: OpenForm) => ({ command, filled, problems });
