/** What was asked and waits for its turn. */
interface Waiting<T> {
  readonly asked: T;
  readonly done: PromiseWithResolvers<void>;
}

/** All that is asked while one turn is being done is done together in the next. */
export interface Turns<T> {
  /** Resolves when it has been done; what went wrong for all in its turn is thrown to each. */
  readonly take: (asked: T) => Promise<void>;
  readonly idle: () => Promise<void>;
}

export const inTurns = <T>(work: (asked: readonly T[]) => Promise<void>): Turns<T> => {
  let waiting: Waiting<T>[] = [];
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    // All that is asked in this same turn of the loop shares the first.
    await undefined;
    while (waiting.length > 0) {
      const turn = waiting;
      waiting = [];
      await work(turn.map(({ asked }) => asked)).then(
        () => turn.forEach(({ done }) => void done.resolve()),
        (problem) => turn.forEach(({ done }) => void done.reject(problem)),
      );
    }
    running = undefined;
  };
  return {
    take: (asked) => {
      const done = Promise.withResolvers<void>();
      waiting.push({ asked, done });
      running ??= run();
      return done.promise;
    },
    idle: async () => running,
  };
};
