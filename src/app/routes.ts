import type { Person } from '../domain/arrangement.ts';
import { inOrder } from '../domain/route.ts';
import type { Unheard } from '../domain/unheard.ts';
import type { Brought, Courier, Way } from './deliver.ts';
import type { Message } from './message.ts';

/**
 * Several ways to people, in the order of their post: the first that takes a message has it; what one may
 * have taken, no other says again. One on which nothing was heard of them waits until the others had a turn.
 */
export const routes = (ways: readonly Way[]): Courier => {
  const to = (person: Person): readonly Way[] =>
    ways.filter(({ reaches }) => reaches?.(person) ?? true);
  return {
    reaches: (person) => to(person).length > 0,
    // Where there is no way at all, it is said at once rather than waited for.
    isReady: (person) => to(person).length === 0 || to(person).some((one) => isReady(one, person)),
    send: (person, message, unheard = new Map()) =>
      tryEach(sorted(to(person), person, unheard), person, message),
  };
};

const tryEach = async (
  ways: readonly Way[],
  person: Person,
  message: Message,
): ReturnType<Courier['send']> => {
  const tried: Brought[] = [];
  for (const way of ways) {
    const brought = await tryOne(way, person, message);
    if (brought === 'sent') return way.route ? { is: brought, route: way.route } : brought;
    if (brought === 'unsure') return brought;
    tried.push(brought);
  }
  return tried.includes('not-sent') ? 'not-sent' : 'undeliverable';
};

const sorted = (
  ways: readonly Way[],
  { routes: own = [] }: Person,
  unheard: Unheard,
): readonly Way[] => {
  const order = inOrder(own);
  const times = ({ route }: Way): number => (route && unheard.get(route)) ?? 0;
  const place = ({ route }: Way): number => (route ? order.indexOf(route) : 0);
  return ways.toSorted((a, b) => times(a) - times(b) || place(a) - place(b));
};

const isReady = (way: Way, person: Person): boolean => way.isReady?.(person) ?? true;

const tryOne = async (way: Way, person: Person, message: Message): Promise<Brought> =>
  isReady(way, person) ? way.send(person, message) : 'not-sent';
