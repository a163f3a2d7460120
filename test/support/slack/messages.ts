import { type Json, str } from './json.ts';
import { buttonsOf, keptBlocks, wordsOf } from './keep.ts';
import { mentionsIn } from './mentions.ts';
import type { Shown, Sight } from './types.ts';
import { carriedValues, initialValues } from './values.ts';
import { type Message, nextTs, type Person, type Team, type World } from './world.ts';

export interface Draft {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: unknown;
  readonly threadTs?: string | undefined;
  /** Ephemeral, to this person. */
  readonly only?: string | undefined;
}

export const postMessage = (world: World, team: Team, draft: Draft): Message => {
  const blocks = keptBlocks(world, draft.blocks);
  const message: Message = {
    ts: nextTs(world),
    channel: draft.channel,
    threadTs: draft.threadTs,
    user: draft.user,
    only: draft.only,
    text: draft.text,
    blocks,
    values: initialValues(blocks),
    edited: false,
  };
  team.messages = [...team.messages, message];
  comesIntoSight(world, team, message);
  return message;
};

export interface Edit {
  readonly text: unknown;
  readonly blocks: unknown;
}

/** Without blocks, a new text replaces the old blocks: docs.slack.dev/reference/methods/chat.update. */
export const editMessage = (world: World, team: Team, message: Message, edit: Edit): void => {
  if (edit.text !== undefined) message.text = str(edit.text);
  if (edit.blocks !== undefined || edit.text !== undefined)
    message.blocks = keptBlocks(world, edit.blocks);
  message.values = carriedValues(message.blocks, message.values);
  message.edited = true;
  comesIntoSight(world, team, message);
};

export const removeMessage = (team: Team, message: Message): void => {
  team.messages = team.messages.filter((one) => one !== message);
};

export const findMessage = (team: Team, channel: string, ts: string): Message | undefined =>
  team.messages.find((one) => one.channel === channel && one.ts === ts);

const comesIntoSight = (world: World, team: Team, message: Message): void => {
  const shown = shownOf(message);
  const sight: Sight = { is: 'message', words: wordsOf(message.blocks) || message.text, shown };
  if (message.user === team.bot)
    world.mentions.push(...mentionsIn(message.channel, message.text, message.blocks));
  for (const person of team.people.values())
    if (person.id !== message.user && isSeenBy(team, person, message)) person.sights.push(sight);
};

const isSeenBy = (team: Team, person: Person, { channel, only }: Message): boolean =>
  only === undefined
    ? (team.conversations.get(channel)?.members.has(person.id) ?? false)
    : only === person.id;

export const seenBy = (team: Team, person: Person, channel?: string): readonly Message[] =>
  team.messages.filter(
    (message) =>
      (channel === undefined || message.channel === channel) && isSeenBy(team, person, message),
  );

export const shownOf = (message: Message): Shown => ({
  ts: message.ts,
  channel: message.channel,
  threadTs: message.threadTs,
  text: message.text,
  blocks: message.blocks,
  ephemeral: message.only !== undefined,
  edited: message.edited,
  user: message.user,
  buttons: buttonsOf(message.blocks),
});

/** The message as payloads and answers have it. */
export const messagePayload = (world: World, team: Team, message: Message): Json => ({
  type: 'message',
  user: message.user,
  ts: message.ts,
  ...(message.user === team.bot
    ? {
        bot_id: team.botId,
        app_id: world.appId,
        bot_profile: { id: team.botId, app_id: world.appId, name: 'bot', team_id: team.id },
      }
    : {}),
  text: message.text,
  team: team.id,
  ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
});
