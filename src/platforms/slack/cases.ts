import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import type { CaseChannel, Posted } from '../chat/case-channel.ts';
import { caseChannelName } from '../chat/case-channel-name.ts';
import type { Called } from './api.ts';
import { digest, QUIET } from './courier.ts';
import { channelKey, guard } from './guard.ts';
import { isToMend } from './refusals.ts';
import { slackMessage } from './render.ts';
import type { Workspace } from './settings.ts';
import type { Slack } from './slack.ts';

/** The channels for cases, a workspace's each. */
export const slackCases = (slack: Slack): readonly CaseChannel[] =>
  slack.settings.workspaces.flatMap((workspace) =>
    workspace.cases ? [casesIn(slack, workspace, workspace.cases)] : [],
  );

const casesIn = (slack: Slack, workspace: Workspace, channel: string): CaseChannel => ({
  key: channelKey(workspace, channel),
  channel,
  called: `${caseChannelName(slack.arrangement)} of the workspace ${workspace.name}`,
  product: 'Slack',
  guard: () => guard(slack, workspace, channel),
  cardOf: (ref) =>
    slack.register
      .postsAbout(ref)
      .find((one) => one.channel === channel && one.card === 'card' && one.message.title === ref)
      ?.ts,
  refsThere: () =>
    slack.register.all().flatMap((one) => (one.channel === channel ? one.message.about : [])),
  post: (message, card) => post(slack, workspace, channel, slack.worded(message), card),
});

const post = async (
  slack: Slack,
  workspace: Workspace,
  channel: string,
  message: Message,
  thread: string | undefined,
): Promise<Posted> => {
  if (slack.lanes.isHeld(channel)) return { is: 'later' };
  await slack.lanes.turn(channel);
  const drawn = slackMessage(message);
  const args = { channel, ...drawn, ...QUIET, ...(thread ? { thread_ts: thread } : {}) };
  const posted = await slack.carrierOf(workspace).call('chat.postMessage', args);
  if (posted.is !== 'done') return notPosted(slack, channel, posted);
  const ts = String(posted.result.ts);
  const place = { team: workspace.team, channel, ts };
  const kept = { page: 0, message: KeptMessage.parse(message), drawn: digest(drawn) };
  await slack.register.add({
    is: 'posted',
    post: { ...place, ...kept, card: thread ? 'line' : 'card' },
  });
  return { is: 'posted', id: ts };
};

const notPosted = ({ lanes }: Slack, channel: string, posted: Called): Posted => {
  if (posted.is === 'limited') lanes.hold(channel, posted.seconds);
  if (posted.is === 'unsure') return { is: 'unsure' };
  return posted.is === 'refused' && !isToMend(posted.error)
    ? { is: 'stuck', error: posted.error }
    : { is: 'later' };
};
