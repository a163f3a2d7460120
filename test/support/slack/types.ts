import type { Faults } from './fault-types.ts';

export interface DoubleOptions {
  /** Epoch milliseconds of the simulated world: signs requests, expires triggers and response_urls. */
  readonly now?: () => number;
  readonly signingSecret?: string;
  /** Real milliseconds until the person sees operation_timeout. */
  readonly ackTimeoutMs?: number;
  /** Put before every command of an installed manifest that does not have it yet: "scp-". */
  readonly prefix?: string;
}

/** One call of the Web API as it arrived. */
export interface ApiCall {
  readonly team: string;
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds of the simulated world. */
  readonly at: number;
  /** "ok", Slack's error, "429", "503" … or how the connection ended; undefined while it is under way. */
  readonly answered: string | undefined;
}

/** A mention that a message of the app would make, so that somebody's screen lights up. */
export interface Mention {
  readonly channel: string;
  readonly mention: string;
  readonly within: string;
}

export interface SlackDouble {
  /** WebClient's slackApiUrl. */
  readonly apiUrl: string;
  readonly signingSecret: string;
  /** For socket mode: apps.connections.open takes this token. */
  readonly appToken: string;
  readonly appId: string;
  /** Where the app's request URL is. Without it, what happens goes down the sockets that are open. */
  readonly connect: (requestUrl: string) => void;
  /** An app manifest, as in manifest/slack.json: its commands, shortcuts, events, tabs and scopes. */
  readonly install: (manifest: object) => void;
  readonly workspace: (team: string, options?: WorkspaceOptions) => Workspace;
  readonly calls: readonly ApiCall[];
  /** Posts to response_urls, as they arrived. */
  readonly responses: readonly ApiCall[];
  readonly mentions: readonly Mention[];
  readonly faults: Faults;
  /** Resolves with what `look` finds, as soon as it finds something; rejects after five real seconds. */
  readonly until: <T>(look: () => T | undefined | false, what?: string) => Promise<T>;
  /** Resolves when the app has called nothing for so long: only to show that something does NOT come. */
  readonly settled: (quietMs?: number) => Promise<void>;
  /** Posts these bytes to the request URL, well or badly signed: for tests of the gate. */
  readonly post: (rawBody: string, headers: Readonly<Record<string, string>>) => Promise<Answered>;
  /** Slack's check of a new request URL; resolves with whether the challenge came back. */
  readonly verifyUrl: () => Promise<boolean>;
  /** Whether the app has a socket open. */
  readonly hasSocket: () => boolean;
  /** Asks every open socket to reconnect, as Slack does every so often. */
  readonly refreshSockets: () => void;
  readonly close: () => Promise<void>;
}

/** What the app's server answered, in full. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WorkspaceOptions {
  /** Default: the bot scopes of the installed manifest. */
  readonly scopes?: readonly string[];
  readonly name?: string;
}

export interface Workspace {
  readonly team: string;
  readonly token: string;
  /** The bot's user id. */
  readonly bot: string;
  readonly user: (id: string, options?: UserOptions) => Member;
  readonly channel: (id: string, options?: ChannelOptions) => Channel;
  /**
   * Sends an event, and again while it is not acknowledged: at most three times more, at once, where
   * Slack waits a minute and five. `times` deliveries are made even when each is acknowledged.
   */
  readonly event: (event: object, options?: EventOptions) => Promise<readonly EventDelivery[]>;
  /** Takes scopes away or grants others, as a reinstallation does. */
  readonly rescope: (scopes: readonly string[]) => void;
  /** The app is removed: its token stops working, then app_uninstalled and tokens_revoked are sent. */
  readonly uninstall: () => Promise<readonly EventDelivery[]>;
}

export interface UserOptions {
  readonly guest?: boolean;
  readonly deleted?: boolean;
  readonly bot?: boolean;
  readonly name?: string;
  readonly email?: string;
  /** The workspace this person is at home in, where it is another one: they come by Slack Connect. */
  readonly home?: string;
}

export interface ChannelOptions {
  readonly private?: boolean;
  /** Shared with another organisation by Slack Connect. */
  readonly shared?: boolean;
  readonly members?: readonly string[];
  /** Default: true. */
  readonly botIsMember?: boolean;
  readonly archived?: boolean;
  readonly name?: string;
}

export interface Channel {
  readonly id: string;
  readonly members: readonly string[];
  /** Somebody, or the bot, comes in; member_joined_channel is sent where the bot is there to see it. */
  readonly join: (user: string) => Promise<readonly EventDelivery[]>;
  readonly leave: (user: string) => void;
  readonly archive: () => void;
  /** It is shared with another organisation by Slack Connect from now on. */
  readonly share: () => void;
}

export interface EventOptions {
  readonly eventId?: string;
  readonly times?: number;
}

