/**
 * Resolves for one caller after another, each in a turn of the event loop of its own: whoever waits
 * for an acknowledgement, which Slack gives three seconds, comes before what is acknowledged already.
 */
export const turns = (): (() => Promise<void>) => {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
};
