import { afterAll, expect, it } from 'vitest';
import { instant, londonDay } from '../../src/domain/day.ts';
import { openPostgres } from '../../store/postgres.ts';
import { moment } from '../support/given.ts';
import { startCluster } from '../support/postgres.ts';
import { type One, type Parcel, startOne, startSink } from '../support/two-of-them.ts';
import { aYear, rungsIn } from '../support/year.ts';
import { luck, plus, workingFrom } from '../support/year-days.ts';

const HOW_MANY = Number(process.env.HEED_YEAR ?? 12);
const PARTNERSHIP = 'year';
const FIRST = '2026-01-02';
const LAST = '2027-01-04';
/** Longer than the rests of a message that nobody acknowledges can be. */
const MOST_MINUTES = 150;

/**
 * What goes wrong on a day. What is refused is not mixed with kills: of a message that was refused by
 * the product, and whose Heed was killed before it could write that down, it is counted that it may have arrived.
 */
type Weather = 'calm' | 'refusing' | 'silent' | 'killing' | 'database';

const lot = luck(11);
const cluster = await startCluster({ isQuick: true });
const year = aYear(HOW_MANY, 5);
const lines = year.script.split('\n').map((line, at) => {
  const [, when = '', who = '', typed = ''] = /^(\S+ \S+) {2}@(\S+) (.+)$/.exec(line) ?? [];
  return { at, day: when.slice(0, 10), when, who, typed };
});

let weather: Weather = 'calm';
/** How often it still strikes today: what nobody ever acknowledged would be said all day. */
let left = 0;
const did = { kills: 0, refused: 0, silent: 0, restarts: 0, asksKilled: 0 };
const heeds: One[] = [];
/** Those that are to be killed, once all they have begun to send has arrived here. */
const arrived = new Map<number, number>();

const sink = await startSink(async ({ pid, underWay }) => {
  if (left <= 0) return 'taken';
  if (weather === 'refusing' && lot.chance(0.6)) {
    did.refused += 1;
    left -= 1;
    return lot.chance(0.5) ? '429' : '503';
  }
  if (weather === 'silent' && lot.chance(0.6)) {
    did.silent += 1;
    left -= 1;
    return 'taken-and-cut';
  }
  if (weather === 'killing') return killAfter(pid, underWay);
  if (weather === 'database' && lot.chance(0.5)) await restartUnder();
  return 'taken';
});
afterAll(() => sink.close());
afterAll(() => {
  for (const one of heeds) one.kill();
});

const killAfter = (pid: number, underWay: number): 'taken-in-silence' => {
  const one = heeds.find((heed) => heed.pid === pid);
  const here = (arrived.get(pid) ?? 0) + 1;
  arrived.set(pid, here);
  if (one && here === underWay) {
    did.kills += 1;
    left -= 1;
    one.kill();
  }
  return 'taken-in-silence';
};

/** The database goes away while a message is under way, and is back before the next look. */
let restarting: Promise<void> | undefined;
const restartUnder = async (): Promise<void> => {
  if (restarting) return;
  did.restarts += 1;
  left = 0;
  await cluster.stop(lot.chance(0.5) ? 'crash' : 'stop');
  restarting = Promise.resolve();
};
const backAgain = async (): Promise<void> => {
  if (!restarting) return;
  await cluster.start();
  restarting = undefined;
};

const start = (when: string): Promise<One> =>
  startOne(cluster.url(), PARTNERSHIP, sink.url, instant(moment(when)));

/** Whoever is gone is started again, as whatever looks after it would. */
const standing = async (which: number, when: string): Promise<One> => {
  const known = heeds[which];
  if (known && !known.isGone()) return known;
  const one = await start(when);
  heeds[which] = one;
  return one;
};

const tickAll = async (when: string): Promise<number> => {
  await backAgain();
  arrived.clear();
  // Where the database goes, one looks alone: a claim that is cut off is counted though nothing was sent.
  const whom = weather === 'database' ? [lot.below(2)] : [0, 1];
  const all = await Promise.all(whom.map((which) => standing(which, when)));
  const answers = await Promise.all(all.map((one) => one.order({ is: 'tick', at: moment(when) })));
  return Math.max(...answers.map((one) => (one.is === 'ticked' ? one.waiting : 1)));
};

