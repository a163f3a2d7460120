import { join } from 'node:path';
import { openJournal } from '../store/journal.ts';
import { openStore } from '../store/open.ts';
import { standingClock } from '../store/standing-clock.ts';
import type { Journal, Store } from './app/ports.ts';
import { watched } from './app/watched.ts';
import type { Arrangement } from './domain/arrangement.ts';
import type { Instant } from './domain/day.ts';
import { assemble, type Heed } from './heed.ts';
import { type Conversations, conversations } from './platforms/local/conversations.ts';
import { liveNews } from './platforms/local/live.ts';
import { Said } from './platforms/local/said.ts';
import { passTime } from './rehearsal/pass-time.ts';

export interface Folder {
  readonly folder: string;
  readonly key?: string | undefined;
  readonly arrangement: Arrangement;
  readonly machineTime: () => Instant;
  readonly onBug: (bug: unknown) => string;
}

/** Heed on one folder, with everybody's conversations: all that runs behind the page. */
export interface Engine {
  readonly heed: Heed;
  readonly store: Store;
  readonly talk: Conversations;
  readonly news: ReturnType<typeof liveNews>;
  readonly now: () => Instant;
  /** Lets time pass, in a rehearsal; a real folder has the machine's time. */
  readonly pass: ((to: Instant) => Promise<void>) | undefined;
  readonly notes: readonly string[];
  readonly close: () => Promise<void>;
}

export const openEngine = async (place: Folder): Promise<Engine> => {
  const { folder, key, arrangement, machineTime, onBug } = place;
  const opened = await openStore(folder, key);
  const journal = await openJournal({ path: join(folder, 'conversations'), key, item: Said });
  const clock = await standingClock(folder);
  const now = clock?.now ?? machineTime;
  const news = liveNews();
  const store = watched(opened, (refs) => news.tell({ is: 'changed', refs }));
  const talk = conversations({
    journal,
    now,
    dispatch: (request) => heed.ask(request),
    onSaid: (who) => news.tell({ is: 'said', who }),
  });
  const heed: Heed = assemble({ store, arrangement, now, onBug, courier: talk.courier });
  return {
    heed,
    store,
    talk,
    news,
    now,
    pass: clock && ((to) => passTime({ heed, store, arrangement, clock }, to)),
    notes: opened.notes,
    close: () => closeAll(heed, journal, opened),
  };
};

/** What is being sent is finished before the folder is given up. */
const closeAll = async (heed: Heed, journal: Journal<Said>, store: Store): Promise<void> => {
  await heed.deliver();
  await journal.close();
  await store.close();
};
