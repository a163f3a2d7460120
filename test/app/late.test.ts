import { expect, it } from 'vitest';
import { memoryStore } from '../../store/memory.ts';
import { LOGGED, openHouse } from '../support/house.ts';

it('sends nothing about what was done while the log was being synced', async () => {
  const store = memoryStore();
  let hold: Promise<void> = Promise.resolve();
  const house = openHouse({
    store: { ...store, durable: (seq) => store.durable(seq).then(() => hold) },
  });
  await house.ask('manager', LOGGED);
  await house.tick('2026-04-02 20:00');
  house.at('2026-04-07 09:00');
  const gate = Promise.withResolvers<void>();
  hold = gate.promise;
  const delivering = house.deliver();
  await new Promise(setImmediate);
  await house.ask('manager', '/incident notified SI-2026-1 on=today');
  await house.ask('manager', '/incident told-partners SI-2026-1 on=today');
  hold = Promise.resolve();
  gate.resolve();
  await delivering;
  expect(house.sent).toEqual([]);
});
