import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { slackManifest, USUAL } from '../../manifest/slack-manifest.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { everybodyIn } from '../../src/domain/arrangement-on.ts';
import { type Instant, instant, londonDay, londonTime } from '../../src/domain/day.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { connectSlack } from '../../src/platforms/slack/connect.ts';
import { readSettings } from '../../src/platforms/slack/settings.ts';
import { passTime } from '../../src/rehearsal/pass-time.ts';
import { merton, moment } from './given.ts';
import { slackDouble } from './slack/double.ts';
import type { Channel, Member, SlackDouble, Workspace } from './slack/types.ts';
import { aFolder } from './workspace.ts';

export const HOST = 'T0HOST';
export const CASES = 'C0CASES';
/** Who is in the channel for cases, unless a test says otherwise. */
const IN_CASES = ['manager', 'administrator', 'notifier', 'council-lead'];

interface Given {
  /** When it begins, on London's clocks. */
  readonly at?: string;
  readonly arrangement?: Arrangement;
  readonly prefix?: string;
  readonly mode?: 'http' | 'socket';
  /** Who has no account in Slack. */
  readonly without?: readonly string[];
  readonly cases?: boolean;
  readonly timeoutMs?: number;
  readonly patienceMs?: number;
  /** How long Slack waits for an acknowledgement. */
  readonly ackTimeoutMs?: number;
  /** A database that several Heeds share, whom Slack's requests reach by turns. */
  readonly shared?: {
    readonly address: string;
    readonly partnership: string;
    readonly heeds: number;
  };
}

/** Heed as it is run, in a Slack that a test plays, under a clock that the test moves. */
export interface Stage {
  readonly slack: SlackDouble;
  readonly team: Workspace;
  readonly folder: string;
  /** Where Slack calls. */
  readonly requestUrl: string;
  readonly who: (person: string) => Member;
  /** Who is in the channel for cases. */
  readonly casesMembers: readonly string[];
  readonly engine: () => Engine;
  readonly now: () => Instant;
  /** What the bug log was told. */
  readonly bugs: readonly unknown[];
  /** Lets time pass to a moment, with every look at the clock in between. */
  readonly passTo: (when: string) => Promise<void>;
  readonly tick: (when: string) => Promise<void>;
  /** Everything that an answer gave others to know has been sent. */
  readonly quiet: () => Promise<void>;
  /** Stops Heed, and starts it again on the same folder at a moment, after what is done to it meanwhile. */
  readonly restart: (when: string, meanwhile?: (folder: string) => Promise<void>) => Promise<void>;
  /** Starts Heed again with this channel for cases. */
  readonly withCases: (channel: string) => Promise<void>;
  readonly channel: (id: string) => Channel;
}

