import { catalogue } from '../commands/index.ts';
import { type Courier, deliver } from './app/deliver.ts';
import type { Answer, House, Request } from './app/dispatch.ts';
import { dispatch, look } from './app/dispatch.ts';
import { tick } from './app/sweep.ts';

/** Heed with its parts in place: what a surface and a clock drive. */
export interface Heed {
  /** Answers one request; what it gives others to know is sent afterwards. */
  readonly ask: (request: Request) => Promise<Answer>;
  /** Shows something and changes nothing, whatever is asked. */
  readonly look: (request: Request) => Promise<Answer>;
  /** One look at the clock: what has become due is queued and sent. */
  readonly tick: () => Promise<void>;
  readonly deliver: () => Promise<void>;
}

/** Only one delivery runs at a time: two would each send what the other is sending. */
export const assemble = (parts: Omit<House, 'catalogue'> & { readonly courier: Courier }): Heed => {
  const house = { ...parts, catalogue };
  const watch = { ...house, startedAt: parts.now() };
  let running: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    running = running.catch(() => undefined).then(work);
    return running;
  };
  return {
    ask: (request) => dispatch(house, request),
    look: (request) => look(house, request),
    tick: () => inTurn(() => tick(watch)),
    deliver: () => inTurn(() => deliver(watch)),
  };
};
