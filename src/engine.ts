import { catalogue } from '../commands/index.ts';
import type { OpenStore } from '../store/embedded.ts';
import { openStore } from '../store/open.ts';
import { isPostgres } from '../store/postgres/place.ts';
import type { Ration } from '../store/postgres/ration.ts';
import { standingClock } from '../store/standing-clock.ts';
import { alone, unlessAway } from './app/claim.ts';
import { durableLedger } from './app/deliver.ts';
import type { Journal, Store } from './app/ports.ts';
import { type Tail, tailed } from './app/tail.ts';
import { changedBy, watched } from './app/watched.ts';
import { type Chat, type ChatChoice, openChat } from './chat.ts';
import type { Arrangement } from './domain/arrangement.ts';
import type { Entry } from './domain/change.ts';
import type { Instant } from './domain/day.ts';
import type { Ref } from './domain/reference.ts';
import { assemble, type Heed } from './heed.ts';
import { freshLink } from './platforms/calendar/secret.ts';
import type { Behind } from './platforms/chat/behind.ts';
import type { EmailSurface } from './platforms/email/connect.ts';
import { type Conversations, conversations } from './platforms/local/conversations.ts';
import { liveNews } from './platforms/local/live.ts';
import { Said } from './platforms/local/said.ts';
import type { SlackSurface } from './platforms/slack/connect.ts';
import type { TeamsSurface } from './platforms/teams/connect.ts';
import { passTime } from './rehearsal/pass-time.ts';

export interface Folder extends ChatChoice {
  /** A folder, or the address of a database. */
  readonly folder: string;
  /** HEED_PARTNERSHIP, where one database has several. */
  readonly partnership?: string | undefined;
  readonly key?: string | undefined;
  /** Where others in this process have their connections to a database from the same. */
  readonly ration?: Ration | undefined;
  /** Whether only a user of the database is taken who can do no more than see one partnership. */
  readonly isApart?: boolean | undefined;
  readonly arrangement: Arrangement;
  readonly machineTime: () => Instant;
  /** Under what address calendars are reached; this machine's own without. */
  readonly address?: string | undefined;
  readonly onBug: (bug: unknown) => string;
  /** Told of what goes wrong after an answer has been given. */
  readonly onTrouble: (problem: unknown) => void;
}

/** Heed on one folder, with everybody's conversations: all that runs behind the page and the chat products. */
export interface Engine {
  readonly heed: Heed;
  readonly store: Store;
  readonly talk: Conversations;
  readonly news: ReturnType<typeof liveNews>;
  readonly now: () => Instant;
  /** Lets time pass, in a rehearsal; a real folder has the machine's time. */
  readonly pass: ((to: Instant) => Promise<void>) | undefined;
  readonly notes: readonly string[];
  readonly chat: Chat;
  readonly slack: SlackSurface | undefined;
  readonly teams: TeamsSurface | undefined;
  readonly email: EmailSurface | undefined;
  /** Takes in what other processes have kept of the conversations. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Where its store is not safe any more: lets go of everything, and sends and writes nothing. */
  readonly abandon: () => Promise<void>;
}

export const openEngine = async (place: Folder): Promise<Engine> => {
  const { folder, key, partnership, ration, isApart } = place;
  // What is written elsewhere before there is anything here to follow it is caught up with anyway.
  const ear: Ear = { hear: () => undefined };
  const shared = { partnership, ration, isApart };
  const opened = await openStore(folder, key, { ...shared, onOthers: (all) => ear.hear(all) });
  try {
    return await engineOn(opened, place, ear);
  } catch (problem) {
    await opened.close().catch(() => undefined);
    throw problem;
  }
};

/** Told of what other processes have written. */
interface Ear {
  hear: (others: readonly Entry[]) => void;
}

const engineOn = async (opened: OpenStore, place: Folder, ear: Ear): Promise<Engine> => {
  const { folder, arrangement, machineTime, onBug, onTrouble } = place;
  const journal = await opened.journal('conversations', Said);
  const clock = isPostgres(folder) ? undefined : await standingClock(folder);
  const now = clock?.now ?? machineTime;
  const news = liveNews();
  const tail = tailed(opened);
  const changed = (refs: readonly Ref[]): void => {
    news.tell({ is: 'changed', refs });
    chat.changed(refs);
  };
  const store = watched(tail.store, changed);
  const talk = conversations({
    journal,
    now,
    dispatch: (request) => heed.ask(request),
    onSaid: (who) => news.tell({ is: 'said', who }),
  });
  const afterwards = (): void => void heed.deliver().catch(onTrouble);
  const behind = behindOf(place, { store, tail, now, afterwards, heed: () => heed });
  const chat = await openChat(opened, place, behind);
  const parts = { store, arrangement, now, onBug, freshLink: freshLink(place.address) };
  const heed: Heed = assemble({ ...parts, courier: chat.courier ?? talk.courier });
  ear.hear = (others) => void changedBy(others, store).then(changed, onTrouble);
  return {
    heed,
    store,
    talk,
    news,
    now,
    pass: clock && ((to) => passTime({ heed, store, arrangement, clock }, to)),
    notes: opened.notes,
    chat,
    slack: chat.slack,
    teams: chat.teams,
    email: chat.email,
    refresh: talk.refresh,
    close: () => closeAll({ chat, heed, journal, opened }),
    abandon: () => letGo({ chat, journal, opened }),
  };
};

interface Open {
  readonly chat: Chat;
  readonly heed: Heed;
  readonly journal: Journal<Said>;
  readonly opened: Store;
}

/** What cannot be sent any more, since the database is away, is sent by whoever starts next. */
const closeAll = async ({ chat, heed, journal, opened }: Open): Promise<void> => {
  await chat.close();
  await heed.deliver().catch(unlessAway);
  await chat.closeJournals();
  await journal.close();
  await opened.close();
};

/** Nothing is sent, and nothing that fails on the way keeps hold of the rest. */
const letGo = async ({ chat, journal, opened }: Omit<Open, 'heed'>): Promise<void> => {
  for (const close of [chat.close, chat.closeJournals, journal.close, opened.close])
    await close().catch(() => undefined);
};

interface Behinds {
  readonly store: Store;
  readonly tail: Tail;
  readonly now: () => Instant;
  readonly afterwards: () => void;
  /** There is none yet while its courier is being made. */
  readonly heed: () => Heed;
}

const behindOf = (
  { arrangement, onBug, onTrouble }: Folder,
  { store, tail, now, afterwards, heed }: Behinds,
): Behind => ({
  arrangement,
  onBug,
  onTrouble,
  now,
  afterwards,
  catalogue,
  ledger: () => durableLedger(store),
  entriesAfter: tail.after,
  alone: (what, work) => alone(store, what, work),
  look: (request) => heed().look(request),
  ask: (request) => heed().ask(request),
  form: (...asked) => heed().form(...asked),
  desk: (actor) => heed().desk(actor),
  report: (found, over) => heed().report(found, over),
  cameBack: (keys, person) => heed().cameBack(keys, person),
});