export const userOf = (person: string): string =>
  `U${person.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;

export const slackStage = async (given: Given = {}): Promise<Stage> => {
  const { arrangement = merton, prefix = '', mode = 'http', without = [] } = given;
  let now = Date.parse(moment(given.at ?? '2026-03-30 09:00'));
  const slack = await slackDouble({
    now: () => now,
    ackTimeoutMs: given.ackTimeoutMs ?? 3000,
    prefix,
  });
  slack.install(slackManifest(catalogue, { ...USUAL, prefix, socket: mode === 'socket' }));
  const team = slack.workspace(HOST, { name: 'Merton' });
  const people = [...everybodyIn(arrangement).keys()].filter((id) => !without.includes(id));
  const members = new Map(people.map((id) => [id as string, team.user(userOf(id), { name: id })]));
  const casesMembers = IN_CASES.filter((id) => members.has(id));
  const channels = new Map<string, Channel>();
  if (given.cases !== false)
    channels.set(CASES, team.channel(CASES, { private: true, members: casesMembers.map(userOf) }));
  const settingsWith = (cases: string | undefined) =>
    readSettings(
      [
        `mode: ${mode}`,
        `prefix: "${prefix}"`,
        'workspaces:',
        `  - { name: host, team: ${HOST}${cases ? `, cases: ${cases}` : ''} }`,
        'people:',
        ...people.map((id) => `  ${id}: ${HOST}/${userOf(id)}`),
      ].join('\n'),
      {
        SLACK_HOST_BOT_TOKEN: team.token,
        SLACK_HOST_SIGNING_SECRET: slack.signingSecret,
        SLACK_HOST_APP_TOKEN: slack.appToken,
      },
      { name: arrangement.name, people: everybodyIn(arrangement) },
    );
  let settings = settingsWith(given.cases === false ? undefined : CASES);
  const {
    address: folder,
    partnership,
    heeds,
  } = given.shared ?? {
    address: await aFolder(),
    partnership: undefined,
    heeds: 1,
  };
  const bugs: unknown[] = [];
  const onBug = (bug: unknown): string => {
    bugs.push(bug);
    return 'CODE';
  };
  const pace = {
    now: () => now,
    pause: async (ms: number): Promise<void> => {
      now += ms;
    },
  };
  const open = (): Promise<Engine> =>
    openEngine({
      folder,
      partnership,
      arrangement,
      machineTime: () => instant(now),
      onBug,
      onTrouble: (problem) => void onBug(problem),
      slack: {
        connect: connectSlack,
        settings,
        pace,
        apiUrl: slack.apiUrl,
        timeoutMs: given.timeoutMs ?? 10_000,
        patienceMs: given.patienceMs,
      },
    });
  const openAll = async (): Promise<readonly Engine[]> => {
    const all: Engine[] = [];
    while (all.length < heeds) all.push(await open());
    return all;
  };
  let engines = await openAll();
  const first = (): Engine => {
    const [engine] = engines;
    if (!engine) throw new Error('there is no Heed');
    return engine;
  };
  const all = async (work: (engine: Engine) => Promise<void> | undefined): Promise<void> =>
    void (await Promise.all(engines.map(work)));
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    engines[asked % engines.length]?.slack?.handle?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  if (mode === 'http') slack.connect(requestUrl);
  const look = async (): Promise<void> => {
    await all(async (engine) => {
      await engine.slack?.reach();
      await engine.heed.tick();
      engine.slack?.tick();
      await engine.slack?.idle();
    });
  };
  const begin = async (): Promise<void> => {
    await all((engine) => engine.slack?.start());
    await look();
  };
  await begin();
  onTestFinished(async () => {
    await all((engine) => engine.close());
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await slack.close();
  });
  const both = {
    tick: (): Promise<void> => look(),
  };
  const restart: Stage['restart'] = async (when, meanwhile) => {
    await all((engine) => engine.close());
    await meanwhile?.(folder);
    now = Math.max(now, Date.parse(moment(when)));
    engines = await openAll();
    await begin();
  };
  const clock = {
    now: () => instant(now),
    /** What was begun at one moment reaches Slack before the next. */
    moveTo: async (to: Instant): Promise<void> => {
      await all((engine) => engine.slack?.idle());
      now = Math.max(now, Date.parse(to));
    },
  };
  return {
    slack,
    team,
    folder,
    requestUrl,
    bugs,
    casesMembers,
    who: (person) => {
      const member = members.get(person);
      if (!member) throw new Error(`${person} has no account in this Slack`);
      return member;
    },
    engine: first,
    now: () => instant(now),
    passTo: (when) => passTime({ ...first(), heed: both, arrangement, clock }, moment(when)),
    tick: async (when) => {
      await clock.moveTo(moment(when));
      await both.tick();
    },
    quiet: async () => {
      await all(async (engine) => {
        await engine.heed.deliver();
        await engine.slack?.idle();
      });
    },
    restart,
    withCases: async (channel) => {
      settings = settingsWith(channel);
      await restart(sayLondon(instant(now)));
    },
    channel: (id) => {
      const channel = channels.get(id);
      if (!channel) throw new Error(`there is no channel ${id}`);
      return channel;
    },
  };
};

const sayLondon = (at: Instant): string => `${londonDay(at)} ${londonTime(at)}`;