export interface EventDelivery {
  /** 0 for the first. */
  readonly attempt: number;
  readonly status: number;
  readonly acked: boolean;
  /** Why it was sent again, as x-slack-retry-reason says it. */
  readonly reason?: string;
}

/** What Slack's client shows of something a person did. */
export interface Outcome {
  readonly acked: boolean;
  /** The app's HTTP status; 0 where nothing was sent or nothing came back. */
  readonly status: number;
  readonly error?: Trouble;
  /** What the client says beside the error, or which inputs are concerned. */
  readonly labels?: readonly string[];
  /** What the app acknowledged with: JSON where it is JSON, else text; undefined where it is empty. */
  readonly body: unknown;
}

export type Trouble =
  /** Nothing for three seconds. */
  | 'operation_timeout'
  /** Not reached, or not answered with 200. */
  | 'dispatch_failed'
  /** Acknowledged with something Slack cannot show. */
  | 'invalid_command_response'
  /** "We had some trouble connecting. Try again?", in a modal. */
  | 'trouble_connecting'
  /** "/foo is not a valid command." */
  | 'not_a_valid_command'
  | 'not_supported_in_threads'
  /** Nobody can write here: an archived channel, or a bot whose messages tab is read-only. */
  | 'read_only'
  /** Refused by the client, before anything is sent. */
  | 'required'
  | 'too_long'
  | 'too_short'
  | 'invalid_value'
  /** The person thought better of it when asked to confirm. */
  | 'cancelled';

export interface Shown {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  /** The fallback, which a notification shows. */
  readonly text: string;
  readonly blocks: readonly object[];
  readonly ephemeral: boolean;
  readonly edited: boolean;
  /** Who posted it. */
  readonly user: string;
  /** The labels of its buttons. */
  readonly buttons: readonly string[];
}

export interface OpenModal {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | undefined;
  readonly close: string;
  /** As Slack keeps it. */
  readonly view: Readonly<Record<string, unknown>>;
  readonly blocks: readonly object[];
  readonly labels: readonly string[];
  readonly buttons: readonly string[];
  /** By label: what each input has now; its initial value until somebody fills it. */
  readonly values: Readonly<Record<string, string>>;
  /** By label: the texts to choose from. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** By label: what the app said is wrong. */
  readonly errors: Readonly<Record<string, string>>;
  /** Of how many views this is the top. */
  readonly depth: number;
}

/** The next thing that came into somebody's sight. */
export type Sight =
  | { readonly is: 'message'; readonly words: string; readonly shown: Shown }
  | { readonly is: 'modal'; readonly words: string; readonly modal: OpenModal }
  | { readonly is: 'home'; readonly words: string; readonly home: object };

export interface PressOptions {
  /** On this message; default: the newest place that shows such a button. */
  readonly on?: Shown | 'modal' | 'home';
  /** What the person says to a button that asks to confirm; default: yes. */
  readonly confirm?: boolean;
}

export interface TypeOptions {
  /** Default: the direct messages with the bot; where those are read-only, the person's own notes. */
  readonly channel?: string;
  /** Typed in this message's thread. */
  readonly thread?: string;
}

export interface Member {
  readonly id: string;
  /** Resolves when Slack's client knows: acknowledged, refused or timed out. What follows: `answer`. */
  readonly types: (text: string, options?: TypeOptions) => Promise<Outcome>;
  readonly presses: (label: string, options?: PressOptions) => Promise<Outcome>;
  /** Chooses in a menu, by its placeholder, label or action_id, outside a form or in one that listens. */
  readonly chooses: (menu: string, option: string, options?: PressOptions) => Promise<Outcome>;
  /** On top of this person's stack. */
  readonly modal: OpenModal | undefined;
  /** Sets an input of the top modal, by label or block_id. Options by text or value; "" empties it. */
  readonly fill: (label: string, value: string | readonly string[]) => void;
  readonly submit: () => Promise<Outcome>;
  readonly closeModal: () => Promise<Outcome>;
  /** Opens the app's home tab. */
  readonly opensHome: () => Promise<Outcome>;
  /** The published view. */
  readonly home: object | undefined;
  readonly useShortcut: (callbackId: string) => Promise<Outcome>;
  readonly useShortcutOn: (callbackId: string, message: Shown) => Promise<Outcome>;
  /** What this person sees, oldest first: messages and their own ephemerals. */
  readonly sees: (channel?: string) => readonly Shown[];
  /** What was kept: no ephemerals. */
  readonly history: (channel?: string) => readonly Shown[];
  /** The next message, ephemeral, modal or home since the last thing this person did, or the last answer. */
  readonly answer: () => Promise<Sight>;
  /** The channel id of the direct messages with the bot. */
  readonly dm: string;
  /** Away, and back: a deactivated account. */
  readonly deactivate: () => void;
}
