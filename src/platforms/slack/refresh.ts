import { HIDDEN } from '../../app/notice/afterwards.ts';
import type { Guarded } from '../chat/guarded.ts';
import { marks, type Refresh } from '../chat/marks.ts';
import { digest } from './courier.ts';
import { drawPost } from './draw.ts';
import { guard } from './guard.ts';
import { isToMend } from './refusals.ts';
import type { Place, Post } from './register.ts';
import { slackMessage } from './render.ts';
import type { Workspace } from './settings.ts';
import type { Slack } from './slack.ts';

/** What lies in Slack already, drawn anew when what it speaks of changes. */
export const refreshing = (slack: Slack): Refresh =>
  marks(slack.register.postsAbout, () => {
    const guardOf = guardOnce(slack);
    return (post) => refreshPost(slack, post, guardOf);
  });

/** Each channel is asked about once a run; one that is not the channel for cases shows none. */
const guardOnce = (slack: Slack): ((post: Post) => Promise<Guarded>) => {
  const asked = new Map<string, Promise<Guarded>>();
  return ({ team, channel }) => {
    const workspace = slack.roster.workspaceOf(team);
    if (!workspace) return Promise.resolve({ is: 'unknown' });
    if (workspace.cases !== channel)
      return Promise.resolve({ is: 'closed', why: 'it is not in the settings' });
    const known = asked.get(channel) ?? guard(slack, workspace, channel);
    asked.set(channel, known);
    return known;
  };
};

/** False where it is to be tried again. */
const refreshPost = async (
  slack: Slack,
  post: Post,
  guardOf: (post: Post) => Promise<Guarded>,
): Promise<boolean> => {
  const workspace = slack.roster.workspaceOf(post.team);
  if (!workspace) return true;
  const page = await drawPost(slack, post, guardOf);
  if (!page) return false;
  const drawn = digest(page);
  if (drawn === post.drawn) return true;
  if (slack.lanes.isHeld(post.channel)) return false;
  await slack.lanes.turn(post.channel);
  const { team, channel, ts } = post;
  const place = { team, channel, ts };
  const { call } = slack.carrierOf(workspace);
  const updated = await call('chat.update', { channel, ts, ...page });
  switch (updated.is) {
    case 'done':
      await slack.register.add({ is: 'drawn', place, drawn });
      return true;
    case 'limited':
      slack.lanes.hold(channel, updated.seconds);
      return false;
    case 'refused':
      return isToMend(updated.error)
        ? false
        : refused(slack, workspace, { place, drawn, error: updated.error });
    default:
      return false;
  }
};

const GONE = new Set(['message_not_found', 'channel_not_found']);
const TAKEN_DOWN = digest(slackMessage(HIDDEN));

interface Refused {
  readonly place: Place;
  readonly drawn: string;
  readonly error: string;
}

/** It is gone, or may not be changed any more. What must not be seen is deleted; the rest stays as it is. */
const refused = async (
  slack: Slack,
  workspace: Workspace,
  { place, drawn, error }: Refused,
): Promise<boolean> => {
  const isLeft = !GONE.has(error);
  if (isLeft && drawn !== TAKEN_DOWN) {
    await slack.register.add({ is: 'drawn', place, drawn });
    return true;
  }
  if (isLeft && !(await isDeleted(slack, workspace, place))) return false;
  await slack.register.add({ is: 'gone', place });
  return true;
};

/** False where it is to be tried again. What Slack will not delete, somebody else has to. */
const isDeleted = async (
  { carrierOf, lanes, report }: Slack,
  workspace: Workspace,
  { team, channel, ts }: Place,
): Promise<boolean> => {
  const deleted = await carrierOf(workspace).call('chat.delete', { channel, ts });
  if (deleted.is === 'limited') lanes.hold(channel, deleted.seconds);
  if (deleted.is !== 'refused') return deleted.is === 'done';
  if (GONE.has(deleted.error)) return true;
  const sentence = `A message about a case in the workspace ${workspace.name} may be seen by somebody who may not see it any more, and Slack does not let Heed take it down. Take it down by hand: it is in the channel ${channel}.`;
  await report([{ key: `slack/${team}/${channel}/${ts}`, sentence, lasts: false }]);
  return true;
};
