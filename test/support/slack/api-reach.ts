import type { Conversation, Team } from './world.ts';

export type Reached =
  | { readonly is: 'refused'; readonly error: string }
  | { readonly is: 'reached'; readonly conversation: Conversation };

/** What the bot knows by this name: an id, "#name", or a person, who is their direct messages. */
export const reach = (team: Team, named: string): Reached => {
  const person = team.people.get(named);
  const conversation = team.conversations.get(person?.dm ?? named) ?? byName(team, named);
  if (!conversation || isHidden(team, conversation))
    return { is: 'refused', error: 'channel_not_found' };
  if (person) conversation.opened = true;
  return { is: 'reached', conversation };
};

const byName = (team: Team, named: string): Conversation | undefined =>
  [...team.conversations.values()].find(
    ({ name, kind }) => kind !== 'im' && name === named.replace(/^#/, ''),
  );

/** To who is not in it, a private channel does not exist. */
const isHidden = (team: Team, { kind, members }: Conversation): boolean =>
  kind !== 'public' && !members.has(team.bot);
