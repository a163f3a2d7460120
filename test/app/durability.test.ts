import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { memoryStore } from '../../store/memory.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

describe('requests at the same moment', () => {
  it('are all decided, each on what the others have written', async () => {
    const { ask, entries } = openHouse();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => ask(at % 2 ? 'manager' : 'notifier', LOGGED)),
    );
    const refs = Array.from({ length: 10 }, (_, at) => `SI-2026-${at + 1}`);
    expect(new Set(answers.flatMap(({ message }) => message.about))).toEqual(new Set(refs));
    const logged = (await entries()).flatMap(({ changes }) => changes);
    expect(logged.map((change) => 'incident' in change && change.incident.children)).toEqual(
      Array.from('ABCDEFGHIJ', (letter) => [`Child ${letter}`]),
    );
  });

  it('are settled by who comes first, where both cannot be', async () => {
    const { ask, entries } = openHouse();
    await ask('manager', LOGGED);
    const answers = await Promise.all([
      ask('manager', '/incident notified SI-2026-1 on=today'),
      ask('notifier', '/incident notified SI-2026-1 on=today'),
    ]);
    expect(answers.map(({ is }) => is).toSorted()).toEqual(['accepted', 'refused']);
    expect(await entries()).toHaveLength(2);
  });

  const staleFor = (times: number): Store => {
    const store = memoryStore();
    let left = times;
    return {
      ...store,
      append: async (entry) => {
        left -= 1;
        return left >= 0 ? 'stale' : store.append(entry);
      },
    };
  };

  it.each([1, 5, 99])('are decided again when others were quicker, %i times', async (times) => {
    const { ask, entries } = openHouse({ store: staleFor(times) });
    expect(await ask('manager', LOGGED)).toMatchObject({ is: 'accepted' });
    expect(await entries()).toHaveLength(1);
  });

  it('are told to come back when others always are', async () => {
    const { ask, entries } = openHouse({ store: staleFor(Number.POSITIVE_INFINITY) });
    expect(textOf(await ask('manager', LOGGED))).toBe(
      'Too many people are writing at this moment, so nothing was saved. Send it again.',
    );
    expect(await entries()).toEqual([]);
  });
});

describe('nobody is answered', () => {
  const held = () => {
    const store = memoryStore();
    const gate = Promise.withResolvers<void>();
    const wait =
      <A extends readonly unknown[], R>(work: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        const done = await work(...given);
        await gate.promise;
        return done;
      };
    const slow = { ...store, append: wait(store.append), durable: wait(store.durable) };
    return { store: slow, release: gate.resolve };
  };

  it.each([
    ['before it is written', LOGGED, 'SI-2026-1 is logged'],
    ['with what is not yet durable', '/due', 'You owe nothing at the moment.'],
    ['with a refusal, either', '/incident show SI-2026-9', 'There is no SI-2026-9'],
  ])('%s', async (_, typed, said) => {
    const { store, release } = held();
    const { ask } = openHouse({ store });
    let answered = '';
    const asking = ask('manager', typed).then((answer) => {
      answered = textOf(answer);
    });
    await new Promise(setImmediate);
    expect(answered).toBe('');
    release();
    await asking;
    expect(answered).toContain(said);
  });

  it('is asked for nothing but what has been read: the number of that ledger is what must be durable', async () => {
    const waited: number[] = [];
    const store = memoryStore();
    const { ask } = openHouse({
      store: { ...store, durable: async (seq) => void waited.push(seq) },
    });
    await ask('manager', LOGGED);
    await ask('manager', '/due');
    expect(waited).toEqual([1]);
  });
});
