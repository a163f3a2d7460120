import { createHash } from 'node:crypto';
import type { Courier } from '../../app/deliver.ts';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import type { Trouble } from '../../domain/trouble.ts';
import type { Called } from './api.ts';
import type { Lanes } from './pace.ts';
import { isTheirs, isWorkspaces, workspaceTrouble } from './refusals.ts';
import type { Register } from './register.ts';
import { type SlackMessage, slackPages } from './render.ts';
import type { Reached, Roster } from './roster.ts';
import type { Workspace } from './settings.ts';
import type { CarrierOf } from './way.ts';

type Brought = Awaited<ReturnType<Courier['send']>>;

interface Parts {
  readonly roster: Roster;
  readonly register: Register;
  readonly lanes: Lanes;
  readonly carrierOf: CarrierOf;
  readonly onTrouble: (trouble: Trouble) => Promise<void>;
  readonly onBug: (bug: unknown) => void;
}

/** What a message says, as far as it shows. */
export const digest = (page: SlackMessage): string =>
  createHash('sha256').update(JSON.stringify(page)).digest('base64url');

/** Brings messages to people in Slack, as direct messages; to whom has no account there, never. */
export const slackCourier = (parts: Parts): Courier => {
  const { roster, lanes } = parts;
  return {
    isReady: ({ id }) => {
      const [first] = roster.accountsOf(id);
      return !first || !(lanes.isHeld(first.account) || lanes.isHeld(first.workspace.team));
    },
    send: async ({ id }, message) => {
      for (const reached of roster.accountsOf(id)) {
        const brought = await bring(parts, reached, { ...message, to: id });
        if (brought !== 'undeliverable') return brought;
      }
      return 'undeliverable';
    },
  };
};

type Addressed = Message & { readonly to: NonNullable<ReturnType<Roster['personOf']>> };

const bring = async (parts: Parts, reached: Reached, message: Addressed): Promise<Brought> => {
  const { lanes, register } = parts;
  const opened = await directChannel(parts, reached);
  if (typeof opened !== 'string') {
    const is = await settleCall(parts, reached, opened);
    // Nothing was posted yet, whatever became of the opening.
    return is === 'unsure' ? 'not-sent' : is;
  }
  const { call } = parts.carrierOf(reached.workspace);
  for (const [page, drawn] of slackPages(message).entries()) {
    await lanes.turn(reached.account);
    const posted = await call('chat.postMessage', { channel: opened, ...drawn, ...QUIET });
    if (posted.is !== 'done') {
      const is = settleCall(parts, reached, posted);
      return page > 0 && (await is) === 'not-sent' ? 'unsure' : is;
    }
    await register.add({
      is: 'posted',
      post: {
        team: reached.workspace.team,
        channel: opened,
        ts: String(posted.result.ts),
        to: message.to,
        page,
        message: KeptMessage.parse(message),
        drawn: digest(drawn),
      },
    });
  }
  return 'sent';
};

/** Nothing of ours is a link, so nothing is looked up for a preview. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const directChannel = async (
  { register, carrierOf }: Parts,
  { account, user, workspace }: Reached,
): Promise<string | Called> => {
  const known = register.channelOf(account);
  if (known) return known;
  const opened = await carrierOf(workspace).call('conversations.open', { users: user });
  if (opened.is !== 'done') return opened;
  const { id } = opened.result.channel as { readonly id: string };
  await register.add({ is: 'channel', account, channel: id });
  return id;
};

/** What a call that was not done means for the message. */
const settleCall = async (
  parts: Parts,
  { account, workspace }: { readonly account: string; readonly workspace: Workspace },
  called: Called,
): Promise<Brought> => {
  switch (called.is) {
    case 'done':
      return 'sent';
    case 'limited':
      parts.lanes.hold(account, called.seconds);
      return 'not-sent';
    case 'not-sent':
    case 'unsure':
      return called.is;
    case 'refused':
      if (isTheirs(called.error)) return 'undeliverable';
      if (isWorkspaces(called.error)) {
        await parts.onTrouble(workspaceTrouble(workspace, called.error));
        return 'not-sent';
      }
      parts.onBug(new Error('Slack refused a message of ours'));
      return 'undeliverable';
  }
};
