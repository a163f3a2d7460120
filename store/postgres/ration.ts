/** So many connections at the most for everybody together: one is taken before it is opened. */
export interface Ration {
  /** Resolves with what gives it back, once. Rejects where none has come free in time. */
  readonly take: () => Promise<() => void>;
  /** Whether somebody waits for one. */
  readonly isWanted: () => boolean;
  /** Who may be asked to close one that is idle; `giveUp` says whether there is one. */
  readonly holder: (giveUp: () => boolean) => Holder;
}

interface Holder {
  /** It has just been used, so others are asked first. */
  readonly used: () => void;
  readonly leave: () => void;
}

/** Shorter than a pool waits for a connection, so that whoever asked is told why. */
const PATIENCE_MS = 4_000;

/** Whoever has waited longest is next; whoever has used theirs least lately gives one up first. */
export const rationOf = (most: number, patienceMs = PATIENCE_MS): Ration => {
  const waiting = new Set<() => void>();
  const holders = new Set<() => boolean>();
  let taken = 0;
  const giveBack = (): (() => void) => {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const [next] = waiting;
      if (next) next();
      else taken -= 1;
    };
  };
  const wait = (): Promise<() => void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(turn);
        reject(new Error('every connection is taken'));
      }, patienceMs);
      const turn = (): void => {
        waiting.delete(turn);
        clearTimeout(late);
        resolve(giveBack());
      };
      waiting.add(turn);
      holders.values().find((giveUp) => giveUp());
    });
  return {
    take: async () => {
      if (taken >= most) return wait();
      taken += 1;
      return giveBack();
    },
    isWanted: () => waiting.size > 0,
    holder: (giveUp) => {
      holders.add(giveUp);
      const leave = (): void => void holders.delete(giveUp);
      return {
        leave,
        used: () => {
          leave();
          holders.add(giveUp);
        },
      };
    },
  };
};
