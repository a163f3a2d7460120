import { rationOf } from '../../store/postgres/ration.ts';
import { loadArrangement } from '../arrangements/load.ts';
import type { ChatChoice } from '../chat.ts';
import { chooseChat } from '../choose-chat.ts';
import type { Config, PartnershipsPlace } from '../config.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import { listenOutward } from '../front.ts';
import { listen } from '../http.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import type { Listed } from './file.ts';
import { healthOfAll } from './health.ts';
import { allMarks } from './marks.ts';
import { routed } from './route.ts';
import { type Opening, type Running, runningOf } from './running.ts';
import { asListed, configOf, loadList, pathOf } from './settings.ts';
import { inTurn } from './turns.ts';

interface Outside {
  readonly complain: (line: string) => void;
  readonly machineTime: () => Instant;
}

/** All the partnerships of this process. */
export interface Partnerships {
  readonly url: string;
  readonly all: readonly Running[];
  /** What to say at the start. */
  readonly lines: readonly string[];
  /** One look at the clock, each in its turn; what is not open is opened. */
  readonly round: () => Promise<void>;
  /** How many of them are open. */
  readonly say: () => string;
  readonly close: () => Promise<void>;
}

/** Throws BadSetting where the list cannot be used; what is wrong with one of them is told, and the others run. */
export const runPartnerships = async (
  settings: Config,
  outside: Outside,
): Promise<Partnerships> => {
  const place = settings.partnerships;
  if (!place) throw new Error('there is no list');
  const list = loadList(place);
  const shared = {
    settings,
    place,
    outside,
    marks: allMarks(),
    ration: rationOf(list.connections),
  };
  const all = list.partnerships.map((one) => oneOf(one, shared));
  const running = all.map((one) => one.running);
  // All are read before any is opened: of two that say the same, neither is.
  for (const one of all) await one.read().catch(() => undefined);
  const front = routed(running, healthOfAll(running, outside.machineTime));
  const door = await listenOutward(settings.front, front);
  return {
    url: door.url,
    all: running,
    lines: [
      `Heed runs ${running.length} partnerships at ${door.url}/NAME/ (${place.file})`,
      ...list.partnerships.map((one) => sayOne(one, door.url)),
    ],
    round: () => inTurn(running, (one) => one.look()),
    say: () => {
      const open = running.filter(({ state }) => state() === 'open').length;
      return `${open} of ${running.length} are open`;
    },
    close: async () => {
      await door.close();
      await inTurn(running, (one) => one.close());
    },
  };
};

const sayOne = (one: Listed, url: string): string => {
  const page = one.page ? `; its page is at http://127.0.0.1:${one.page}` : '';
  return `${one.name}: ${url}${pathOf(one)}/${page}`;
};

interface Shared {
  readonly settings: Config;
  readonly place: PartnershipsPlace;
  readonly outside: Outside;
  readonly marks: ReturnType<typeof allMarks>;
  readonly ration: ReturnType<typeof rationOf>;
}

interface Ready {
  readonly config: Config;
  readonly arrangement: Arrangement;
  readonly chat: ChatChoice;
}

/** What was read at the start is used once; where it cannot be opened, its files are read again. */
const oneOf = (one: Listed, { settings, place, outside, marks, ration }: Shared) => {
  let ready: Ready | undefined;
  const called = asListed(one);
  const read = async (): Promise<Ready> => {
    const config = configOf(one, place, settings);
    const arrangement = loadArrangement(config.arrangement);
    const chat = await chooseChat(config, arrangement, pathOf(one));
    marks.read(one.name, chat);
    ready = { config, arrangement, chat };
    return ready;
  };
  const open = async (opening: Opening): Promise<Workspace> => {
    const { config, arrangement, chat } = ready ?? (await read());
    ready = undefined;
    marks.check(one.name);
    const { key, data: folder = '', partnership, port, address } = config;
    const { machineTime } = outside;
    const workspace = await openWorkspace({
      ...{ folder, key, partnership, port, address, arrangement, machineTime, ration },
      ...opening,
      ...chat,
      isApart: true,
    });
    return withDoors(workspace, one.page);
  };
  const tell = (said: string): void => outside.complain(`${one.name}: ${called(said).trimEnd()}\n`);
  const running = runningOf({ name: one.name, open, now: outside.machineTime, tell });
  return { running, read };
};

/** Closed again where it cannot be spoken to as the list says. */
const withDoors = async (workspace: Workspace, port: number | undefined): Promise<Workspace> => {
  try {
    await workspace.slack?.start();
    return port === undefined ? workspace : await withPage(workspace, port);
  } catch (problem) {
    await workspace.close();
    throw problem;
  }
};

/** A page has no password, so each has a port of its own on this machine, and only where one is given. */
const withPage = async (workspace: Workspace, port: number): Promise<Workspace> => {
  const page = await listen(workspace.app, port);
  const closing = (work: () => Promise<void>) => async (): Promise<void> => {
    await page.close();
    await work();
  };
  return { ...workspace, close: closing(workspace.close), abandon: closing(workspace.abandon) };
};
