/** So many connections at the most for everybody together: one is taken before it is opened. */
export interface Ration {
  /** Resolves with what gives it back, once. Rejects where none has come free in time. */
  readonly take: () => Promise<() => void>;
}

/** Shorter than a pool waits for a connection, so that whoever asked is told why. */
const PATIENCE_MS = 4_000;

/** Whoever has waited longest is next. */
export const rationOf = (most: number, patienceMs = PATIENCE_MS): Ration => {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const giveBack = (): (() => void) => {
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    };
  };
  return {
    take: () =>
      new Promise((resolve, reject) => {
        if (taken < most) {
          taken += 1;
          return resolve(giveBack());
        }
        const late = setTimeout(() => {
          waiting.splice(waiting.indexOf(turn), 1);
          reject(new Error('every connection is taken'));
        }, patienceMs);
        const turn = (): void => {
          clearTimeout(late);
          resolve(giveBack());
        };
        waiting.push(turn);
      }),
  };
};
