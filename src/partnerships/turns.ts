/** How many partnerships are looked at, or opened, at the same time. */
const AT_ONCE = 4;
/** Whoever takes longer goes on, and keeps nobody waiting. */
const SLOW_MS = 10_000;

/** One after another, a few at a time: a hundred that are due in the same second do not all ask at once. */
export const inTurn = async <T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  { atOnce = AT_ONCE, slowMs = SLOW_MS }: { atOnce?: number; slowMs?: number } = {},
): Promise<void> => {
  const waiting = all.values();
  const take = async (): Promise<void> => {
    for (const one of waiting) await atMost(slowMs, work(one));
  };
  await Promise.all(Array.from({ length: atOnce }, take));
};

const atMost = async (ms: number, work: Promise<void>): Promise<void> => {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};
