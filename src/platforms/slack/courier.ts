import { createHash } from 'node:crypto';
import type { Brought, Way } from '../../app/deliver.ts';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import type { Called } from './api.ts';
import { isLockedOut, isTheirs, isToMend } from './refusals.ts';
import { type SlackMessage, slackPages } from './render.ts';
import type { Reached, Roster } from './roster.ts';
import type { Slack } from './slack.ts';

type Parts = Pick<
  Slack,
  'roster' | 'register' | 'lanes' | 'reach' | 'carrierOf' | 'worded' | 'onBug'
>;

/** What a message says, as far as it shows. */
export const digest = (page: SlackMessage): string =>
  createHash('sha256').update(JSON.stringify(page)).digest('base64url');

/** Brings messages to people in Slack, as direct messages; to whom has no account there, never. */
export const slackCourier = (parts: Parts): Way => {
  const { roster, lanes, reach } = parts;
  return {
    route: 'slack',
    reaches: ({ id }) => roster.accountsOf(id).length > 0,
    isReady: ({ id }) => {
      const [first] = roster.accountsOf(id);
      return !first || !(reach.isAway(first.workspace.team) || lanes.isHeld(first.account));
    },
    send: async ({ id }, message) => {
      for (const reached of roster.accountsOf(id)) {
        const brought = await bring(parts, reached, { ...parts.worded(message), to: id });
        if (brought !== 'undeliverable') return brought;
      }
      return 'undeliverable';
    },
  };
};

type Addressed = Message & { readonly to: NonNullable<ReturnType<Roster['personOf']>> };

const bring = async (parts: Parts, reached: Reached, message: Addressed): Promise<Brought> => {
  const known = parts.register.channelOf(reached.workspace.team, reached.account);
  const brought = known ? await postAll(parts, reached, known, message) : 'channel_not_found';
  if (brought !== 'channel_not_found') return brought;
  const opened = await directChannel(parts, reached);
  if (typeof opened !== 'string') {
    const is = settleCall(parts, reached, opened);
    // Nothing was posted yet, whatever became of the opening; it is not asked again every minute.
    if (opened.is === 'unsure') parts.lanes.hold(reached.account, A_WHILE);
    return is === 'unsure' || is === 'channel_not_found' ? 'not-sent' : is;
  }
  const then = await postAll(parts, reached, opened, message);
  return then === 'channel_not_found' ? 'undeliverable' : then;
};

/** `channel_not_found`: the way to them that was remembered is none any more. */
type Posted = Brought | 'channel_not_found';

const postAll = async (
  parts: Parts,
  reached: Reached,
  channel: string,
  message: Addressed,
): Promise<Posted> => {
  const { lanes, register } = parts;
  const { team } = reached.workspace;
  for (const [page, drawn] of slackPages(message).entries()) {
    await lanes.turn(reached.account);
    const args = { channel, ...drawn, ...QUIET };
    const posted = await parts.carrierOf(reached.workspace).call('chat.postMessage', args);
    if (posted.is !== 'done') {
      const is = settleCall(parts, reached, posted);
      return page > 0 && is === 'not-sent' ? 'unsure' : is;
    }
    const place = { team, channel, ts: String(posted.result.ts) };
    const kept = { to: message.to, page, message: KeptMessage.parse(message) };
    await register.add({ is: 'posted', post: { ...place, ...kept, drawn: digest(drawn) } });
  }
  return 'sent';
};

/** Nothing of ours is a link, so nothing is looked up for a preview. */
export const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const directChannel = async (
  { register, carrierOf }: Parts,
  { account, user, workspace }: Reached,
): Promise<string | Called> => {
  const opened = await carrierOf(workspace).call('conversations.open', { users: user });
  if (opened.is !== 'done') return opened;
  const { id } = opened.result.channel as { readonly id: string };
  await register.add({ is: 'channel', team: workspace.team, account, channel: id });
  return id;
};

/** Seconds until what somebody has to mend, or what Slack did not answer, is tried again. */
const A_WHILE = 300;

/** What a call that was not done means for the message. What somebody has to mend, the carrier has told. */
const settleCall = ({ lanes, onBug }: Parts, { account }: Reached, called: Called): Posted => {
  switch (called.is) {
    case 'done':
      return 'sent';
    case 'limited':
      lanes.hold(account, called.seconds);
      return 'not-sent';
    case 'not-sent':
    case 'unsure':
      return called.is;
    case 'refused':
      if (called.error === 'channel_not_found') return 'channel_not_found';
      if (isTheirs(called.error)) return 'undeliverable';
      if (isToMend(called.error)) {
        if (!isLockedOut(called.error)) lanes.hold(account, A_WHILE);
        return 'not-sent';
      }
      onBug(new Error('Slack refused a message of ours'));
      return 'undeliverable';
  }
};
