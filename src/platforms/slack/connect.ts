import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Receiver } from '@slack/bolt';
import type { Way } from '../../app/deliver.ts';
import type { Answer } from '../../app/dispatch.ts';
import type { Journal } from '../../app/ports.ts';
import { londonDay } from '../../domain/day.ts';
import { inForce } from '../../domain/in-force.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Behind } from '../chat/behind.ts';
import { lanes, type Pace } from '../chat/lanes.ts';
import { reach } from '../chat/reach.ts';
import { SILENT, slackApi } from './api.ts';
import { carrier } from './carrier.ts';
import { slackCourier } from './courier.ts';
import { onEvent } from './events.ts';
import { following } from './follow.ts';
import { onCommand, onPress, onShortcut } from './handle.ts';
import { listen } from './listen.ts';
import { httpReceiver } from './receive.ts';
import { socketKey, socketTrouble } from './refusals.ts';
import { type Kept, register } from './register.ts';
import { roster } from './roster.ts';
import type { Workspace } from './settings.ts';
import type { Slack } from './slack.ts';
import { type SocketReceiver, socketReceiver } from './socket.ts';
import { onSubmit } from './submit.ts';
import { wording } from './wording.ts';

/** What Slack is given of Heed. */
export interface Given extends Behind, Pick<Slack, 'settings' | 'apiUrl' | 'patienceMs'> {
  readonly journal: Journal<Kept>;
  readonly pace: Pace;
  readonly timeoutMs?: number | undefined;
}

/** Heed in Slack. */
export interface SlackSurface {
  readonly courier: Way;
  /** The request URL, in HTTP mode. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** These records have changed: what lies in Slack of them is drawn anew. */
  readonly changed: (refs: readonly Ref[]) => void;
  /** Asks the workspaces that could not be spoken to whether they can be now. */
  readonly reach: () => Promise<void>;
  /** Begins what could not be done before, and what a new day changes. */
  readonly tick: () => void;
  /** Resolves when nothing is under way that a change began. */
  readonly idle: () => Promise<void>;
  /** How often something was posted in a channel without anybody knowing whether it had arrived. */
  readonly postedAgain: () => number;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const connectSlack = (given: Given): SlackSurface => {
  const slack = slackOf(given);
  const work = following(slack);
  const { receivers, handle } = receiversOf(slack);
  const [first, ...more] = receivers;
  if (!first) throw new Error('Slack has no workspace');
  const app = new App({
    receiver: first,
    authorize: async ({ teamId }) => authorized(slack, teamId),
    convoStore: false,
    ignoreSelf: true,
    logger: SILENT,
  });
  app.error(async (error) => given.onTrouble(error.original ?? error));
  for (const one of more) one.init(app);
  listen(app, {
    command: (body, ack) => onCommand(slack, body, ack),
    press: (body, ack) => onPress(slack, body, ack),
    shortcut: (body, ack) => onShortcut(slack, body, ack),
    submit: (body, ack) => onSubmit(slack, body, ack),
    event: (body) =>
      onEvent(slack, body, { channelChanged: work.begin, homeOpened: work.openHome }),
  });
  const all = (what: 'start' | 'stop') => Promise.all(receivers.map((one) => one[what]()));
  return {
    courier: slackCourier(slack),
    handle,
    changed: work.changed,
    reach: async () => {
      await slack.register.refresh();
      // A socket that does not open holds nothing else up.
      for (const one of receivers) void one.open?.();
      await askAway(slack);
    },
    tick: work.tick,
    idle: work.idle,
    postedAgain: slack.register.unsure,
    start: async () => void (await all('start')),
    close: async () => {
      await all('stop');
      await work.stop();
    },
  };
};

/** Slack takes about one message a second in a channel. */
const ONE_A_SECOND = { most: 1, withinMs: 1000 } as const;

/** The parts that everything in Slack shares; what Heed says is worded as its commands are called here. */
const slackOf = (given: Given): Slack => {
  const { settings, catalogue } = given;
  const api = slackApi(given);
  const words = wording(settings.prefix, catalogue);
  const said = (answer: Answer): Answer => ({
    ...answer,
    message: words.message(answer.message),
    ...(answer.form ? { form: words.form(answer.form) } : {}),
  });
  let arrangement = given.arrangement;
  const slack: Slack = {
    ...given,
    via: 'slack',
    get arrangement() {
      return arrangement;
    },
    ledger: async () => {
      const ledger = await given.ledger();
      arrangement = inForce(ledger, given.arrangement, londonDay(given.now()));
      return ledger;
    },
    roster: roster(settings),
    register: register(given.journal),
    lanes: lanes(given.pace, [ONE_A_SECOND]),
    reach: reach(),
    carrierOf: (workspace) => carrier(slack, api, workspace),
    worded: words.message,
    tell: (person, message) => slackCourier(slack).send(person, message),
    ask: async (request) => said(await given.ask(request)),
    look: async (request) => said(await given.look(request)),
    form: async (...asked) => {
      const form = await given.form(...asked);
      return form && words.form(form);
    },
    desk: async (actor) => {
      const desk = await given.desk(actor);
      return desk && words.desk(desk);
    },
  };
  return slack;
};

const askAway = async ({ settings, reach, carrierOf }: Slack): Promise<void> => {
  const away = settings.workspaces.filter(({ team }) => reach.isAway(team));
  await Promise.all(away.map((workspace) => carrierOf(workspace).call('auth.test', {})));
};

const authorized = ({ roster, settings }: Slack, team: string | undefined) => {
  const workspace = roster.workspaceOf(team ?? '') ?? settings.workspaces[0];
  if (!workspace) throw new Error('Slack has no workspace');
  const bot = roster.botOf(workspace.team);
  return {
    botToken: workspace.botToken,
    teamId: workspace.team,
    ...(bot ? { botUserId: bot } : {}),
  };
};

type Receivers = {
  readonly receivers: readonly (Receiver & Partial<Pick<SocketReceiver, 'open'>>)[];
  readonly handle: SlackSurface['handle'];
};

const receiversOf = (slack: Slack): Receivers => {
  const { mode, workspaces } = slack.settings;
  if (mode === 'http') {
    const now = () => Date.parse(slack.now());
    const receiver = httpReceiver({ workspaces, now, onBug: slack.onBug });
    return { receivers: [receiver], handle: receiver.handle };
  }
  const byToken = new Map(workspaces.toReversed().map((one) => [one.appToken, one]));
  const receivers = [...byToken.values()].toReversed().map((one) => socketOf(slack, one));
  return { receivers, handle: undefined };
};

/** That its socket does not open is told, once, where Slack says no. */
const socketOf = (slack: Slack, workspace: Workspace): SocketReceiver => {
  const { apiUrl, report, onTrouble } = slack;
  return socketReceiver({
    appToken: workspace.appToken,
    apiUrl,
    onOpened: () => void report([], [socketKey(workspace)]).catch(onTrouble),
    onShut: (error) => error && void report([socketTrouble(workspace, error)]).catch(onTrouble),
  });
};
