import type { Slack } from './slack.ts';

/** Slack waits three seconds for an acknowledgement. */
const PATIENCE_MS = 2000;

/** What comes of the work while Slack still waits for an acknowledgement; undefined where that takes longer. */
export const soon = <T extends object>(
  { patienceMs = PATIENCE_MS }: Pick<Slack, 'patienceMs'>,
  work: Promise<T>,
): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(resolve, patienceMs, undefined);
    late.unref();
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });

/** False where Slack no longer waits: what was to be said there has to go another way. */
export const reached = (acknowledging: Promise<void>): Promise<boolean> =>
  acknowledging.then(
    () => true,
    () => false,
  );
