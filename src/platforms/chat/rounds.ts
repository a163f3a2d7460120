export interface Rounds {
  /** Something has happened: look at everything again, soon. */
  readonly begin: () => void;
  /** Whether there will be one more after the one that is under way. */
  readonly isAskedFor: () => boolean;
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Begins nothing more, and resolves when nothing is under way. */
  readonly stop: () => Promise<void>;
}

/** One round after another; asked for during one, there is one more. */
export const oneAtATime = (round: () => Promise<void>): Rounds => {
  let running: Promise<void> | undefined;
  let again = false;
  let isStopped = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await round();
    } while (again && !isStopped);
    running = undefined;
  };
  const idle = async (): Promise<void> => running;
  return {
    idle,
    isAskedFor: () => again,
    begin: () => {
      if (isStopped) return;
      again = running !== undefined;
      running ??= run();
    },
    stop: () => {
      isStopped = true;
      return idle();
    },
  };
};
