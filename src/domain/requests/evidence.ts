import type { Change } from '../change.ts';
import type { Day, Instant } from '../day.ts';
import type { PersonId } from '../incident.ts';
import type { Item, PostId, Settlement } from '../item.ts';
import type { Ref } from '../reference.ts';
import type { Route } from '../route.ts';
import type { Sealed } from '../sealed.ts';
import type { Answer } from './request.ts';

/** What the log has of a request, a line an event. Nothing in it is inferred: each line is an entry's own. */
export type Event =
  | { readonly is: 'asked'; readonly agencies: readonly string[]; readonly due: Day }
  | { readonly is: 'seen'; readonly agency: string }
  | { readonly is: 'answered'; readonly agency: string; readonly answer: Answer }
  | { readonly is: 'chased'; readonly agencies: readonly string[] }
  | {
      readonly is: 'extended';
      readonly agencies: readonly string[];
      readonly to: Day;
      readonly reason: string;
    }
  | { readonly is: 'noticed'; readonly agency: string; readonly on: Day }
  | { readonly is: 'in-hand'; readonly duty: string }
  | { readonly is: 'snoozed'; readonly duty: string; readonly until: Day; readonly reason: string }
  | { readonly is: 'replied'; readonly on: Day }
  | { readonly is: 'followed-up'; readonly on: Day }
  | { readonly is: 'closed'; readonly reason: string; readonly withdrawn: boolean }
  | { readonly is: 'taken-back'; readonly entry: number }
  | Delivered;

/** A message that was to reach a post, with what became of it. */
export interface Delivered {
  readonly is: 'delivered' | 'undeliverable' | 'digested';
  readonly agency: string | undefined;
  readonly to: PostId;
  readonly person: PersonId | undefined;
  /** The way that took it, where there are several. */
  readonly route?: Route;
  readonly duty: string;
  readonly rung: string;
  /** How often it was sent: more than once where nobody knew whether it had arrived. */
  readonly times: number;
}

/** An event with the entry that has it: its number, its time (UTC), who made it and the hash that vouches for it. */
export interface Evidence {
  readonly entry: number;
  readonly hash: string;
  readonly at: Instant;
  readonly by: PersonId;
  readonly via: string;
  readonly event: Event;
}

/**
 * Everything the log has of one request, oldest first (governance.md C2: for a letter, scrutiny or an
 * inspection). A reminder that was over before it was sent is no delivery, and is left out.
 */
export const evidenceOf = (chain: Iterable<Sealed>, ref: Ref): readonly Evidence[] => {
  const post = postOffice(ref);
  return [...chain].flatMap(({ entry, hash }) => {
    const { seq, at, by, via, changes, queued } = entry;
    post.take(queued);
    const events = changes.flatMap((change) => [...eventIn(change, ref), ...post.eventsIn(change)]);
    return events.map((event) => ({ entry: seq, hash, at, by, via, event }));
  });
};

const eventIn = (change: Change, ref: Ref): readonly Event[] => {
  if (change.type === 'request-opened') {
    const { request } = change;
    return request.ref === ref
      ? [{ is: 'asked', agencies: Object.keys(request.parts), due: request.due }]
      : [];
  }
  if (change.type === 'reversed')
    return change.restore.some((one) => one.ref === ref)
      ? [{ is: 'taken-back', entry: change.seq }]
      : [];
  if (!('ref' in change) || change.ref !== ref) return [];
  const event = saidOf(change);
  return event ? [event] : [];
};

const saidOf = (change: Change): Event | undefined => {
  switch (change.type) {
    case 'request-seen':
      return { is: 'seen', agency: change.agency };
    case 'request-answered':
      return { is: 'answered', agency: change.agency, answer: change.answer };
    case 'request-chased':
      return { is: 'chased', agencies: change.agencies };
    case 'request-extended':
      return { is: 'extended', agencies: change.agencies, to: change.to, reason: change.reason };
    case 'request-noticed':
      return { is: 'noticed', agency: change.agency, on: change.on };
    case 'request-replied':
      return { is: 'replied', on: change.on };
    case 'request-followed-up':
      return { is: 'followed-up', on: change.on };
    case 'request-closed':
      return { is: 'closed', reason: change.reason, withdrawn: change.withdrawn };
    case 'duty-acknowledged':
      return { is: 'in-hand', duty: change.duty };
    case 'duty-snoozed':
      return { is: 'snoozed', duty: change.duty, until: change.until, reason: change.reason };
    default:
      return undefined;
  }
};

/** Knows what was queued of a request, and how often each was sent, while the log is read through. */
const postOffice = (ref: Ref) => {
  const items = new Map<string, Item>();
  const times = new Map<string, number>();
  const count = (keys: readonly string[], by: 1 | -1): void => {
    for (const key of keys) if (items.has(key)) times.set(key, (times.get(key) ?? 0) + by);
  };
  const routes = new Map<string, Route>();
  const cameBack = (key: string, person: PersonId): readonly Event[] => {
    const item = items.get(key);
    const route = routes.get(key);
    const became = { key, is: 'undeliverable', person, ...(route ? { route } : {}) } as const;
    return item ? delivered(item, became, times.get(key) ?? 0) : [];
  };
  return {
    take: (queued: readonly Item[]): void => {
      for (const item of queued) if (item.record === ref) items.set(item.key, item);
    },
    eventsIn: (change: Change): readonly Event[] => {
      if (change.type === 'sending') count(change.keys, 1);
      if (change.type === 'not-sent') count(change.keys, -1);
      if (change.type === 'came-back')
        return change.keys.flatMap((key) => cameBack(key, change.person));
      if (change.type !== 'settled') return [];
      return change.settlements.flatMap((settlement) => {
        const item = items.get(settlement.key);
        if (settlement.route) routes.set(settlement.key, settlement.route);
        return item ? delivered(item, settlement, times.get(item.key) ?? 0) : [];
      });
    },
  };
};

const BECAME = { sent: 'delivered', undeliverable: 'undeliverable', digested: 'digested' } as const;

const delivered = (
  { part, to, duty, rung }: Item,
  { is, person, route }: Settlement,
  times: number,
): readonly Delivered[] =>
  is === 'dropped'
    ? []
    : [
        {
          ...{ is: BECAME[is], agency: part, to, person, duty, rung, times },
          ...(route ? { route } : {}),
        },
      ];
