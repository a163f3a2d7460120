/** Time for a platform's queues: milliseconds that only grow, and a way to let some pass. */
export interface Pace {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** What is asked of a platform about one thing, one after another. */
export interface Lanes {
  /** Resolves when it is this caller's turn: no more of them than the platform takes. */
  readonly turn: (lane: string) => Promise<void>;
  /** The platform has said for how many seconds nothing more is taken. */
  readonly hold: (lane: string, seconds: number) => void;
  /** Whether it is no use to try: it is held for longer than one would wait. */
  readonly isHeld: (lane: string) => boolean;
}

/** So many within so many milliseconds. */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

const LONGEST_WAIT_MS = 5000;

interface Lane {
  /** When each of the last turns was, or will be. */
  readonly turns: readonly number[];
  readonly heldUntil: number;
}

export const lanes = ({ now, pause }: Pace, limits: readonly Limit[]): Lanes => {
  const known = new Map<string, Lane>();
  const most = Math.max(...limits.map((limit) => limit.most));
  const longest = Math.max(...limits.map((limit) => limit.withinMs));
  const laneOf = (name: string): Lane => known.get(name) ?? { turns: [], heldUntil: 0 };
  const nextTurn = ({ turns, heldUntil }: Lane): number =>
    Math.max(
      now(),
      heldUntil,
      ...limits.map(
        (limit) => (turns.at(-limit.most) ?? Number.NEGATIVE_INFINITY) + limit.withinMs,
      ),
    );
  const forget = (): void => {
    for (const [name, { turns, heldUntil }] of known)
      if (heldUntil <= now() && (turns.at(-1) ?? 0) < now() - longest) known.delete(name);
  };
  return {
    isHeld: (name) => nextTurn(laneOf(name)) - now() > LONGEST_WAIT_MS,
    hold: (name, seconds) => {
      const lane = laneOf(name);
      known.set(name, { ...lane, heldUntil: Math.max(lane.heldUntil, now() + seconds * 1000) });
    },
    turn: async (name) => {
      const lane = laneOf(name);
      const at = nextTurn(lane);
      known.set(name, { ...lane, turns: [...lane.turns, at].slice(-most) });
      const wait = at - now();
      if (wait > 0) await pause(wait);
      forget();
    },
  };
};
