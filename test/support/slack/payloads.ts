import type { Json } from './json.ts';
import type { Control } from './keep.ts';
import { messagePayload } from './messages.ts';
import { newResponseUrl, newTrigger } from './triggers.ts';
import { viewPayload } from './views.ts';
import {
  type Conversation,
  conversationOf,
  type Message,
  nextTs,
  type Person,
  type Team,
  type View,
  type World,
} from './world.ts';

// What Slack sends an app: docs.slack.dev/reference/interaction-payloads.

/** Deprecated, and still in every payload. */
export const VERIFICATION_TOKEN = 'verification-token-of-the-double';

export interface Doing {
  readonly world: World;
  readonly team: Team;
  readonly person: Person;
}

/** The names of private conversations are not told. */
const channelName = ({ kind, name }: Conversation): string =>
  ({ public: name, private: 'privategroup', im: 'directmessage' })[kind];

const channelIn = (team: Team, id: string): Json => ({
  id,
  name: channelName(conversationOf(team, id)),
});

/** `team` is where the app is installed, unless said otherwise. */
const interaction = (doing: Doing, type: string): Json => ({
  type,
  user: userIn(doing.person),
  api_app_id: doing.world.appId,
  token: VERIFICATION_TOKEN,
  team: { id: doing.team.id, domain: doing.team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

/** Of a view, `team` is where the person is at home: github.com/slackapi/bolt-js/issues/1614. */
const viewInteraction = (doing: Doing, type: string, view: View): Json => {
  const { world, team, person } = doing;
  const home = world.teams.get(person.home);
  return {
    ...interaction(doing, type),
    team: { id: person.home, domain: home?.domain ?? person.home.toLowerCase() },
    view: { ...viewPayload(world, team, view), team_id: person.home },
  };
};

const userIn = ({ id, name, home }: Person): Json => ({ id, username: name, name, team_id: home });

const trigger = ({ world, team, person }: Doing): string => newTrigger(world, team, person);

export const commandPayload = (
  doing: Doing,
  channel: string,
  command: string,
  text: string,
): Json => {
  const { world, team, person } = doing;
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel,
    channel_name: channelName(conversationOf(team, channel)),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: world.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, 'commands', {
      team: team.id,
      user: person.id,
      channel,
      source: undefined,
    }),
    trigger_id: trigger(doing),
  };
};

/** Pressed or chosen: the control as it stands, with what is now chosen in it. */
const action = (world: World, { block, element }: Control, state: Json): Json => {
  const { options: _options, option_groups: _groups, ...rest } = element;
  return { ...rest, ...state, block_id: block.block_id, action_ts: nextTs(world) };
};

export const messageActionPayload = (
  doing: Doing,
  message: Message,
  control: Control,
  state: Json,
): Json => {
  const { world, team, person } = doing;
  const isEphemeral = message.only !== undefined;
  return {
    ...interaction(doing, 'block_actions'),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    trigger_id: trigger(doing),
    channel: channelIn(team, message.channel),
    ...(isEphemeral ? {} : { message: messagePayload(world, team, message) }),
    state: { values: message.values },
    response_url: newResponseUrl(world, 'actions', {
      team: team.id,
      user: person.id,
      channel: message.channel,
      source: message.ts,
    }),
    actions: [action(world, control, state)],
  };
};

export const viewActionPayload = (
  doing: Doing,
  view: View,
  control: Control,
  state: Json,
): Json => ({
  ...interaction(doing, 'block_actions'),
  container: { type: 'view', view_id: view.id },
  trigger_id: trigger(doing),
  view: viewPayload(doing.world, doing.team, view),
  actions: [action(doing.world, control, state)],
});

export const submissionPayload = (
  doing: Doing,
  view: View,
  responseUrls: readonly Json[],
): Json => ({
  ...viewInteraction(doing, 'view_submission', view),
  trigger_id: trigger(doing),
  response_urls: responseUrls,
});

export const closedPayload = (doing: Doing, view: View, isCleared: boolean): Json => ({
  ...viewInteraction(doing, 'view_closed', view),
  is_cleared: isCleared,
});

export const shortcutPayload = (doing: Doing, callbackId: string): Json => ({
  ...interaction(doing, 'shortcut'),
  action_ts: nextTs(doing.world),
  callback_id: callbackId,
  trigger_id: trigger(doing),
});

export const messageShortcutPayload = (
  doing: Doing,
  callbackId: string,
  message: Message,
): Json => {
  const { world, team, person } = doing;
  return {
    ...interaction(doing, 'message_action'),
    action_ts: nextTs(world),
    callback_id: callbackId,
    trigger_id: trigger(doing),
    response_url: newResponseUrl(world, 'app', {
      team: team.id,
      user: person.id,
      channel: message.channel,
      source: undefined,
    }),
    message_ts: message.ts,
    channel: channelIn(team, message.channel),
    message: messagePayload(world, team, message),
  };
};
