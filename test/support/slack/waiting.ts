import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import type { World } from './world.ts';

/** Long, since a machine may be busy with other things: only a test that fails waits so long. */
const PATIENCE_MS = 20_000;
const EAGER = 200;

/** Looks at every turn of the event loop at first, and every two milliseconds when it takes longer. */
export const until = async <T>(
  look: () => T | undefined | false,
  what = look.toString(),
): Promise<T> => {
  const start = performance.now();
  for (let turn = 0; ; turn += 1) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() - start > PATIENCE_MS)
      throw new Error(`Waited twenty seconds for ${what}, in vain.`);
    await (turn < EAGER ? setImmediate() : pause(2));
  }
};

/** Until nothing has gone between Slack and the app for so long. */
export const settled = async (world: World, quietMs: number): Promise<void> => {
  let before = -1;
  let since = performance.now();
  while (performance.now() - since < quietMs) {
    const now = world.calls.length + world.responses.length;
    if (now !== before || isBusy(world)) since = performance.now();
    before = now;
    await pause(1);
  }
};

const isBusy = ({ calls, responses, delivering }: World): boolean =>
  delivering > 0 || [...calls, ...responses].some(({ answered }) => answered === undefined);
