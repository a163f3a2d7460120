import { type Following, followLog } from '../chat/follow.ts';
import { slackCases } from './cases.ts';
import { homes } from './events.ts';
import { refreshing } from './refresh.ts';
import type { Slack } from './slack.ts';

/** What follows the log in Slack. */
export interface SlackFollowing extends Following {
  readonly openHome: (account: string) => Promise<void>;
}

export const following = (slack: Slack): SlackFollowing => {
  const tabs = homes(slack);
  const work = followLog({
    behind: slack,
    register: slack.register,
    channels: slackCases(slack),
    refresh: refreshing(slack),
    elsewhere: () =>
      slack.register.all().flatMap((post) => (isElsewhere(slack, post) ? post.message.about : [])),
    before: () => knowBots(slack),
    after: tabs.refresh,
  });
  return { ...work, openHome: tabs.open };
};

/** In a channel that is the channel for cases no more: what lies there is taken down. */
const isElsewhere = (
  { roster }: Slack,
  { team, channel, to }: { readonly team: string; readonly channel: string; readonly to?: unknown },
): boolean => to === undefined && roster.workspaceOf(team)?.cases !== channel;

/** Heed's own id in each workspace: it is in the channels too, and is nobody's. */
const knowBots = async ({ settings, roster, carrierOf }: Slack): Promise<void> => {
  for (const workspace of settings.workspaces) {
    if (roster.botOf(workspace.team)) continue;
    const tested = await carrierOf(workspace).call('auth.test', {});
    if (tested.is === 'done') roster.knowBot(workspace.team, String(tested.result.user_id));
  }
};
