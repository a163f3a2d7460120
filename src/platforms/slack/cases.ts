import { sayEntry } from '../../app/history.ts';
import { KeptMessage } from '../../app/kept-message.ts';
import { type Message, plain } from '../../app/message.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { Entry } from '../../domain/change.ts';
import { refsOf } from '../../domain/recent.ts';
import type { Ref } from '../../domain/reference.ts';
import { isResting, type Sending, sendingOnce } from '../../domain/sending.ts';
import type { Trouble } from '../../domain/trouble.ts';
import { type Guarded, seenByAll } from '../chat/guarded.ts';
import { hasCard } from '../chat/redraw.ts';
import type { Called } from './api.ts';
import { digest, QUIET } from './courier.ts';
import { channelKey, guard } from './guard.ts';
import { isToMend } from './refusals.ts';
import type { Post } from './register.ts';
import { slackMessage } from './render.ts';
import type { Workspace } from './settings.ts';
import type { Slack } from './slack.ts';

/**
 * The private channel for cases: one card a record, and a thread below it with a line for each
 * decision. It follows the log: what could not be posted now is posted later, in its order.
 */
export interface CaseChannels {
  /** Posts what is new; gives the records whose cards have to be drawn anew, since who sees them has changed. */
  readonly run: () => Promise<readonly Ref[]>;
}

export const caseChannels = (slack: Slack, hasNews: () => boolean): CaseChannels => {
  const seen = new Map<string, string>();
  const rests = new Map<string, Sending>();
  const look = async (workspace: Workspace, channel: string): Promise<readonly Ref[]> => {
    await begin(slack, channel);
    const guarded = await guard(slack, workspace, channel);
    if (guarded.is === 'unknown') return [];
    const now = JSON.stringify(guarded);
    const isNew = seen.get(channel) !== now;
    seen.set(channel, now);
    await sayWhy(slack, workspace, channel, guarded);
    const posted =
      guarded.is === 'open'
        ? await follow(slack, { workspace, channel, members: guarded.members, rests, hasNews })
        : [];
    return [...posted, ...(isNew ? refsIn(slack, channel) : [])];
  };
  return {
    run: async () => {
      const changed: Ref[] = [];
      for (const workspace of slack.settings.workspaces)
        if (workspace.cases) changed.push(...(await look(workspace, workspace.cases)));
      return changed;
    },
  };
};

const refsIn = ({ register }: Slack, channel: string): readonly Ref[] =>
  register.all().flatMap((post) => (post.channel === channel ? post.message.about : []));

/** Why no case is shown there, once; and no more when it is over. */
const sayWhy = (
  slack: Slack,
  workspace: Workspace,
  channel: string,
  guarded: Guarded,
): Promise<void> => {
  const key = channelKey(workspace, channel);
  if (guarded.is !== 'closed') return slack.report([], [key]);
  const sentence = `No case is shown in the channel for cases of the workspace ${workspace.name}: ${guarded.why}. What was shown there is taken down meanwhile.`;
  return slack.report([{ key, sentence, lasts: true }]);
};

/** What was there before the channel was chosen is not poured into it. */
const begin = async ({ register, ledger }: Slack, channel: string): Promise<void> => {
  if (register.told(channel) === undefined)
    await register.add({ is: 'told', channel, seq: (await ledger()).seq });
};

interface Channel {
  readonly workspace: Workspace;
  readonly channel: string;
  readonly members: readonly Person[];
  /** Channels in which something was posted of which nobody knows whether it arrived. */
  readonly rests: Map<string, Sending>;
  /** Something has happened meanwhile: who is there has to be looked at again. */
  readonly hasNews: () => boolean;
}

/** Gives the records whose cards were posted: they are bare, and are drawn next. */
const follow = async (slack: Slack, channel: Channel): Promise<readonly Ref[]> => {
  const { seq } = await slack.ledger();
  const from = slack.register.told(channel.channel) ?? seq;
  const rest = channel.rests.get(channel.channel);
  if (from >= seq || (rest && isResting(rest, slack.now()))) return [];
  const posted: Ref[] = [];
  for (const entry of await slack.entriesAfter(from)) {
    if (channel.hasNews() || !(await tellEntry(slack, channel, entry, posted))) break;
    await slack.register.add({ is: 'told', channel: channel.channel, seq: entry.seq });
  }
  return posted;
};

