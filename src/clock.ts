import { schedule } from 'node-cron';

/**
 * One tick a minute, in UTC, where no hour is ever skipped or doubled. The tick asks the ledger what
 * is due, so one that is missed costs nothing: the next one finds the same and more.
 */
export const everyMinute = (tick: () => Promise<void>): { readonly stop: () => Promise<void> } => {
  const task = schedule('* * * * *', tick, { timezone: 'UTC', noOverlap: true });
  return { stop: async () => void (await task.destroy()) };
};
