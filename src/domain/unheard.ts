import type { Told } from './item.ts';
import type { Ledger } from './ledger.ts';
import type { Delivery } from './outbox.ts';
import type { Route } from './route.ts';

/** How many messages went each way to somebody of whom nothing has been heard since. */
export type Unheard = ReadonlyMap<Route, number>;

/**
 * What was sent before about the same things, with nothing heard of its reader since: they may not look
 * there. Whatever they do in Heed counts as being heard of, wherever they do it; a way on which something
 * came back is none. The rule is ours.
 */
export const unheardBy = (ledger: Ledger, { person, owed, news }: Delivery): Unheard => {
  const heard = ledger.heard.get(person.id) ?? '';
  const things = new Set([...owed.map(({ item }) => item), ...news].map(thingOf));
  const records = new Set([...owed.map(({ item }) => item), ...news].map(({ record }) => record));
  const before = [...records]
    .flatMap((ref) => ledger.told.get(ref) ?? [])
    .filter((told) => told.person === person.id && things.has(thingOf(told)))
    .filter(({ is, at }) => (is === 'sent' && at > heard) || is === 'undeliverable');
  // What went out at one moment was one message.
  const messages = new Set(before.flatMap(({ route, at }) => (route ? [`${route} ${at}`] : [])));
  return [...messages].reduce((so, message) => {
    const route = message.split(' ')[0] as Route;
    return so.set(route, (so.get(route) ?? 0) + 1);
  }, new Map<Route, number>());
};

const thingOf = ({ record, part }: Pick<Told, 'record' | 'part'>): string =>
  [record, part].join('/');
