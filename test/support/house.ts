import { catalogue } from '../../commands/index.ts';
import type { Catalogue } from '../../src/app/command.ts';
import type { Asking } from '../../src/app/decide.ts';
import { type Courier, deliver, type Watch } from '../../src/app/deliver.ts';
import { type Answer, dispatch, type House, type Request } from '../../src/app/dispatch.ts';
import { asText, type Button, type Message } from '../../src/app/message.ts';
import type { Store } from '../../src/app/ports.ts';
import { tick } from '../../src/app/sweep.ts';
import { bugLog } from '../../src/bugs.ts';
import type { Arrangement, Person } from '../../src/domain/arrangement.ts';
import type { Entry } from '../../src/domain/change.ts';
import type { Instant } from '../../src/domain/day.ts';
import { memoryStore } from '../../store/memory.ts';
import { merton, moment } from './given.ts';

interface Sent {
  readonly to: string;
  readonly message: Message;
}

interface Given {
  readonly store?: Store;
  readonly arrangement?: Arrangement;
  readonly catalogue?: Catalogue;
  readonly send?: (to: string, message: Message) => ReturnType<Courier['send']>;
  /** When it starts; "2026-03-30 09:00" unless said. */
  readonly at?: string;
}

/** Heed's parts over a memory store, whose clock and courier the test holds. */
export const openHouse = (given: Given = {}) => {
  const store = given.store ?? memoryStore();
  let now = moment(given.at ?? '2026-03-30 09:00');
  const bugs: string[] = [];
  const sent: Sent[] = [];
  const house: House = {
    store,
    arrangement: given.arrangement ?? merton,
    catalogue: given.catalogue ?? catalogue,
    now: () => now,
    onBug: bugLog(
      (line) => void bugs.push(line),
      () => now,
    ),
  };
  const courier: Courier = {
    send: async ({ id }: Person, message) => {
      const is = (await given.send?.(id, message)) ?? 'sent';
      if (is === 'sent') sent.push({ to: id, message });
      return is;
    },
  };
  const watch: Watch = { ...house, courier, startedAt: now, unwritten: [] };
  const request = (asked: Request): Promise<Answer> => dispatch(house, asked);
  const put = (actor: string, asking: Asking): Promise<Answer> =>
    request({ actor, via: 'test', asking });
  return {
    watch,
    store,
    courier,
    /** What the bug log has written. */
    bugs,
    /** What the courier has brought, oldest first. */
    sent,
    at: (when: string) => {
      now = moment(when);
    },
    request,
    ask: (actor: string, typed: string): Promise<Answer> => put(actor, { typed }),
    fill: (actor: string, command: string, fields: Button['fields']): Promise<Answer> =>
      put(actor, { command, fields }),
    tick: (when?: string): Promise<void> => {
      if (when) now = moment(when);
      return tick(watch);
    },
    deliver: (): Promise<void> => deliver(watch),
    entries: (): Promise<readonly Entry[]> => Array.fromAsync(store.entries()),
    now: (): Instant => now,
  };
};

export const textOf = ({ message }: { readonly message: Message }): string => asText(message);

/** Logs SI-2026-1, which the council became aware of on Mon 30 Mar 2026, so that it is due on Wed 8 Apr. */
export const LOGGED = '/incident log harm=died abuse=suspected aware=2026-03-30';

/** Two working days before it is due. */
export const FIRST = '2026-04-02 09:00';

export type Heard = ReturnType<typeof openHouse>;

/** A house in which the manager has logged SI-2026-1. */
export const logged = async (given: Given = {}): Promise<Heard> => {
  const house = openHouse(given);
  await house.ask('manager', LOGGED);
  return house;
};

export const outbox = async ({ store }: Heard) => [...(await store.read()).outbox.values()];
export const told = async ({ store }: Heard) => [...(await store.read()).told.values()].flat();
export const whom = ({ sent }: Heard): readonly string[] => sent.map(({ to }) => to);
