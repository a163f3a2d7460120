import { join } from 'node:path';
import { catalogue } from '../commands/index.ts';
import { openJournal } from '../store/journal.ts';
import { openStore } from '../store/open.ts';
import { standingClock } from '../store/standing-clock.ts';
import { durableLedger } from './app/deliver.ts';
import type { Store } from './app/ports.ts';
import { type Tail, tailed } from './app/tail.ts';
import { watched } from './app/watched.ts';
import type { Arrangement } from './domain/arrangement.ts';
import type { Instant } from './domain/day.ts';
import { assemble, type Heed } from './heed.ts';
import type { Pace } from './platforms/chat/lanes.ts';
import { type Conversations, conversations } from './platforms/local/conversations.ts';
import { liveNews } from './platforms/local/live.ts';
import { Said } from './platforms/local/said.ts';
import type { Given, SlackSurface } from './platforms/slack/connect.ts';
import { Kept } from './platforms/slack/register.ts';
import type { SlackSettings } from './platforms/slack/settings.ts';
import { passTime } from './rehearsal/pass-time.ts';

export interface Folder {
  readonly folder: string;
  readonly key?: string | undefined;
  readonly arrangement: Arrangement;
  readonly machineTime: () => Instant;
  readonly onBug: (bug: unknown) => string;
  /** Told of what goes wrong after an answer has been given. */
  readonly onTrouble: (problem: unknown) => void;
  /** Slack, where it is set up; its SDK is loaded by whoever gives this. */
  readonly slack?: SlackChoice | undefined;
}

export interface SlackChoice {
  readonly connect: (given: Given) => SlackSurface;
  readonly settings: SlackSettings;
  readonly pace: Pace;
  readonly apiUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
  readonly patienceMs?: number | undefined;
}

/** Heed on one folder, with everybody's conversations: all that runs behind the page and Slack. */
export interface Engine {
  readonly heed: Heed;
  readonly store: Store;
  readonly talk: Conversations;
  readonly news: ReturnType<typeof liveNews>;
  readonly now: () => Instant;
  /** Lets time pass, in a rehearsal; a real folder has the machine's time. */
  readonly pass: ((to: Instant) => Promise<void>) | undefined;
  readonly notes: readonly string[];
  readonly slack: SlackSurface | undefined;
  readonly close: () => Promise<void>;
}

export const openEngine = async (place: Folder): Promise<Engine> => {
  const { folder, key, arrangement, machineTime, onBug, onTrouble } = place;
  const opened = await openStore(folder, key);
  const journal = await openJournal({ path: join(folder, 'conversations'), key, item: Said });
  const clock = await standingClock(folder);
  const now = clock?.now ?? machineTime;
  const news = liveNews();
  const tail = tailed(opened);
  const store = watched(tail.store, (refs) => {
    news.tell({ is: 'changed', refs });
    slack?.surface.changed(refs);
  });
  const talk = conversations({
    journal,
    now,
    dispatch: (request) => heed.ask(request),
    onSaid: (who) => news.tell({ is: 'said', who }),
  });
  const afterwards = (): void => void heed.deliver().catch(onTrouble);
  const slack =
    place.slack && (await openSlack(place, { store, tail, now, afterwards, heed: () => heed }));
  const courier = slack?.surface.courier ?? talk.courier;
  const heed: Heed = assemble({ store, arrangement, now, onBug, courier });
  return {
    heed,
    store,
    talk,
    news,
    now,
    pass: clock && ((to) => passTime({ heed, store, arrangement, clock }, to)),
    notes: opened.notes,
    slack: slack?.surface,
    close: async () => {
      await slack?.surface.close();
      await heed.deliver();
      await slack?.journal.close();
      await journal.close();
      await opened.close();
    },
  };
};

interface Behind {
  readonly store: Store;
  readonly tail: Tail;
  readonly now: () => Instant;
  readonly afterwards: () => void;
  /** There is none yet while its courier is being made. */
  readonly heed: () => Heed;
}

const openSlack = async (
  place: Folder & { readonly slack?: SlackChoice | undefined },
  behind: Behind,
) => {
  const { slack, folder, key } = place;
  if (!slack) return undefined;
  const journal = await openJournal({ path: join(folder, 'slack'), key, item: Kept });
  const { store, tail, heed } = behind;
  const surface = slack.connect({
    ...slack,
    ...place,
    ...behind,
    catalogue,
    journal,
    ledger: () => durableLedger(store),
    entriesAfter: tail.after,
    look: (request) => heed().look(request),
    ask: (request) => heed().ask(request),
    form: (...asked) => heed().form(...asked),
    desk: (actor) => heed().desk(actor),
    report: (found, over) => heed().report(found, over),
  });
  return { surface, journal };
};
