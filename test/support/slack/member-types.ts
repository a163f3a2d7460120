import { deliver } from './deliver.ts';
import { escaped } from './escape.ts';
import { sendEvent, tellEvent } from './events.ts';
import { isJson, type Json } from './json.ts';
import { type Command, prefixed } from './manifest.ts';
import { messagePayload, postMessage } from './messages.ts';
import { outcomeOf, refused } from './outcomes.ts';
import { commandPayload, type Doing } from './payloads.ts';
import { answering } from './response-urls.ts';
import { unfit } from './shape-messages.ts';
import type { Outcome, TypeOptions } from './types.ts';
import { type Conversation, conversationOf } from './world.ts';

/** Something is written and sent: a command where it begins with a slash. */
export const types = async (doing: Doing, text: string, options: TypeOptions): Promise<Outcome> => {
  const { world, team, person } = doing;
  const where = options.channel ?? (world.installed.readOnly ? person.notes : person.dm);
  const conversation = conversationOf(team, where);
  if (!conversation.members.has(person.id)) throw new Error(`${person.id} is not in ${where}.`);
  if (conversation.archived || (world.installed.readOnly && where === person.dm))
    return refused('read_only');
  return text.startsWith('/')
    ? typesCommand(doing, conversation, text, options.thread !== undefined)
    : says(doing, conversation, text, options.thread);
};

const typesCommand = async (
  doing: Doing,
  conversation: Conversation,
  typed: string,
  inThread: boolean,
): Promise<Outcome> => {
  const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
  const command = commandOf(doing, word);
  if (!command) return refused('not_a_valid_command', [`${word} is not a valid command.`]);
  if (inThread)
    return refused('not_supported_in_threads', [`${word} is not supported in threads. Sorry!`]);
  const text = command.escapes ? escaped(doing.team, rest.trim()) : rest.trim();
  const payload = commandPayload(doing, conversation.id, command.command, text);
  const outcome = outcomeOf(await deliver(doing.world, { kind: 'slash_commands', payload }));
  return outcome.acked ? showsAnswer(doing, conversation, outcome) : outcome;
};

/** Only who is at home where the app is installed has its commands: github.com/slackapi/bolt-python/issues/767. */
const commandOf = ({ world, team, person }: Doing, word: string): Command | undefined =>
  person.home === team.id && team.installed
    ? world.installed.commands.find(
        ({ command }) => command === word || command === prefixed(word, world.prefix),
      )
    : undefined;

/** What the app said in its acknowledgement. */
const showsAnswer = (doing: Doing, { id }: Conversation, outcome: Outcome): Outcome => {
  const said = saidIn(outcome.body);
  if (said === undefined) return outcome;
  const { world, team, person } = doing;
  const wrong = unfit(said.text, said.blocks);
  if (wrong)
    return {
      ...outcome,
      error: 'invalid_command_response',
      labels: [wrong.error, ...(wrong.messages ?? [])],
    };
  postMessage(world, team, answering(team, id, person.id, said));
  return outcome;
};

const saidIn = (body: unknown): Json | undefined => {
  if (typeof body === 'string') return { text: body };
  return isJson(body) ? body : undefined;
};

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im' } as const;
const MESSAGE_EVENTS = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
} as const;

const says = async (
  { world, team, person }: Doing,
  conversation: Conversation,
  text: string,
  threadTs: string | undefined,
): Promise<Outcome> => {
  const draft = { channel: conversation.id, user: person.id, text: escaped(team, text), threadTs };
  const message = postMessage(world, team, draft);
  const told = {
    ...messagePayload(world, team, message),
    channel: conversation.id,
    channel_type: CHANNEL_TYPES[conversation.kind],
  };
  const isHeard =
    conversation.members.has(team.bot) &&
    world.installed.events.includes(MESSAGE_EVENTS[conversation.kind]);
  if (isHeard) await sendEvent(world, team, told);
  if (message.text.includes(`<@${team.bot}`))
    await tellEvent(world, team, { ...told, type: 'app_mention' });
  return { acked: true, status: 0, body: undefined };
};
