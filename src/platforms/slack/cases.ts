import { sayEntry } from '../../app/history.ts';
import { KeptMessage } from '../../app/kept-message.ts';
import { type Message, plain } from '../../app/message.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { Entry } from '../../domain/change.ts';
import { refsOf } from '../../domain/recent.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Called } from './api.ts';
import { digest } from './courier.ts';
import { cardFor, drawerOf, seenByAll } from './draw.ts';
import { channelKey, type Guarded, guard } from './guard.ts';
import type { Post } from './register.ts';
import { slackPages } from './render.ts';
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

export const caseChannels = (slack: Slack): CaseChannels => {
  const seen = new Map<string, string>();
  const look = async (workspace: Workspace, channel: string): Promise<readonly Ref[]> => {
    await begin(slack, channel);
    const guarded = await guard(slack, workspace, channel);
    if (guarded.is === 'unknown') return [];
    const now = JSON.stringify(guarded);
    const isNew = seen.get(channel) !== now;
    seen.set(channel, now);
    await sayWhy(slack, workspace, channel, guarded);
    if (guarded.is === 'open')
      await follow(slack, { workspace, channel, members: guarded.members });
    return isNew ? refsIn(slack, channel) : [];
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

const follow = async (slack: Slack, channel: Channel): Promise<void> => {
  const { seq } = await slack.ledger();
  const from = slack.register.told(channel.channel) ?? seq;
  if (from >= seq) return;
  for (const entry of await slack.entriesAfter(from)) {
    if (!(await tellEntry(slack, channel, entry))) return;
    await slack.register.add({ is: 'told', channel: channel.channel, seq: entry.seq });
  }
};

interface Channel {
  readonly workspace: Workspace;
  readonly channel: string;
  readonly members: readonly Person[];
}

/** False where it is to be tried again. */
const tellEntry = async (slack: Slack, channel: Channel, entry: Entry): Promise<boolean> => {
  const { records } = await slack.ledger();
  for (const ref of new Set(entry.changes.flatMap(refsOf))) {
    const record = records.get(ref);
    if (!record || !seenByAll(slack, channel.members, record)) continue;
    const root = await rootOf(slack, channel, ref);
    if (root === 'later') return false;
    if (root && !(await post(slack, channel, lineOf(slack, ref, entry), root))) return false;
  }
  return true;
};

const lineOf = ({ arrangement }: Slack, ref: Ref, entry: Entry): Message => ({
  ...plain(`${ref}: ${sayEntry(entry, arrangement)}`),
  about: [ref],
});

/** The card that a record's thread hangs on; posted where there is none yet. */
const rootOf = async (
  slack: Slack,
  channel: Channel,
  ref: Ref,
): Promise<string | 'later' | undefined> => {
  const isRoot = (post: Post): boolean =>
    post.channel === channel.channel && post.card === 'card' && post.page === 0;
  const known = slack.register.postsAbout(ref).find(isRoot);
  if (known) return known.ts;
  const drawer = drawerOf(slack, channel.members);
  const card = drawer && (await cardFor(slack, ref, drawer));
  if (!card) return undefined;
  const ts = await post(slack, channel, { ...card, title: ref });
  return ts ?? 'later';
};

/** Posts every page; gives the first one's `ts`, or nothing where it is to be tried again. */
const post = async (
  slack: Slack,
  { workspace, channel }: Channel,
  message: Message,
  thread?: string,
): Promise<string | undefined> => {
  let root = thread;
  let first: string | undefined;
  for (const [page, drawn] of slackPages(message).entries()) {
    if (slack.lanes.isHeld(channel)) return undefined;
    await slack.lanes.turn(channel);
    const args = { channel, ...drawn, ...(root ? { thread_ts: root } : {}), ...QUIET };
    const posted = await slack.carrierOf(workspace).call('chat.postMessage', args);
    if (posted.is !== 'done') return notPosted(slack, channel, posted);
    const ts = String(posted.result.ts);
    first ??= ts;
    root ??= ts;
    const card = thread ? 'line' : 'card';
    const place = { team: workspace.team, channel, ts };
    await slack.register.add({
      is: 'posted',
      post: { ...place, page, card, message: KeptMessage.parse(message), drawn: digest(drawn) },
    });
  }
  return first;
};

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const notPosted = async (
  { lanes, register }: Slack,
  channel: string,
  posted: Called,
): Promise<undefined> => {
  if (posted.is === 'limited') lanes.hold(channel, posted.seconds);
  if (posted.is === 'unsure') await register.add({ is: 'unsure' });
};
