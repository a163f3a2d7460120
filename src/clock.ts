import { schedule } from 'node-cron';

/**
 * One tick a minute, in UTC, where no hour is ever skipped or doubled. The tick asks the ledger what
 * is due, so one that is missed costs nothing: the next one finds the same and more.
 */
export const everyMinute = (tick: () => Promise<void>): { readonly stop: () => Promise<void> } => {
  // node-cron 4.6 reckons with the machine's own zone whatever it is told, and would fall silent for
  // the hour that comes twice in October. Nothing else in this process reads that zone.
  process.env.TZ = 'UTC';
  const task = schedule('* * * * *', tick, { timezone: 'UTC', noOverlap: true });
  return { stop: async () => void (await task.destroy()) };
};
