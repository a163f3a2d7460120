import type { Asking } from '../../app/decide.ts';
import type { KeptMessage } from '../../app/kept-message.ts';
import { type Message, plain } from '../../app/message.ts';
import { afterwards, HIDDEN } from '../../app/notice/afterwards.ts';
import { isBusiness } from '../../domain/about.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { HeedRecord } from '../../domain/change.ts';
import { seeOf } from '../../domain/duties/see.ts';
import type { PersonId } from '../../domain/incident.ts';
import { rolesOf } from '../../domain/posts.ts';
import type { Behind } from './behind.ts';
import { type Guarded, seenByAll } from './guarded.ts';

/** What redrawing takes, and the surface that it is for. */
export type Drawing = Pick<Behind, 'arrangement' | 'ledger' | 'look' | 'now'> & {
  readonly via: string;
};

/** What is asked for many cards alike is looked up once: for one round, since whatever changes begins another. */
export const lookingOnce = (behind: Drawing): Drawing => {
  const looked = new Map<string, ReturnType<Behind['look']>>();
  return {
    via: behind.via,
    get arrangement() {
      return behind.arrangement;
    },
    ledger: behind.ledger,
    now: behind.now,
    look: (request) => {
      const key = JSON.stringify([request.actor, request.asking]);
      const known = looked.get(key) ?? behind.look(request);
      looked.set(key, known);
      return known;
    },
  };
};

/** In a channel: the card of a record, or a line of its thread. */
interface Kept {
  readonly message: KeptMessage;
  readonly card?: 'card' | 'line' | undefined;
}

/** A message that lies with somebody, as it reads now. */
export const drawnFor = async (
  behind: Drawing,
  message: KeptMessage,
  to: PersonId,
): Promise<Message> => {
  const person = behind.arrangement.people.get(to);
  if (!person) return HIDDEN;
  if (message.again) return again(behind, message, message.again, person);
  const ledger = await behind.ledger();
  const { arrangement } = behind;
  return afterwards(message, person, { ledger, arrangement, now: behind.now() });
};

/** The same in a channel; nothing where it cannot be told now who is in it. */
export const drawnAmong = async (
  behind: Drawing,
  { message, card }: Kept,
  guarded: Guarded,
): Promise<Message | undefined> => {
  if (guarded.is === 'unknown') return undefined;
  const [ref] = message.about;
  const { records, purged } = await behind.ledger();
  const record = ref && records.get(ref);
  const { arrangement } = behind;
  if (guarded.is === 'closed' || !seenByAll(arrangement, guarded.members, record)) return HIDDEN;
  if (card !== 'card' || !ref || purged.has(ref)) return message;
  if (!record) return plain(`${ref} was taken back: it was logged by mistake.`);
  const drawer = drawerOf(behind, guarded.members);
  const shown = drawer && (await cardFor(behind, record, drawer));
  return shown ? { ...shown, title: ref } : message;
};

/** As whom a channel's card is drawn: the business unit, or whoever is there. */
const drawerOf = ({ arrangement }: Drawing, members: readonly Person[]): Person | undefined =>
  members.find((person) => rolesOf(arrangement, person).includes('business-unit')) ?? members[0];

const again = async (
  { look, via }: Drawing,
  message: Message,
  asking: Extract<Asking, { readonly command: string }>,
  { id }: Person,
): Promise<Message> => {
  const fresh = await look({ actor: id, via, asking });
  if (fresh.is !== 'accepted') return HIDDEN;
  const { blocks, buttons } = fresh.message;
  return { ...message, blocks, buttons };
};

const NO_CARD: ReadonlySet<HeedRecord['is']> = new Set([
  'action',
  'meeting',
  'cycle-entry',
  'amendment',
  'term',
  'annual-report',
]);

/** Whether it has a card in the channel for cases: actions, meetings, the year and the partnership's own business would bury the cases. */
export const hasCard = (record: HeedRecord): boolean =>
  !NO_CARD.has(record.is) &&
  !isBusiness(record) &&
  Object.values(seeOf(record).fields).includes(record.ref);

/** A record's card, as one of the channel sees it. */
const cardFor = async (
  { look, via }: Drawing,
  record: HeedRecord,
  { id }: Person,
): Promise<Message | undefined> => {
  const { command, fields } = seeOf(record);
  const shown = await look({ actor: id, via, asking: { command, fields } });
  return shown.is === 'accepted' ? shown.message : undefined;
};
