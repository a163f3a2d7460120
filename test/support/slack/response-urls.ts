import { type Json, str } from './json.ts';
import { type Draft, editMessage, findMessage, postMessage, removeMessage } from './messages.ts';
import { jsonReply, type Reply } from './reply.ts';
import { unfit } from './shape-messages.ts';
import { spent } from './triggers.ts';
import type { Message, ResponseUrl, Team, World } from './world.ts';

const refused = (status: number, error: string): Reply =>
  jsonReply({ ok: false, error }, {}, status);

const done: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: 'ok',
  answered: 'ok',
};

/** What a post to a response_url does: docs.slack.dev/interactivity/handling-user-interaction. */
export const respond = (world: World, team: Team, url: ResponseUrl, said: Json): Reply => {
  const exhausted = spent(world, url);
  if (exhausted) return refused(404, exhausted);
  const source = url.source ? findMessage(team, url.channel, url.source) : undefined;
  const unfitness = said.delete_original === true ? undefined : unfit(said.text, said.blocks);
  if (unfitness) return refused(400, unfitness.error);
  url.uses += 1;
  said.delete_original === true ? remove(team, source) : say(world, team, url, said, source);
  return done;
};

const remove = (team: Team, source: Message | undefined): void => {
  if (source) removeMessage(team, source);
};

const say = (
  world: World,
  team: Team,
  url: ResponseUrl,
  said: Json,
  source: Message | undefined,
): void => {
  if (said.replace_original === true && source)
    editMessage(world, team, source, { text: str(said.text), blocks: said.blocks });
  else postMessage(world, team, answering(team, url.channel, url.user, said));
};

/** Ephemeral, unless it is said to be for the channel. */
export const answering = (team: Team, channel: string, user: string, said: Json): Draft => ({
  channel,
  user: team.bot,
  text: str(said.text),
  blocks: said.blocks,
  threadTs: str(said.thread_ts) || undefined,
  only: said.response_type === 'in_channel' ? undefined : user,
});