const minutesAfter = (when: string, minutes: number): string => {
  const [day = '', time = ''] = when.split(' ');
  const [hours = 0, already = 0] = time.split(':').map(Number);
  const all = hours * 60 + already + minutes;
  return `${day} ${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
};

/** A look each minute, until nothing waits any more. */
const drain = async (from: string): Promise<void> => {
  for (let minutes = 0; minutes < MOST_MINUTES; minutes += 1) {
    if ((await tickAll(minutesAfter(from, minutes))) === 0) return;
  }
  throw new Error(`something waits still, long after ${from}`);
};

/** On a day off nothing is said, and what waits goes on waiting. */
const lookFrom = async (when: string): Promise<void> => {
  const day = when.slice(0, 10);
  if (workingFrom(day) === day) await drain(when);
  else await tickAll(when);
};

/** Asks again under the same name until it is answered, of whichever of the two is there. */
const ask = async ({ at, when, who, typed }: (typeof lines)[number]): Promise<void> => {
  for (;;) {
    await backAgain();
    const one = await standing(lot.below(2), when);
    const asked = one.order({ is: 'ask', at: moment(when), who, typed, once: `line ${at}` });
    if (weather === 'killing' && lot.chance(0.2)) {
      did.asksKilled += 1;
      one.kill();
    }
    const answer = await asked;
    if (answer.is !== 'answered') continue;
    if (!answer.accepted) throw new Error(`${typed}: ${answer.text}`);
    return;
  }
};

const WEATHERS: readonly Weather[] = ['calm', 'refusing', 'silent', 'killing', 'database'];

const playDay = async (day: string): Promise<void> => {
  weather = lot.of(WEATHERS);
  left = 3;
  await lookFrom(`${day} 09:00`);
  const own = lines.filter((line) => line.day === day && line.typed !== '');
  for (const line of own) await ask(line);
  if (day === LAST) return;
  weather = weather === 'killing' ? 'killing' : 'calm';
  await lookFrom(own.at(-1)?.when ?? `${day} 09:00`);
};

const keysOf = ({ who, title, items }: Parcel): readonly string[] =>
  items.length > 0 ? items.map((item) => Object.values(item).join('/')) : [`${who}/${title}`];

/** Messages in which something was said that had been taken before. */
const duplicatesIn = (parcels: readonly Parcel[]): number => {
  const known = new Set<string>();
  return parcels.filter((parcel) => {
    const again = keysOf(parcel).some((key) => known.has(key));
    for (const key of keysOf(parcel)) known.add(key);
    return again;
  }).length;
};

const onDay = (line: string): string => line.replace(/ \d\d:\d\d$/, '');

it(`a year of ${HOW_MANY} actions with two Heeds, kills, refusals, silence and restarts of the database: nothing missed, nothing stale, and what came twice was counted`, async () => {
  for (let day = FIRST; day <= LAST; day = plus(day, 1)) await playDay(day);
  weather = 'calm';
  const told = sink.taken.flatMap(({ who, at, items }) =>
    items
      .filter(({ duty, rung }) => duty === 'action' && rung !== 'moved')
      .map(
        ({ record, rung, due }) =>
          `${record} ${rung} due ${due} to ${who} at ${londonDay(instant(at))}`,
      ),
  );
  const expected = year.played.flatMap(rungsIn).map(onDay);
  const missed = expected.filter((line) => !told.includes(line));
  const stale = told.filter((line) => !expected.includes(line));
  expect({ missed, stale }).toEqual({ missed: [], stale: [] });

  const store = await openPostgres({ address: cluster.url(), partnership: PARTNERSHIP });
  const { sentAgain, outbox } = await store.read();
  const entries = (await Array.fromAsync(store.chain())).length;
  await store.close();
  const duplicates = duplicatesIn(sink.taken);
  process.stdout.write(
    `${entries} entries, ${sink.taken.length} messages; ${JSON.stringify(did)}; came twice ${duplicates}, counted ${sentAgain}\n`,
  );
  expect(outbox.filter(({ moment: due }) => due <= moment(`${LAST} 09:00`)).size).toBe(0);
  expect(duplicates).toBe(sentAgain);
  for (const times of Object.values(did)) expect(times).toBeGreaterThan(1);
}, 1_200_000);
