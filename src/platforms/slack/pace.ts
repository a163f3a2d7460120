/** Time for a platform's queues: milliseconds that only grow, and a way to let some pass. */
export interface Pace {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** What is asked of Slack about one thing, one after another. */
export interface Lanes {
  /** Resolves when it is this caller's turn: one message a second to a channel. */
  readonly turn: (lane: string) => Promise<void>;
  /** Slack has said for how many seconds nothing more is taken. */
  readonly hold: (lane: string, seconds: number) => void;
  /** Whether it is no use to try: it is held for longer than one would wait. */
  readonly isHeld: (lane: string) => boolean;
}

/** Slack takes about one message a second in a channel. */
const APART_MS = 1000;
const LONGEST_WAIT_MS = 5000;

export const lanes = ({ now, pause }: Pace): Lanes => {
  /** From when on a lane may be used. */
  const free = new Map<string, number>();
  const waitFor = (lane: string): number => (free.get(lane) ?? 0) - now();
  return {
    isHeld: (lane) => waitFor(lane) > LONGEST_WAIT_MS,
    hold: (lane, seconds) => {
      free.set(lane, Math.max(free.get(lane) ?? 0, now() + seconds * 1000));
    },
    turn: async (lane) => {
      const wait = waitFor(lane);
      free.set(lane, Math.max(now(), free.get(lane) ?? 0) + APART_MS);
      if (wait > 0) await pause(wait);
      for (const [name, from] of free) if (from < now() - APART_MS) free.delete(name);
    },
  };
};
