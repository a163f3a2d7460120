import { Hono } from 'hono';
import { catalogue } from '../commands/index.ts';
import { sayAway } from './app/away.ts';
import { durableLedger } from './app/deliver.ts';
import { StoreAway } from './app/ports.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { type Instant, londonDay } from './domain/day.ts';
import { inForce } from './domain/in-force.ts';
import { type Engine, type Folder, openEngine } from './engine.ts';
import type { Doors } from './front.ts';
import { type Found, healthRoutes, look } from './health.ts';
import { calendarRoutes } from './platforms/calendar/routes.ts';
import type { EmailSurface } from './platforms/email/connect.ts';
import { assetRoutes } from './platforms/local/assets.ts';
import { localRoutes } from './platforms/local/connect.ts';
import type { SlackSurface } from './platforms/slack/connect.ts';
import { slackMessage } from './platforms/slack/render.ts';
import type { TeamsSurface } from './platforms/teams/connect.ts';
import { adaptiveCard } from './platforms/teams/render.ts';
import { playExample } from './rehearsal/example.ts';
import { destination } from './rehearsal/move.ts';

interface Place extends Folder {
  readonly port: number;
}

/** The local workspace: the page, its answers, and the bot behind them. */
export interface Workspace {
  readonly app: Hono;
  /** What others may reach, without the page: what to watch, and everybody's own calendar. */
  readonly outward: Hono;
  /** Where others call. */
  readonly doors: Doors;
  readonly slack: SlackSurface | undefined;
  readonly teams: TeamsSurface | undefined;
  readonly email: EmailSurface | undefined;
  readonly notes: readonly string[];
  /** Whether its clock stands still until somebody moves it. */
  readonly isRehearsal: boolean;
  /** One look at the clock. */
  readonly tick: () => Promise<void>;
  /** How it is, with nothing of any case; the store is asked. */
  readonly found: () => Promise<Found>;
  readonly close: () => Promise<void>;
  /** Where its store is not safe any more: lets go of everything, and sends and writes nothing. */
  readonly abandon: () => Promise<void>;
}

export const openWorkspace = async (place: Place): Promise<Workspace> => {
  const engine = await openEngine(place);
  let sweptAt: Instant | undefined;
  const tick = async (): Promise<void> => {
    await engine.refresh();
    await engine.chat.reach();
    await engine.heed.tick();
    engine.chat.tick();
    sweptAt = place.machineTime();
  };
  try {
    await tick();
    await beginExample(engine);
  } catch (problem) {
    await engine.abandon();
    throw problem;
  }
  const { postedAgain } = engine.chat;
  const vitals = {
    ...engine,
    ...place,
    now: place.machineTime,
    sweptAt: () => sweptAt,
    postedAgain,
  };
  const calendars = calendarRoutes({
    ...vitals,
    ledger: () => durableLedger(engine.store),
    now: engine.now,
  });
  const outward = new Hono().route('/', healthRoutes(vitals)).route('/', calendars);
  const app = pageApp(outward, engine, place);
  const { notes, close, abandon, pass, slack, teams, email } = engine;
  const doors = {
    slack: slack?.handle,
    teams: teams?.handle,
    answers: email?.pages,
    outward,
  };
  return {
    ...{ app, outward, doors, slack, teams, email, notes, close, abandon, tick },
    found: () => look(vitals),
    isRehearsal: pass !== undefined,
  };
};

/** The page and all that is on its port. */
const pageApp = (outward: Hono, engine: Engine, place: Place): Hono => {
  const app = new Hono()
    .route('/', outward)
    .route('/', assetRoutes())
    .route('/', pageRoutes(engine, place));
  app.onError((problem, context) => {
    place.onTrouble(problem);
    const away = problem instanceof StoreAway;
    return context.json({ sentence: away ? sayAway(problem) : WENT_WRONG }, away ? 503 : 500);
  });
  return app;
};

const WENT_WRONG = 'Something went wrong inside Heed. Load the page again.';

const beginExample = async ({ pass, store, talk }: Engine): Promise<void> => {
  if (!pass || (await store.read()).seq > 0) return;
  const say = (who: string, typed: string) =>
    talk.ask({ actor: who, via: 'local', asking: { typed } }, typed);
  await playExample({ passTime: pass, say });
};

const pageRoutes = (engine: Engine, { arrangement, port, onTrouble }: Place): Hono =>
  localRoutes({
    arrangement: async () =>
      inForce(await engine.store.read(), arrangement, londonDay(engine.now())),
    catalogue,
    port,
    now: engine.now,
    news: engine.news,
    conversations: engine.talk,
    look: engine.heed.look,
    chain: () => engine.store.chain(),
    afterwards: () => void engine.heed.deliver().catch(onTrouble),
    draw: { teams: (message) => adaptiveCard(message), slack: slackMessage },
    moveClock: movingClock(engine, arrangement),
  });

const movingClock = ({ pass, store, now }: Engine, arrangement: Arrangement) =>
  pass &&
  (async (wanted: string): Promise<string | undefined> => {
    const ledger = await store.read();
    const wish = destination(wanted, { ledger, arrangement, now: now() });
    if ('sentence' in wish) return wish.sentence;
    await pass(wish.to);
    return undefined;
  });
