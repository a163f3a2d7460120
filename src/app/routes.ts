import type { Courier } from './deliver.ts';

type Brought = Awaited<ReturnType<Courier['send']>>;
type Given = Parameters<Courier['send']>;

/** Several ways to people: the first that takes a message has it; what one may have taken, no other says again. */
export const routes = (couriers: readonly Courier[]): Courier => {
  const to = (person: Given[0]): readonly Courier[] =>
    couriers.filter(({ reaches }) => reaches?.(person) ?? true);
  return {
    reaches: (person) => to(person).length > 0,
    // Where there is no way at all, it is said at once rather than waited for.
    isReady: (person) => to(person).length === 0 || to(person).some((one) => isReady(one, person)),
    send: async (...given) => {
      const tried: Brought[] = [];
      for (const courier of to(given[0])) {
        const brought = await tryOne(courier, given);
        if (brought === 'sent' || brought === 'unsure') return brought;
        tried.push(brought);
      }
      return tried.includes('not-sent') ? 'not-sent' : 'undeliverable';
    },
  };
};

const isReady = (courier: Courier, person: Given[0]): boolean => courier.isReady?.(person) ?? true;

const tryOne = async (courier: Courier, given: Given): Promise<Brought> =>
  isReady(courier, given[0]) ? courier.send(...given) : 'not-sent';
