import { createHash } from 'node:crypto';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import type { PersonId } from '../../domain/incident.ts';
import { rootOf } from './activity.ts';
import type { Called, NotDone } from './called.ts';
import type { Drawn } from './render.ts';
import type { Teams } from './teams.ts';
import type { Conversation } from './wire.ts';

/** What a card says, as far as it shows. */
export const digest = (drawn: Drawn): string =>
  createHash('sha256').update(JSON.stringify(drawn)).digest('base64url');

/** A card as an activity: the summary is all that a lock screen shows. */
export const activityOf = ({ summary, card }: Drawn): object => ({
  type: 'message',
  summary,
  attachments: [{ contentType: CARD, content: card }],
});

export const CARD = 'application/vnd.microsoft.card.adaptive';

type Posting = Pick<Teams, 'lanes' | 'carrier' | 'register' | 'pages'>;

/** One card, in its turn; what Teams says about waiting is kept. */
export const sendOne = async (
  { lanes, carrier }: Pick<Teams, 'lanes' | 'carrier'>,
  to: Conversation,
  drawn: Drawn,
): Promise<Called<string>> => {
  const lane = rootOf(to.conversation);
  await lanes.turn(lane);
  const sent = await carrier.send(to, activityOf(drawn));
  if (sent.is === 'limited') lanes.hold(lane, sent.seconds);
  return sent;
};

/** Every page of a message in somebody's own chat; each is known of, so that it can be drawn anew. */
export const postAll = async (
  teams: Posting,
  way: Conversation,
  message: Message,
  to: PersonId,
  from = 0,
): Promise<NotDone | undefined> => {
  for (const [page, drawn] of teams.pages(message).entries()) {
    if (page < from) continue;
    const sent = await sendOne(teams, way, drawn);
    if (sent.is !== 'done') return page > 0 && sent.is !== 'refused' ? { is: 'unsure' } : sent;
    const place = { conversation: way.conversation, id: sent.result };
    const kept = { to, page, message: KeptMessage.parse(message), drawn: digest(drawn) };
    await teams.register.add({ is: 'posted', post: { ...place, ...kept } });
  }
  return undefined;
};