/** False where it is to be tried again. */
const tellEntry = async (
  slack: Slack,
  channel: Channel,
  entry: Entry,
  posted: Ref[],
): Promise<boolean> => {
  for (const ref of new Set(entry.changes.flatMap(refsOf))) {
    const root = await rootOf(slack, channel, ref, posted);
    if (root === 'later') return false;
    if (root && !(await post(slack, channel, lineOf(slack, ref, entry), root))) return false;
  }
  return true;
};

/** The card that a record's thread hangs on, posted where there is none; nothing for what may not be shown. */
const rootOf = async (
  slack: Slack,
  channel: Channel,
  ref: Ref,
  posted: Ref[],
): Promise<string | 'later' | undefined> => {
  const record = (await slack.ledger()).records.get(ref);
  const known = cardIn(slack, channel.channel, ref);
  if (!(known || record) || !seenByAll(slack.arrangement, channel.members, record))
    return undefined;
  if (known) return known.ts;
  if (record && !hasCard(record)) return undefined;
  const ts = await newCard(slack, channel, ref);
  if (ts) posted.push(ref);
  return ts ?? 'later';
};

const lineOf = ({ arrangement, worded }: Slack, ref: Ref, entry: Entry): Message => ({
  ...worded(plain(`${ref}: ${sayEntry(entry, arrangement)}`)),
  about: [ref],
});

const cardIn = ({ register }: Slack, channel: string, ref: Ref): Post | undefined =>
  register
    .postsAbout(ref)
    .find((one) => one.channel === channel && one.card === 'card' && one.message.title === ref);

/**
 * It is posted with the reference alone and drawn when it is known where it lies: one that nobody knows
 * of could not be taken down, so there is nothing on it.
 */
const newCard = (slack: Slack, channel: Channel, ref: Ref): Promise<string | undefined> =>
  post(slack, channel, { ...plain(ref), about: [ref] });

/** Where it lies, or nothing where it is to be tried again. */
const post = async (
  slack: Slack,
  { workspace, channel, rests }: Channel,
  message: Message,
  thread?: string,
): Promise<string | undefined> => {
  if (slack.lanes.isHeld(channel)) return undefined;
  await slack.lanes.turn(channel);
  const drawn = slackMessage(message);
  const args = { channel, ...drawn, ...QUIET, ...(thread ? { thread_ts: thread } : {}) };
  const posted = await slack.carrierOf(workspace).call('chat.postMessage', args);
  if (posted.is !== 'done') return notPosted(slack, workspace, { channel, rests }, posted);
  rests.delete(channel);
  await slack.report([], [stuckKey(workspace, channel)]);
  const ts = String(posted.result.ts);
  const card = thread ? 'line' : 'card';
  const place = { team: workspace.team, channel, ts };
  await slack.register.add({
    is: 'posted',
    post: { ...place, page: 0, card, message: KeptMessage.parse(message), drawn: digest(drawn) },
  });
  return ts;
};

const notPosted = async (
  slack: Slack,
  workspace: Workspace,
  { channel, rests }: Pick<Channel, 'channel' | 'rests'>,
  posted: Called,
): Promise<undefined> => {
  if (posted.is === 'limited') slack.lanes.hold(channel, posted.seconds);
  if (posted.is === 'unsure') {
    rests.set(channel, sendingOnce(rests.get(channel), slack.now()));
    await slack.register.add({ is: 'unsure' });
  }
  if (posted.is === 'refused' && !isToMend(posted.error))
    await slack.report([stuck(workspace, channel, posted.error)]);
};

const stuckKey = (workspace: Workspace, channel: string): string =>
  `${channelKey(workspace, channel)}/stuck`;

const stuck = (workspace: Workspace, channel: string, error: string): Trouble => ({
  key: stuckKey(workspace, channel),
  sentence: `Slack takes nothing more in the channel for cases of the workspace ${workspace.name} (${error}), so what has happened since is not shown there. Run npm run doctor: it says what to mend.`,
  lasts: true,
});
