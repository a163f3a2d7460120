import type { Asking } from '../../app/decide.ts';
import { type Message, MOST_BUTTONS, plain } from '../../app/message.ts';
import { afterwards, HIDDEN } from '../../app/notice/afterwards.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { HeedRecord } from '../../domain/change.ts';
import { seeOf } from '../../domain/duties/see.ts';
import { canSee, rolesOf } from '../../domain/posts.ts';
import type { Guarded } from './guard.ts';
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
    const message = await forPerson(slack, post, post.to);
    return slackPages(slack.worded(message))[post.page] ?? slackMessage(NO_MORE);
  }
  const message = await forChannel(slack, post, await guardOf(post));
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

const forPerson = async (
  slack: Slack,
  { message }: Post,
  to: NonNullable<Post['to']>,
): Promise<Message> => {
  const person = slack.arrangement.people.get(to);
  if (!person) return HIDDEN;
  if (message.again) return again(slack, message, message.again, person);
  const { arrangement } = slack;
  return afterwards(message, person, {
    ledger: await slack.ledger(),
    arrangement,
    now: slack.now(),
  });
};

/** Nothing where it cannot be told now who is in the channel. */
const forChannel = async (
  slack: Slack,
  { message, card }: Post,
  guarded: Guarded,
): Promise<Message | undefined> => {
  if (guarded.is === 'unknown') return undefined;
  const [ref] = message.about;
  const record = ref && (await slack.ledger()).records.get(ref);
  if (guarded.is === 'closed' || !seenByAll(slack, guarded.members, record)) return HIDDEN;
  if (card !== 'card' || !ref) return message;
  if (!record) return plain(`${ref} was taken back: it was logged by mistake.`);
  const drawer = drawerOf(slack, guarded.members);
  const shown = drawer && (await cardFor(slack, record, drawer));
  return shown ? { ...shown, title: ref } : message;
};

/** Whether everybody in a channel may see a record; one that is gone shows nothing. */
export const seenByAll = (
  { arrangement }: Slack,
  members: readonly Person[],
  record: HeedRecord | undefined,
): boolean =>
  record === undefined || members.every((person) => canSee(arrangement, person, record));

/** As whom a channel's card is drawn: the business unit, or whoever is there. */
const drawerOf = ({ arrangement }: Slack, members: readonly Person[]): Person | undefined =>
  members.find((person) => rolesOf(arrangement, person).includes('business-unit')) ?? members[0];

const again = async (
  { look }: Slack,
  message: Message,
  asking: Extract<Asking, { readonly command: string }>,
  { id }: Person,
): Promise<Message> => {
  const fresh = await look({ actor: id, via: 'slack', asking });
  if (fresh.is !== 'accepted') return HIDDEN;
  const { blocks, buttons } = fresh.message;
  return { ...message, blocks, buttons };
};

/** Whether it has a card in the channel for cases: an action has not, or its hundreds would bury the cases. */
export const hasCard = (record: HeedRecord): boolean =>
  record.is !== 'action' && Object.values(seeOf(record).fields).includes(record.ref);

/** A record's card, as one of the channel sees it. */
const cardFor = async (
  { look }: Slack,
  record: HeedRecord,
  { id }: Person,
): Promise<Message | undefined> => {
  const { command, fields } = seeOf(record);
  const shown = await look({ actor: id, via: 'slack', asking: { command, fields } });
  return shown.is === 'accepted' ? shown.message : undefined;
};
