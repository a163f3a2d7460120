import { CannotOpen } from './cannot-open.ts';
import { codeOf } from './files.ts';

/** What a program of the store ends with where it could do nothing of what was asked. */
export const UNUSABLE = 2;

/** Runs it, and says in a sentence why it could not be done: "It cannot be moved (EACCES)." */
export const asProgram = async (done: string, run: () => Promise<number>): Promise<void> => {
  process.exitCode = await run().catch((problem: unknown) => {
    const why =
      problem instanceof CannotOpen
        ? problem.message
        : `It cannot be ${done} (${codeOf(problem)}).`;
    process.stderr.write(`${why}\n`);
    return UNUSABLE;
  });
};
