import type { Message } from '../../app/message.ts';
import type { Asker } from './request.ts';
import type { Slack } from './slack.ts';

/** By direct message, where the place that somebody asked from takes no answer any more. */
export const tellAsker = async (
  slack: Slack,
  { home, user }: Asker,
  message: Message,
): Promise<void> => {
  const id = slack.roster.personOf(home, user);
  const person = id && slack.arrangement.people.get(id);
  // A direct message is kept, and a secret address is not to be.
  const told = person && !message.isPrivate && (await slack.tell(person, message));
  if (told !== 'sent') slack.onBug(new Error('slack did not take an answer'));
};
