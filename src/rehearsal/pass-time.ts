import type { Store } from '../app/ports.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import { nextReminder } from '../domain/reminders.ts';
import type { Heed } from '../heed.ts';

/** A clock that somebody moves. */
interface Movable {
  now(): Instant;
  moveTo(to: Instant): Promise<void>;
}

interface Stage {
  readonly heed: Pick<Heed, 'tick'>;
  readonly store: Store;
  readonly arrangement: Arrangement;
  readonly clock: Movable;
}

/** Lets time pass to a moment: every look at the clock in between happens at its own moment. */
export const passTime = async (
  { heed, store, arrangement, clock }: Stage,
  to: Instant,
): Promise<void> => {
  for (;;) {
    const next = nextReminder(await store.read(), arrangement, clock.now());
    if (!next || next > to) break;
    await clock.moveTo(next);
    await heed.tick();
  }
  await clock.moveTo(to);
};
