import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, SocketModeReceiver } from '@slack/bolt';
import type { Catalogue } from '../../app/command.ts';
import type { Courier } from '../../app/deliver.ts';
import type { Journal } from '../../app/ports.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { type Instant, londonDay } from '../../domain/day.ts';
import { refsOf } from '../../domain/recent.ts';
import type { Ref } from '../../domain/reference.ts';
import { type Api, SILENT, slackApi } from './api.ts';
import { caseChannels } from './cases.ts';
import { slackCourier } from './courier.ts';
import { homes, onEvent } from './events.ts';
import { onCommand, onPress, onShortcut } from './handle.ts';
import { listen } from './listen.ts';
import { lanes, type Pace } from './pace.ts';
import { httpReceiver } from './receive.ts';
import { refreshing } from './refresh.ts';
import { isWorkspaces, workspaceKey, workspaceTrouble } from './refusals.ts';
import { type Kept, register } from './register.ts';
import { roster } from './roster.ts';
import type { SlackSettings, Workspace } from './settings.ts';
import type { Slack } from './slack.ts';
import { onSubmit } from './submit.ts';

/** What Slack is given of Heed. */
export interface Given
  extends Pick<
    Slack,
    | 'settings'
    | 'ledger'
    | 'entriesAfter'
    | 'look'
    | 'ask'
    | 'form'
    | 'desk'
    | 'report'
    | 'afterwards'
    | 'onBug'
    | 'onTrouble'
    | 'apiUrl'
    | 'patienceMs'
  > {
  readonly arrangement: Arrangement;
  readonly catalogue: Catalogue;
  readonly now: () => Instant;
  readonly journal: Journal<Kept>;
  readonly pace: Pace;
  readonly timeoutMs?: number | undefined;
}

/** Heed in Slack. */
export interface SlackSurface {
  readonly courier: Courier;
  /** The request URL, in HTTP mode. */
  readonly handle: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  /** These records have changed: what lies in Slack of them is drawn anew. */
  readonly changed: (refs: readonly Ref[]) => void;
  /** What could not be done before is tried again. */
  readonly tick: () => Promise<void>;
  /** Resolves when nothing is under way that a change began. */
  readonly idle: () => Promise<void>;
  /** How often something was posted in a channel without anybody knowing whether it had arrived. */
  readonly postedAgain: () => number;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const connectSlack = (given: Given): SlackSurface => {
  const { settings } = given;
  const api = slackApi(given);
  const slack: Slack = {
    ...given,
    roster: roster(settings),
    register: register(given.journal),
    lanes: lanes(given.pace),
    carrierOf: (workspace) => carrier(slack, api, workspace),
  };
  const work = follow(slack);
  const receivers = receiversOf(slack, settings);
  const app = new App({
    receiver: receivers.first,
    authorize: async ({ teamId }) => authorized(slack, teamId),
    convoStore: false,
    ignoreSelf: true,
    logger: SILENT,
  });
  app.error(async (error) => given.onTrouble(error.original ?? error));
  for (const more of receivers.more) more.init(app);
  listen(app, {
    command: (body) => onCommand(slack, body),
    press: (body) => onPress(slack, body),
    shortcut: (body) => onShortcut(slack, body),
    submit: (body, ack) => onSubmit(slack, body, ack),
    event: (body) => onEvent(slack, body, work.begin),
  });
  return {
    courier: slackCourier({
      ...slack,
      onTrouble: (trouble) => given.report([trouble]),
    }),
    handle: receivers.handle,
    changed: work.changed,
    tick: work.tick,
    idle: work.idle,
    postedAgain: slack.register.unsure,
    start: async () => {
      await Promise.all([receivers.first, ...receivers.more].map((one) => one.start()));
    },
    close: async () => {
      await Promise.all([receivers.first, ...receivers.more].map((one) => one.stop()));
      await work.idle();
    },
  };
};

/** The bot's token goes with every call; that it is not let in, or is again, is told. */
const carrier = (slack: Slack, api: Api, workspace: Workspace): ReturnType<Slack['carrierOf']> => ({
  respond: api.respond,
  call: async (method, args) => {
    const called = await api.call(workspace.botToken, method, args);
    if (called.is === 'refused' && isWorkspaces(called.error) && called.error !== 'missing_scope')
      await slack.report([workspaceTrouble(workspace, called.error)]);
    if (called.is === 'done') await slack.report([], [workspaceKey(workspace)]);
    return called;
  },
});

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

const receiversOf = (slack: Slack, { mode, workspaces }: SlackSettings) => {
  if (mode === 'http') {
    const now = () => Date.parse(slack.now());
    const receiver = httpReceiver({ workspaces, now, onBug: slack.onBug });
    return { first: receiver, more: [], handle: receiver.handle };
  }
  const [first, ...more] = [...new Set(workspaces.map(({ appToken }) => appToken))].map(
    (appToken) =>
      new SocketModeReceiver({
        appToken,
        logger: SILENT,
        installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
      }),
  );
  if (!first) throw new Error('Slack has no workspace');
  return { first, more, handle: undefined };
};

/** What follows the log: cards and threads in the channels, messages that were sent, home tabs. */
const follow = (slack: Slack) => {
  const cases = caseChannels(slack);
  const refresh = refreshing(slack);
  const tabs = homes(slack);
  let today = londonDay(slack.now());
  let running: Promise<void> | undefined;
  let again = false;
  const round = async (): Promise<void> => {
    await knowBots(slack);
    refresh.mark(await cases.run());
    const { seq } = await slack.ledger();
    refresh.mark(await changedUpTo(slack, seq));
    if ((await refresh.run()) && slack.register.told(ALL) !== seq)
      await slack.register.add({ is: 'told', channel: ALL, seq });
    await tabs.refresh();
  };
  const run = async (): Promise<void> => {
    do {
      again = false;
      await round().catch(slack.onTrouble);
    } while (again);
    running = undefined;
  };
  const begin = (): void => {
    again = running !== undefined;
    running ??= run();
  };
  return {
    begin,
    changed: (refs: readonly Ref[]): void => {
      refresh.mark(refs);
      begin();
    },
    /** A card says what is late; that changes with the day, without anybody's doing. */
    tick: async (): Promise<void> => {
      const day = londonDay(slack.now());
      if (day !== today) refresh.mark(slack.register.all().flatMap(({ message }) => message.about));
      today = day;
      begin();
      await running;
    },
    idle: async (): Promise<void> => {
      await running;
    },
  };
};

/** Under this name it is written down up to where everything that lies in Slack has been drawn. */
const ALL = '*';

/** What changed since all was drawn last: after a stop, what was written meanwhile. */
const changedUpTo = async (
  { register, entriesAfter }: Slack,
  seq: number,
): Promise<readonly Ref[]> => {
  const from = register.told(ALL) ?? seq;
  return from < seq
    ? (await entriesAfter(from)).flatMap(({ changes }) => changes.flatMap(refsOf))
    : [];
};

/** Heed's own id in each workspace: it is in the channels too, and is nobody's. */
const knowBots = async ({ settings, roster, carrierOf }: Slack): Promise<void> => {
  for (const workspace of settings.workspaces) {
    if (roster.botOf(workspace.team)) continue;
    const tested = await carrierOf(workspace).call('auth.test', {});
    if (tested.is === 'done') roster.knowBot(workspace.team, String(tested.result.user_id));
  }
};
