import { type Asked, fail, failBecause, type Method, ok } from './api-answer.ts';
import { type Reached, reach } from './api-reach.ts';
import { type Json, str } from './json.ts';
import {
  editMessage,
  findMessage,
  messagePayload,
  postMessage,
  removeMessage,
} from './messages.ts';
import { unfit } from './shape-messages.ts';

const scopes = () => ['chat:write'] as const;

/** chat.update's own limit: docs.slack.dev/changelog/2018-04-truncating-really-long-messages. */
const LONGEST_UPDATE = 4000;

/** Where this may be posted, or Slack's refusal. */
const whereTo = ({ team, args }: Asked): Reached => {
  const reached = reach(team, str(args.channel));
  if (reached.is === 'refused') return reached;
  const { conversation } = reached;
  const mayPost =
    conversation.members.has(team.bot) ||
    (conversation.kind === 'public' && team.scopes.includes('chat:write.public'));
  if (!mayPost) return { is: 'refused', error: 'not_in_channel' };
  return conversation.archived ? { is: 'refused', error: 'is_archived' } : reached;
};

const refusedContent = ({ args }: Asked): Json | undefined => {
  const refusal = unfit(args.text, args.blocks);
  return refusal && failBecause(refusal.error, refusal.messages ?? []);
};

const draftOf = ({ team, args }: Asked, channel: string) => ({
  channel,
  user: team.bot,
  text: str(args.text),
  blocks: args.blocks,
  threadTs: str(args.thread_ts) || undefined,
});

const postMessageMethod: Method = {
  scopes,
  required: ['channel'],
  answer: (asked) => {
    const reached = whereTo(asked);
    if (reached.is === 'refused') return fail(reached.error);
    const refused = refusedContent(asked);
    if (refused) return refused;
    const { world, team } = asked;
    const message = postMessage(world, team, draftOf(asked, reached.conversation.id));
    return ok({
      channel: message.channel,
      ts: message.ts,
      message: messagePayload(world, team, message),
    });
  },
};

const postEphemeral: Method = {
  scopes,
  required: ['channel', 'user'],
  answer: (asked) => {
    const { world, team, args } = asked;
    const reached = whereTo(asked);
    if (reached.is === 'refused') return fail(reached.error);
    const only = str(args.user);
    if (!reached.conversation.members.has(only)) return fail('user_not_in_channel');
    const refused = refusedContent(asked);
    if (refused) return refused;
    const draft = { ...draftOf(asked, reached.conversation.id), only };
    return ok({ message_ts: postMessage(world, team, draft).ts });
  },
};

const update: Method = {
  scopes,
  required: ['channel', 'ts'],
  answer: (asked) => {
    const { world, team, args } = asked;
    const reached = reach(team, str(args.channel));
    if (reached.is === 'refused') return fail(reached.error);
    const message = findMessage(team, reached.conversation.id, str(args.ts));
    if (!message || message.only !== undefined) return fail('message_not_found');
    if (message.user !== team.bot) return fail('cant_update_message');
    if (reached.conversation.archived) return fail('is_archived');
    if (str(args.text).length > LONGEST_UPDATE) return fail('msg_too_long');
    const refused = refusedContent(asked);
    if (refused) return refused;
    editMessage(world, team, message, { text: args.text, blocks: args.blocks });
    return ok({
      channel: message.channel,
      ts: message.ts,
      text: message.text,
      message: messagePayload(world, team, message),
    });
  },
};

const remove: Method = {
  scopes,
  required: ['channel', 'ts'],
  answer: ({ team, args }) => {
    const reached = reach(team, str(args.channel));
    if (reached.is === 'refused') return fail(reached.error);
    const message = findMessage(team, reached.conversation.id, str(args.ts));
    if (!message || message.only !== undefined) return fail('message_not_found');
    if (message.user !== team.bot) return fail('cant_delete_message');
    removeMessage(team, message);
    return ok({ channel: message.channel, ts: message.ts });
  },
};

export const CHAT = {
  'chat.postMessage': postMessageMethod,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
} as const satisfies Readonly<Record<string, Method>>;
