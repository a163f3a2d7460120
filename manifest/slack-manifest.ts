import { type Catalogue, offeredOn } from '../src/app/command.ts';
import { shortcuts, slashCommands } from './slack-commands.ts';
import { checkCommands, checkPrefix, checkShortcuts, checkUrl } from './slack-limits.ts';
import { EVENTS, SCOPES } from './slack-scopes.ts';
import { LONG, SHORT } from './words.ts';

export interface Installation {
  /** Before every command, where a workspace has other apps with commands of these names: "scp-". */
  readonly prefix: string;
  /** Where Slack sends everything; nowhere in socket mode. */
  readonly url: string;
  readonly socket: boolean;
}

export const USUAL: Installation = {
  prefix: '',
  url: 'https://heed.example.org/slack/events',
  socket: false,
};

/** What Slack is told of Heed when it is installed: docs.slack.dev/reference/app-manifest. */
export const slackManifest = (all: Catalogue, { prefix, url, socket }: Installation) => {
  const catalogue = offeredOn('slack', all);
  checkPrefix(prefix);
  checkUrl(url);
  const called = socket ? undefined : url;
  const commands = slashCommands(catalogue, prefix, called);
  const offered = shortcuts(catalogue);
  checkCommands(commands, prefix);
  checkShortcuts(offered);
  return {
    display_information: {
      name: 'Heed',
      description: SHORT,
      long_description: LONG,
      background_color: '#0b4f71',
    },
    features: {
      // Heed reads no direct messages, so nobody is invited to write one.
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'Heed', always_online: false },
      ...(offered.length > 0 ? { shortcuts: offered } : {}),
      slash_commands: commands,
    },
    oauth_config: { scopes: { bot: Object.keys(SCOPES) } },
    settings: settings(called),
  };
};

/** As it lies in the repository and is pasted into Slack. */
export const asFile = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;

const settings = (url: string | undefined) => {
  const called = url === undefined ? {} : { request_url: url };
  return {
    event_subscriptions: { ...called, bot_events: Object.keys(EVENTS) },
    interactivity: { is_enabled: true, ...called },
    org_deploy_enabled: false,
    socket_mode_enabled: url === undefined,
    token_rotation_enabled: false,
    is_hosted: false,
  };
};
