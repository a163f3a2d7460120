import { isJson, type Json, jsons, str } from './json.ts';

/** What an app manifest says of the app, as far as Slack acts on it. */
export interface Installed {
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly events: readonly string[];
  readonly scopes: readonly string[];
  readonly homeTab: boolean;
  /** Nobody can write to the bot, so no command can be typed there either. */
  readonly readOnly: boolean;
}

export interface Command {
  /** With its slash. */
  readonly command: string;
  readonly escapes: boolean;
}

interface Shortcut {
  readonly callbackId: string;
  readonly type: string;
}

export const NOTHING_INSTALLED: Installed = {
  commands: [],
  shortcuts: [],
  events: [],
  scopes: ['commands', 'chat:write', 'im:write', 'users:read', 'channels:read', 'groups:read'],
  homeTab: true,
  readOnly: false,
};

export const readManifest = (manifest: object, prefix: string): Installed => {
  const features = within(manifest, 'features');
  const home = within(features, 'app_home');
  const events = within(within(manifest, 'settings'), 'event_subscriptions');
  const scopes = within(within(manifest, 'oauth_config'), 'scopes');
  return {
    commands: jsons(features.slash_commands).map((command) => ({
      command: prefixed(str(command.command), prefix),
      escapes: command.should_escape === true,
    })),
    shortcuts: jsons(features.shortcuts).map((shortcut) => ({
      callbackId: str(shortcut.callback_id),
      type: str(shortcut.type),
    })),
    events: strings(events.bot_events),
    scopes: strings(scopes.bot),
    homeTab: home.home_tab_enabled === true,
    readOnly: home.messages_tab_read_only_enabled === true,
  };
};

/** "/incident" with the prefix "scp-" is "/scp-incident". */
export const prefixed = (command: string, prefix: string): string =>
  command.startsWith(`/${prefix}`) ? command : `/${prefix}${command.slice(1)}`;

const within = (value: object, key: string): Json => {
  const inner = Object.entries(value).find(([name]) => name === key)?.[1];
  return isJson(inner) ? inner : {};
};

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
