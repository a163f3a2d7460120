import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Way } from '../../app/deliver.ts';
import { needsForm } from '../../app/needs-form.ts';
import type { Journal } from '../../app/ports.ts';
import { londonDay } from '../../domain/day.ts';
import { inForce } from '../../domain/in-force.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Behind } from '../chat/behind.ts';
import { followLog } from '../chat/follow.ts';
import { lanes, type Pace } from '../chat/lanes.ts';
import { reach } from '../chat/reach.ts';
import { rootOf } from './activity.ts';
import { askAway, carrier } from './carrier.ts';
import { teamsCases } from './cases.ts';
import { teamsCourier } from './courier.ts';
import { desks } from './desk.ts';
import { errandsOf } from './errands.ts';
import { gate } from './gate.ts';
import { handlers } from './handle.ts';
import { publishedKeys } from './keys.ts';
import { microsoft } from './microsoft.ts';
import { teamsPages } from './pages.ts';
import { receiver } from './receive.ts';
import { refreshing } from './refresh.ts';
import { type Kept, register } from './register.ts';
import { execute, openDialog, type Pressing } from './render.ts';
import { roster } from './roster.ts';
import { teamsSdk } from './sdk.ts';
import type { TeamsSettings } from './settings.ts';
import type { Teams } from './teams.ts';
import { tokens } from './token.ts';
import type { Sdk } from './wire.ts';

/** What Teams is given of Heed. */
export interface Given extends Behind {
  readonly settings: TeamsSettings;
  readonly journal: Journal<Kept>;
  readonly pace: Pace;
  /** A stand-in for Microsoft on this machine, for tests. */
  readonly standIn?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Heed in Teams. */
export interface TeamsSurface {
  readonly courier: Way;
  /** The messaging endpoint. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** These records have changed: what lies in Teams of them is drawn anew. */
  readonly changed: (refs: readonly Ref[]) => void;
  /** Asks Microsoft, where it could not be spoken to, whether it can be now. */
  readonly reach: () => Promise<void>;
  /** Begins what could not be done before, and what a new day changes. */
  readonly tick: () => void;
  /** Resolves when nothing is under way that a change or an answer began. */
  readonly idle: () => Promise<void>;
  /** How often something was posted in a channel without anybody knowing whether it had arrived. */
  readonly postedAgain: () => number;
  readonly close: () => Promise<void>;
}

/** learn.microsoft.com, "Optimize your bot with rate limiting": per bot and thread. */
const LIMITS = [
  { most: 7, withinMs: 1000 },
  { most: 8, withinMs: 2000 },
  { most: 60, withinMs: 30_000 },
  { most: 1800, withinMs: 3_600_000 },
] as const;
/** Where nothing is heard for so long, nobody knows what became of it. */
const TIMEOUT_MS = 10_000;

export const connectTeams = (given: Given): TeamsSurface => {
  const { settings, standIn, timeoutMs = TIMEOUT_MS } = given;
  const now = (): number => Date.parse(given.now());
  const there = microsoft(timeoutMs, standIn);
  const press = pressing(given.catalogue);
  const teams = teamsOf(given, there.service, press, () => sdk);
  const tabs = desks(teams, press);
  const work = follow(teams, tabs.refresh);
  const errands = errandsOf(given.onTrouble);
  const on = handlers(teams, { desks: tabs, later: errands.run, channelChanged: work.begin });
  const token = tokens({ settings, login: there.login, now, timeoutMs });
  const sdk: Sdk = teamsSdk({ app: settings.app, tokens: token, timeoutMs, on });
  const keys = publishedKeys({ fetchKeys: there.fetchKeys, now });
  const door = gate({ settings, keys, now, standIn });
  const idle = async (): Promise<void> => {
    await errands.idle();
    await work.idle();
  };
  return {
    courier: teamsCourier(teams),
    handle: receiver({ gate: door, take: sdk.receive, onTrouble: given.onTrouble }),
    changed: work.changed,
    reach: async () => {
      await teams.register.refresh();
      await askAway(teams);
    },
    tick: work.tick,
    idle,
    postedAgain: teams.register.unsure,
    close: async () => {
      await errands.idle();
      await work.stop();
    },
  };
};

/** A button whose command asks for more than it carries opens a window. */
const pressing = (catalogue: Given['catalogue']): Pressing => {
  const needs = needsForm(catalogue);
  return (button) => (needs(button) ? openDialog : execute)(button);
};

const teamsOf = (given: Given, service: string, press: Pressing, sdk: () => Sdk): Teams => {
  const limited = lanes(given.pace, LIMITS);
  const reached = reach();
  let arrangement = given.arrangement;
  const teams: Teams = {
    ...given,
    via: 'teams',
    service,
    get arrangement() {
      return arrangement;
    },
    ledger: async () => {
      const ledger = await given.ledger();
      arrangement = inForce(ledger, given.arrangement, londonDay(given.now()));
      return ledger;
    },
    roster: roster(given.settings),
    register: register(given.journal),
    lanes: { ...limited, hold: (lane, seconds) => limited.hold(lane, jittered(seconds)) },
    reach: reached,
    carrier: carrier({ reach: reached, report: given.report }, sdk),
    pages: (message) => teamsPages(message, press),
    tell: (person, message) => teamsCourier(teams).send(person, message),
  };
  return teams;
};

/** Those who were told to wait at the same time do not all come back at the same time. */
const jittered = (seconds: number): number => seconds * (1 + Math.random() / 4);

const follow = (teams: Teams, refreshDesks: () => Promise<void>) =>
  followLog({
    behind: teams,
    register: teams.register,
    channels: teamsCases(teams),
    refresh: refreshing(teams),
    elsewhere: () =>
      teams.register
        .all()
        .flatMap(({ to, conversation, message }) =>
          to === undefined && rootOf(conversation) !== teams.settings.cases ? message.about : [],
        ),
    before: async () => undefined,
    after: refreshDesks,
  });
