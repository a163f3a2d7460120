/** Milliseconds. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

export const p50 = async (times: number, sample: () => Promise<number>): Promise<number> => {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) took.push(await sample());
  return took.sort((a, b) => a - b)[times >> 1] ?? 0;
};
