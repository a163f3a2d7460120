import { App, HTTPReceiver, LogLevel, type types, type ViewResponseAction } from '@slack/bolt';
import { slackDouble } from './double.ts';
import type { DoubleOptions, SlackDouble, Workspace } from './types.ts';

// A small app, for the tests of the double itself.

export const MANIFEST = {
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    shortcuts: [
      { type: 'global', callback_id: 'anywhere:due', name: 'Due', description: 'Due' },
      { type: 'message', callback_id: 'message:why', name: 'Why', description: 'Why' },
    ],
    slash_commands: [
      { command: '/say', description: 'Say', should_escape: true },
      { command: '/form', description: 'Form', should_escape: true },
      { command: '/odd', description: 'Answers what cannot be shown' },
      { command: '/deaf', description: 'Never answers', should_escape: false },
    ],
  },
  oauth_config: {
    scopes: { bot: ['commands', 'chat:write', 'im:write', 'groups:read', 'users:read'] },
  },
  settings: {
    event_subscriptions: {
      bot_events: ['app_home_opened', 'app_uninstalled', 'member_joined_channel'],
    },
  },
};

export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const words = (text: string) => ({ type: 'mrkdwn' as const, text });
export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const section = (text: string) => ({ type: 'section' as const, text: words(text) });
export const button = (label: string, action_id: string, value = 'v') => ({
  type: 'actions' as const,
  elements: [{ type: 'button' as const, text: plain(label), action_id, value }],
});
export const input = (block_id: string, label: string, more: object = {}) => ({
  type: 'input' as const,
  block_id,
  label: plain(label),
  element: { type: 'plain_text_input' as const, action_id: 'it', max_length: 20, ...more },
});
export const form = (title: string, ...blocks: readonly types.KnownBlock[]) => ({
  type: 'modal' as const,
  callback_id: 'form',
  title: plain(title),
  submit: plain('Send'),
  notify_on_close: true,
  blocks: [...blocks],
});
export const menu = (block_id: string, label: string, ...values: readonly string[]) => ({
  type: 'input' as const,
  block_id,
  label: plain(label),
  element: {
    type: 'static_select' as const,
    action_id: 'it',
    options: values.map((value) => ({ text: plain(value.toUpperCase()), value })),
  },
});

export interface Played {
  readonly slack: SlackDouble;
  readonly team: Workspace;
  readonly app: App;
  /** What the app was sent, oldest first. */
  readonly heard: readonly Heard[];
  readonly stop: () => Promise<void>;
}

type Heard = Readonly<Record<string, unknown>>;

export const clientOptions = (slack: SlackDouble) => ({
  slackApiUrl: slack.apiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  timeout: 2000,
});

export const play = async (options: DoubleOptions): Promise<Played> => {
  const slack = await slackDouble(options);
  slack.install(MANIFEST);
  const team = slack.workspace('T1', { name: 'Merton' });
  const authorize = async () => ({ botToken: team.token, botId: 'B1', botUserId: team.bot });
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    logger: silent,
  });
  const app = new App({
    receiver,
    authorize,
    clientOptions: clientOptions(slack),
    logger: silent,
  });
  app.error(async () => {});
  const heard: Heard[] = [];
  serve(app, (body) => heard.push({ ...body }));
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  slack.connect(`http://127.0.0.1:${port}/slack/events`);
  const stop = async () => {
    await receiver.stop();
    await slack.close();
  };
  return { slack, team, app, heard, stop };
};

const serve = (bot: App, hear: (body: object) => void): void => {
  bot.command('/say', async ({ ack, respond, command }) => {
    hear(command);
    await ack();
    await respond({
      text: command.text,
      blocks: [section(command.text), button('Press', 'press')],
    });
  });
  bot.command('/odd', async ({ ack }) => ack({ blocks: [section('')] }));
  bot.command('/form', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: form('Log', input('what', 'What'), menu('harm', 'Harm', 'died', 'harmed')),
    });
  });
  bot.action('press', async ({ ack, body, respond }) => {
    hear(body);
    await ack();
    await respond({ text: 'pressed', replace_original: true });
  });
  bot.view('form', async ({ ack, view }) => {
    hear(view);
    const said = view.state.values.what?.it?.value ?? '';
    if (said !== 'silence') await ack(SAID[said]);
  });
  bot.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
    hear(body);
    await ack();
  });
  bot.action('pick', async ({ ack, body }) => {
    hear(body);
    await ack();
  });
  bot.shortcut('anywhere:due', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: form('Due', input('a', 'A')),
    });
  });
  bot.shortcut('message:why', async ({ ack, body, respond }) => {
    hear(body);
    await ack();
    await respond('because');
  });
  bot.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [section('At home'), button('Press', 'home')] },
    });
  });
  bot.action('home', async ({ ack, body }) => {
    hear(body);
    await ack();
  });
};

/** What the app makes of each thing that is filled in. */
const SAID: Readonly<Record<string, ViewResponseAction>> = {
  bad: { response_action: 'errors', errors: { what: 'Not that.' } },
  odd: { response_action: 'errors', errors: { nowhere: 'Odd.' } },
  push: { response_action: 'push', view: form('More', input('what', 'What')) },
  update: { response_action: 'update', view: form('Other') },
  clear: { response_action: 'clear' },
};
