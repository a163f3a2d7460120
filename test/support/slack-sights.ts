import type { Shown } from './slack/types.ts';
import { CASES, type Stage } from './slack-stage.ts';

/** SI-2026-1, which the council became aware of on Mon 30 Mar 2026, so that it is due on Wed 8 Apr. */
export const LOG = '/incident log harm=died abuse=suspected aware=2026-03-30';

const pad = (n: number): string => String(n).padStart(2, '0');

/** "2026-03-30 09:05", so many minutes after nine. */
export const afterNine = (day: string, minutes: number): string =>
  `${day} ${pad(9 + Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** Every minute from one to another, counted from nine. */
export const minutesOf = (day: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => afterNine(day, from + at));

export const tickAll = async (stage: Stage, moments: readonly string[]): Promise<void> => {
  for (const when of moments) await stage.tick(when);
};

/** The manager does something outside Slack. */
export const locally = (stage: Stage, typed: string) =>
  stage.engine().heed.ask({ actor: 'manager', via: 'local', asking: { typed } });

/** The manager logs SI-2026-1 in Slack, and it is shown wherever it belongs. */
export const log = async (stage: Stage): Promise<void> => {
  await stage.who('manager').types(LOG);
  await stage.quiet();
};

const textsOf = (shown: readonly Shown[]): readonly string[] => shown.map(({ text }) => text);

export const inCases = (stage: Stage, channel = CASES): readonly string[] =>
  textsOf(stage.who('manager').history(channel));

export const dmsOf = (stage: Stage, who: string): readonly string[] =>
  textsOf(stage.who(who).history(stage.who(who).dm));

/** What Heed asks the business unit to put right. */
export const troublesOf = async (stage: Stage): Promise<readonly string[]> =>
  [...(await stage.engine().store.read()).troubles.values()].map(({ sentence }) => sentence);

export const seqOf = async (stage: Stage): Promise<number> =>
  (await stage.engine().store.read()).seq;
