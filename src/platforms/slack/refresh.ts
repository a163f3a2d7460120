import type { Ref } from '../../domain/reference.ts';
import { digest } from './courier.ts';
import { drawPost } from './draw.ts';
import { type Guarded, guard } from './guard.ts';
import type { Post } from './register.ts';
import type { Slack } from './slack.ts';

/** What lies in Slack already, drawn anew when what it speaks of changes. */
export interface Refresh {
  /** These records have changed. */
  readonly mark: (refs: Iterable<Ref>) => void;
  /** Draws what is marked, and says whether that is all; what Slack does not take now stays marked. */
  readonly run: () => Promise<boolean>;
}

export const refreshing = (slack: Slack): Refresh => {
  const marked = new Set<Ref>();
  return {
    mark: (refs) => {
      for (const ref of refs) marked.add(ref);
    },
    run: async () => {
      const guardOf = guardOnce(slack);
      for (const ref of [...marked]) {
        marked.delete(ref);
        for (const post of slack.register.postsAbout(ref))
          if (!(await refreshPost(slack, post, guardOf))) marked.add(ref);
      }
      return marked.size === 0;
    },
  };
};

/** Each channel is asked about once a run. */
const guardOnce = (slack: Slack): ((post: Post) => Promise<Guarded>) => {
  const asked = new Map<string, Promise<Guarded>>();
  return ({ team, channel }) => {
    const workspace = slack.roster.workspaceOf(team);
    if (!workspace) return Promise.resolve({ is: 'unknown' });
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
  const updated = await slack.carrierOf(workspace).call('chat.update', { channel, ts, ...page });
  const place = { team, channel, ts };
  switch (updated.is) {
    case 'done':
      await slack.register.add({ is: 'drawn', place, drawn });
      return true;
    case 'refused':
      // It is not there any more, or cannot be changed: nothing is gained by trying again.
      await slack.register.add({ is: 'gone', place });
      return true;
    case 'limited':
      slack.lanes.hold(channel, updated.seconds);
      return false;
    default:
      return false;
  }
};
