interface Errands {
  readonly run: (conversation: string, work: () => Promise<unknown>) => void;
  readonly idle: () => Promise<void>;
}

/**
 * What is done after an answer has gone, in each conversation in the order in which it was asked for.
 * Nobody waits for it but whoever stops Heed.
 */
export const errandsOf = (onTrouble: (problem: unknown) => void): Errands => {
  const running = new Map<string, Promise<unknown>>();
  return {
    run: (conversation, work) => {
      const before = running.get(conversation) ?? Promise.resolve();
      const errand = before
        .then(work)
        .catch(onTrouble)
        .finally(() => {
          if (running.get(conversation) === errand) running.delete(conversation);
        });
      running.set(conversation, errand);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
};
