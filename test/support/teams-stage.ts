import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SlackChoice } from '../../src/chat.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { everybodyIn } from '../../src/domain/arrangement-on.ts';
import { type Instant, instant } from '../../src/domain/day.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { connectTeams } from '../../src/platforms/teams/connect.ts';
import { readTeamsSettings } from '../../src/platforms/teams/settings.ts';
import { passTime } from '../../src/rehearsal/pass-time.ts';
import { merton, moment } from './given.ts';
import { APP, PARTNER, TENANT } from './teams/authority.ts';
import { PASSWORD, type TeamsDouble, teamsDouble } from './teams/double.ts';
import type { Member } from './teams/member.ts';
import type { Room } from './teams/world.ts';
import { aFolder } from './workspace.ts';

export const TEAM_CASES = '19:cases@thread.tacv2';
/** Who is in the channel for cases, unless a test says otherwise. */
const IN_CASES = ['manager', 'administrator', 'notifier', 'council-lead'];

interface Given {
  /** When it begins, on London's clocks. */
  readonly at?: string;
  readonly arrangement?: Arrangement;
  /** Who has no account in Teams. */
  readonly without?: readonly string[];
  /** Who is at home in a partner's tenant. */
  readonly elsewhere?: readonly string[];
  /** Who has another account in a partner's tenant, as NAME-2. */
  readonly twice?: readonly string[];
  /** Who opens Heed before it begins; of the others it has heard nothing yet. */
  readonly opened?: readonly string[];
  readonly cases?: boolean;
  readonly timeoutMs?: number;
  /** Slack beside it, over the same store. */
  readonly slack?: SlackChoice;
  readonly now?: Clock;
}

/** A clock that a test moves, which other stages may share. */
export interface Clock {
  readonly now: () => number;
  readonly set: (to: number) => void;
}

export const aClock = (at: string): Clock => {
  let now = Date.parse(moment(at));
  return {
    now: () => now,
    set: (to) => {
      now = Math.max(now, to);
    },
  };
};

/** Heed as it is run, in a Teams that a test plays, under a clock that the test moves. */
export interface TeamsStage {
  readonly teams: TeamsDouble;
  readonly url: string;
  readonly folder: string;
  readonly who: (person: string) => Member;
  readonly cases: Room | undefined;
  readonly engine: () => Engine;
  readonly now: () => Instant;
  /** What the bug log was told. */
  readonly bugs: readonly unknown[];
  readonly passTo: (when: string) => Promise<void>;
  readonly tick: (when: string) => Promise<void>;
  /** Everything that an answer gave others to know has been sent. */
  readonly quiet: () => Promise<void>;
  readonly restart: (when: string) => Promise<void>;
}

export const teamsStage = async (given: Given = {}): Promise<TeamsStage> => {
  const { arrangement = merton, without = [], elsewhere = [], opened = [], twice = [] } = given;
  const clock = given.now ?? aClock(given.at ?? '2026-03-30 09:00');
  const teams = await teamsDouble(clock.now);
  const people = [...everybodyIn(arrangement).keys()].filter((id) => !without.includes(id));
  const homeOf = (id: string): string => (elsewhere.includes(id) ? PARTNER : TENANT);
  const members = new Map(people.map((id) => [id as string, teams.user(id, homeOf(id))]));
  for (const id of twice) members.set(`${id}-2`, teams.user(`${id}-2`, PARTNER));
  const cases =
    given.cases === false
      ? undefined
      : teams.room(
          TEAM_CASES,
          'channel',
          IN_CASES.filter((id) => members.has(id)),
        );
  const accountsOf = (id: string): readonly string[] => [
    `${homeOf(id)}/${teams.objectOf(id)}`,
    ...(twice.includes(id) ? [`${PARTNER}/${teams.objectOf(`${id}-2`)}`] : []),
  ];
  const yaml = [
    `app: ${APP}`,
    `tenant: ${TENANT}`,
    `tenants: [${PARTNER}]`,
    ...(cases ? [`cases: "${TEAM_CASES}"`] : []),
    'people:',
    ...people.map((id) => `  ${id}: ${JSON.stringify(accountsOf(id))}`),
  ].join('\n');
  const settings = readTeamsSettings(
    yaml,
    { TEAMS_APP_PASSWORD: PASSWORD },
    { name: arrangement.name, people: everybodyIn(arrangement) },
  );
  const folder = await aFolder();
  const bugs: unknown[] = [];
  const onBug = (bug: unknown): string => {
    bugs.push(bug);
    return 'CODE';
  };
  const pace = {
    now: clock.now,
    pause: async (ms: number): Promise<void> => clock.set(clock.now() + ms),
  };
  const { timeoutMs } = given;
  const open = (): Promise<Engine> =>
    openEngine({
      folder,
      arrangement,
      machineTime: () => instant(clock.now()),
      onBug,
      onTrouble: (problem) => void onBug(problem),
      slack: given.slack,
      teams: { connect: connectTeams, settings, pace, standIn: teams.url, timeoutMs },
    });
  let engine = await open();
  const server = createServer((request, response) => engine.teams?.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  teams.connect(url);
  onTestFinished(async () => {
    await engine.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await teams.close();
  });
  const look = async (): Promise<void> => {
    await engine.chat.reach();
    await engine.heed.tick();
    engine.chat.tick();
    await engine.chat.idle();
  };
  const quiet = async (): Promise<void> => {
    await engine.chat.idle();
    await engine.heed.deliver();
    await engine.chat.idle();
  };
  for (const id of opened) await members.get(id)?.install();
  if (cases) await members.get('manager')?.types('help', TEAM_CASES);
  await quiet();
  await look();
  /** What was begun at one moment reaches its product before the next. */
  const moveTo = async (to: Instant): Promise<void> => {
    await engine.chat.idle();
    clock.set(Date.parse(to));
  };
  const moved = { now: () => instant(clock.now()), moveTo };
  return {
    teams,
    url,
    folder,
    bugs,
    cases,
    who: (person) => {
      const known = members.get(person);
      if (!known) throw new Error(`${person} has no account in this Teams`);
      return known;
    },
    engine: () => engine,
    now: moved.now,
    passTo: (when) =>
      passTime({ ...engine, heed: { tick: look }, arrangement, clock: moved }, moment(when)),
    tick: async (when) => {
      await moveTo(moment(when));
      await look();
    },
    quiet,
    restart: async (when) => {
      await engine.close();
      await moveTo(moment(when));
      engine = await open();
      await look();
    },
  };
};
