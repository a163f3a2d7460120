import { type Message, MOST_BUTTONS, plain } from '../../app/message.ts';
import type { Guarded } from '../chat/guarded.ts';
import { drawnAmong, drawnFor } from '../chat/redraw.ts';
import type { Post } from './register.ts';
import { type SlackMessage, slackMessage, slackPages, withButtons } from './render.ts';
import type { Slack } from './slack.ts';

/** A post as it reads now, for whoever sees it; nothing where that cannot be told now. */
export const drawPost = async (
  slack: Slack,
  post: Post,
  guardOf: (post: Post) => Promise<Guarded>,
): Promise<SlackMessage | undefined> => {
  if (post.to) {
    const message = await drawnFor(slack, post.message, post.to);
    return slackPages(slack.worded(message))[post.page] ?? slackMessage(NO_MORE);
  }
  const message = await drawnAmong(slack, post, await guardOf(post));
  return message && onePage(slack.worded(message));
};

const NO_MORE = plain('There is nothing on this page any more.');

/** A card in a channel is one message: what has no room on it is one button away. */
const onePage = (message: Message): SlackMessage => {
  const [first, ...more] = slackPages({ ...message, buttons: [] });
  if (more.length === 0 || !first) return slackMessage(message);
  const see = message.again ? [{ label: 'See all of it', ...message.again }] : [];
  return withButtons(first, [...message.buttons.slice(0, MOST_BUTTONS - 1), ...see]);
};
