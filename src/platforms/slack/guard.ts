import { type Guarded, guardedBy } from '../chat/guarded.ts';
import type { Called } from './api.ts';
import { isLockedOut } from './refusals.ts';
import type { Workspace } from './settings.ts';
import type { Slack } from './slack.ts';

/** What it takes to look: the doctor has no more than this. */
export type Guarding = Pick<Slack, 'carrierOf' | 'roster' | 'arrangement'>;

type Info = Readonly<Record<string, unknown>>;

export const channelKey = ({ team }: Workspace, channel: string): string =>
  `slack/${team}/${channel}`;

/** Asks Slack, each time: somebody may have come in a moment ago. */
export const guard = async (
  slack: Guarding,
  workspace: Workspace,
  channel: string,
): Promise<Guarded> => {
  const { call } = slack.carrierOf(workspace);
  if (!slack.roster.botOf(workspace.team)) return { is: 'unknown' };
  const asked = await call('conversations.info', { channel });
  if (asked.is !== 'done') return unseen(asked);
  const why = whyNot((asked.result.channel ?? {}) as Info);
  if (why) return { is: 'closed', why };
  const users = await membersOf(slack, workspace, channel);
  if (!Array.isArray(users)) return unseen(users as Called);
  return onRoster(slack, workspace, users);
};

const unseen = (called: Called): Guarded =>
  called.is === 'refused' && !isLockedOut(called.error)
    ? { is: 'closed', why: NOT_PRIVATE }
    : { is: 'unknown' };

const NOT_PRIVATE =
  'it is no private channel that Heed is in. Make a private channel, invite Heed to it, and give its id in the settings';

const whyNot = (info: Info): string | undefined => {
  if (info.is_archived) return 'it is archived. Give another channel in the settings';
  if (info.is_private !== true || info.is_im || info.is_mpim)
    return 'it is public. Make a private channel and give its id in the settings';
  if (info.is_ext_shared || info.is_pending_ext_shared)
    return 'it is shared with another organisation by Slack Connect. Give a channel that is not';
  if (info.is_org_shared || info.is_shared)
    return 'it is shared with other workspaces. Give a channel that is not';
  return info.is_member === false ? 'Heed is not in it. Invite it: /invite @Heed' : undefined;
};

/** Everybody in the channel, page by page; or the call that was not done. */
const membersOf = async (
  slack: Guarding,
  workspace: Workspace,
  channel: string,
): Promise<readonly string[] | Called> => {
  const { call } = slack.carrierOf(workspace);
  const members: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('conversations.members', {
      channel,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    if (page.is !== 'done') return page;
    members.push(...(page.result.members as readonly string[]));
    cursor = (page.result.response_metadata as { next_cursor?: string } | undefined)?.next_cursor;
  } while (cursor);
  return members;
};

const onRoster = (
  { roster, arrangement }: Guarding,
  { team }: Workspace,
  users: readonly string[],
): Guarded =>
  guardedBy(
    arrangement,
    users
      .filter((user) => user !== roster.botOf(team))
      .map((user) => {
        const id = roster.personOf(team, user);
        const seenAs = `their profile shows the member ID ${user}`;
        return { person: id && arrangement.people.get(id), seenAs, account: `${team}/${user}` };
      }),
  );
