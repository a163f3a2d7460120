import { apply } from '../domain/apply.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Change, Entry } from '../domain/change.ts';
import { type Instant, londonDay } from '../domain/day.ts';
import { inForce } from '../domain/in-force.ts';
import type { PersonId } from '../domain/incident.ts';
import type { Ledger, Seen } from '../domain/ledger.ts';
import { movedDuties, moveNotices } from '../domain/moved.ts';
import { newsNotices } from '../domain/news.ts';
import { sayAway } from './away.ts';
import {
  type Catalogue,
  type FreshLink,
  type OpenForm,
  offeredOn,
  type Situation,
} from './command.ts';
import { type Asking, type Decided, decide, type Scene } from './decide.ts';
import { type Message, plain } from './message.ts';
import { type Store, StoreAway, UnsafeStore } from './ports.ts';
import { visibleRecord } from './visible.ts';

/** The parts that every way into Heed shares. */
export interface House {
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly catalogue: Catalogue;
  readonly now: () => Instant;
  /** A secret address of a calendar, another each time, where calendars are served. */
  readonly freshLink?: (() => FreshLink) | undefined;
  /** Told of a bug: its code and where it happened, never what anybody typed. */
  readonly onBug: (bug: unknown) => string;
}

export interface Request {
  /** Already verified by the surface; unknown to the roster means a stranger. */
  readonly actor: string;
  /** The surface: "rehearsal", "slack". */
  readonly via: string;
  readonly asking: Asking;
  /** The surface's own name for this request: what comes under it again is not done again. */
  readonly once?: string;
  /** The link it came by, as its SHA-256: it is used up by whatever it brings about, in the same entry. */
  readonly link?: string;
}

export interface Answer {
  readonly is: 'accepted' | 'refused';
  /** The command's name; empty where none was understood. */
  readonly asked: string;
  readonly message: Message;
  readonly form?: OpenForm;
  /** Whether anything was written down for it. */
  readonly changed?: boolean;
}

export const STRANGER =
  "You are not on this partnership's roster, so I cannot help you here. Ask its business unit to add you.";
const BUSY = 'Too many people are writing at this moment, so nothing was saved. Send it again.';
const USED_UP =
  'This link has been used already, so nothing was saved. Open it once more and ask for a new one.';
const LOOKS_ONLY = 'That is not done by asking for it here. Send it as a message to Heed.';
const MOST_TRIES = 100;

/** One request: decided on the ledger as it stands, durable before it is answered. */
export const dispatch = (house: House, request: Request): Promise<Answer> =>
  guarded(house, () => answer(house, request));

/** The same for what only shows something: whatever would change anything is declined. */
export const look = (house: House, request: Request): Promise<Answer> =>
  guarded(house, () => glance(house, request));

/** What a person is shown who has asked for nothing yet: a form to fill in, or their desk. */
export const shown = async <T>(
  house: House,
  { actor, via }: Pick<Request, 'actor' | 'via'>,
  draw: (scene: Scene) => T,
): Promise<T | undefined> => {
  const ledger = await house.store.read();
  const scene = sceneOf(house, ledger, actor, via);
  if (!scene) return undefined;
  await house.store.durable(ledger.seq);
  return draw(scene);
};

/** What a request is decided on, by the roster as it is now; nothing for a stranger. */
const sceneOf = (house: House, ledger: Ledger, actor: string, via: string): Scene | undefined => {
  const now = house.now();
  const arrangement = inForce(ledger, house.arrangement, londonDay(now));
  const person = arrangement.people.get(actor as PersonId);
  const catalogue = offeredOn(via, house.catalogue);
  return person && { catalogue, arrangement, ledger, actor: person, now };
};

const guarded = async (house: House, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (bug) {
    if (bug instanceof UnsafeStore) throw bug;
    if (bug instanceof StoreAway) return refused(sayAway(bug));
    return refused(
      `Something went wrong inside Heed and nothing was saved. Tell the business unit this code: ${house.onBug(bug)}.`,
    );
  }
};

const glance = async (house: House, { actor, via, asking }: Request): Promise<Answer> => {
  const ledger = await house.store.read();
  const scene = sceneOf(house, ledger, actor, via);
  if (!scene) return refused(STRANGER);
  const { asked, decision } = decide(asking, { ...scene, isLook: true });
  const { changes, ...answered } = decision;
  if (changes.length > 0) return refused(LOOKS_ONLY);
  await house.store.durable(ledger.seq);
  return { ...answered, asked };
};

const answer = async (house: House, request: Request): Promise<Answer> => {
  const { actor, via, asking, once, link } = request;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const ledger = await house.store.read();
    const scene = sceneOf(house, ledger, actor, via);
    if (!scene) return refused(STRANGER);
    const before = await answeredBefore(house, scene, request);
    if (before) return before;
    const decided = decide(asking, { ...scene, link: linkFor(house) });
    const signed = { at: scene.now, by: scene.actor.id, via };
    if (await write(house, ledger, decided, { ...signed, once, link })) {
      const { changes, ...answered } = decided.decision;
      return { ...answered, asked: decided.asked, changed: changes.length > 0 };
    }
  }
  return refused(BUSY);
};

/** Made when it is asked for, and the same from then on: few commands need one. */
const linkFor = ({ freshLink }: House): Situation['link'] => {
  let made: FreshLink | undefined;
  return (
    freshLink &&
    (() => {
      made ??= freshLink();
      return made;
    })
  );
};

/** What came under the same name is not done again for two hours; what came by the same link, never. */
const answeredBefore = async (
  house: House,
  scene: Scene,
  { once = '', link = '' }: Pick<Request, 'once' | 'link'>,
): Promise<Answer | undefined> => {
  const known = scene.ledger.seen.get(once);
  if (known) return done(house, scene, known);
  return scene.ledger.links.used.has(link) ? refused(USED_UP) : undefined;
};

interface Written extends Pick<Entry, 'at' | 'by' | 'via'> {
  readonly once: string | undefined;
  readonly link: string | undefined;
}

const usedUp = (hash: string): Change => ({ type: 'link-used', hash });

/** False when somebody else wrote in between: decide again. */
const write = async (
  { store, arrangement }: House,
  ledger: Ledger,
  { asked, decision: { is, changes: decided } }: Decided,
  { once, link, ...signed }: Written,
): Promise<boolean> => {
  if (decided.length === 0) {
    await store.durable(ledger.seq);
    return true;
  }
  const changes = is === 'accepted' && link ? [...decided, usedUp(link)] : decided;
  // A form that was declined is sent again, put right, under the same name.
  const named = once === undefined || is === 'refused' ? signed : { ...signed, once };
  const entry = { ...named, seq: ledger.seq + 1, asked, changes, queued: [] };
  const after = apply(ledger, entry);
  const moves = movedDuties(ledger, after, arrangement, entry);
  const queued = [
    ...moveNotices(ledger, after, arrangement, entry, moves),
    ...newsNotices(ledger, after, arrangement, entry),
  ];
  return (await store.append({ ...entry, queued })) === 'appended';
};

/** Said once it is safe, as the first answer was. */
const done = async ({ store }: House, scene: Scene, { asked, refs }: Seen): Promise<Answer> => {
  await store.durable(scene.ledger.seq);
  const seen = refs.filter((ref) => visibleRecord(scene, ref));
  const what = [asked, ...seen].join(', ');
  return {
    is: 'accepted',
    asked,
    message: plain(`This came twice and was done once: ${what}`),
    changed: false,
  };
};

const refused = (sentence: string): Answer => ({
  is: 'refused',
  asked: '',
  message: plain(sentence),
});
