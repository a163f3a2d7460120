// What one partnership costs beside 149 others in one process and one database, against the same one alone:
// `npm run bench:partnerships`. Compare ratios, not milliseconds.
import pg from 'pg';
import type { Entry } from '../../src/domain/change.ts';
import { instant } from '../../src/domain/day.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { inTurn } from '../../src/partnerships/turns.ts';
import { memoryStore } from '../../store/memory.ts';
import { openStore } from '../../store/open.ts';
import { addPartnership } from '../../store/postgres/partnerships.ts';
import { rationOf } from '../../store/postgres/ration.ts';
import { startPostgres } from '../support/cluster.ts';
import { merton } from '../support/given.ts';
import { rehearse } from '../support/rehearse.ts';
import { aYear } from '../support/year.ts';

const MANY = Number(process.argv[2] ?? 150);
const YEARS = 20;
const LAST = 2026;
const TOGETHER = 100;
const KEY = 'ab'.repeat(32);
const NOW = instant('2027-01-05T12:00:00Z');

/** Of one year: so many actions with all that happens to them, requests to three agencies, and incidents. */
const YEAR = { actions: 24, requests: 12, incidents: 3 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const median = (took: readonly number[]): number =>
  took.toSorted((a, b) => a - b)[took.length >> 1] ?? 0;
const p50 = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) took.push(await timed(work));
  return median(took);
};

const two = (n: number): string => String(n).padStart(2, '0');

const requestLines = (at: number): readonly string[] => {
  const month = two(1 + (at % 11));
  const ref = `IR-2026-${at + 1}`;
  const day = (n: number): string => `2026-${month}-${two(n)}`;
  const open = `${day(3)} 14:${two(at)}  @manager /request new what="Data for audit ${at + 1}" kind=data to=probation,housing,education due=${day(24)}`;
  const answers = ['probation', 'housing'].map(
    (agency, n) =>
      `${day(12 + n)} 14:${two(at)}  @${agency}-lead /request answer ${ref} answer=provided`,
  );
  return [open, ...answers, `${day(27)} 14:${two(at)}  @manager /request close ${ref}`];
};

const incidentLines = (at: number): readonly string[] => {
  const month = two(1 + at * 2);
  const ref = `SI-2026-${at + 1}`;
  return [
    `2026-${month}-05 15:00  @manager /incident log harm=died abuse=suspected aware=2026-${month}-05`,
    `2026-${month}-07 15:00  @notifier /incident notified ${ref} on=today`,
    `2026-${month}-07 15:01  @notifier /incident told-partners ${ref} on=today`,
  ];
};

/** A year as Heed itself wrote it down: every command, every sweep, every message that was sent. */
const playedYear = async (): Promise<readonly Entry[]> => {
  const lines = [
    ...aYear(YEAR.actions, 7).script.split('\n'),
    ...Array.from({ length: YEAR.requests }, (_, at) => requestLines(at)).flat(),
    ...Array.from({ length: YEAR.incidents }, (_, at) => incidentLines(at)).flat(),
  ];
  const store = memoryStore();
  const byTime = lines.toSorted((a, b) => a.slice(0, 16).localeCompare(b.slice(0, 16)));
  await rehearse(byTime.join('\n'), { store, arrangement: merton });
  return Array.fromAsync(store.entries());
};

/** The same year over and over, in the years before: each with references and dates of its own. */
const longLog = (year: readonly Entry[]): readonly Entry[] => {
  const text = JSON.stringify(year.filter(({ at }) => at < '2027'));
  return Array.from({ length: YEARS }, (_, back) => LAST - YEARS + 1 + back)
    .flatMap(
      (in_) =>
        JSON.parse(
          text.replaceAll('2027-', `${in_ + 1}-`).replaceAll('2026-', `${in_}-`),
        ) as Entry[],
    )
    .map((entry, at) => ({ ...entry, seq: at + 1 }));
};

const cluster = await startPostgres({ isQuick: false });
const sql = async (
  address: string,
  text: string,
  values: unknown[] = [],
): Promise<readonly pg.QueryResultRow[]> => {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query(text, values).finally(() => client.end());
  return rows;
};

const filled = async (owner: string, entries: readonly Entry[]): Promise<string> => {
  const address = await addPartnership(owner, 'p0');
  const store = await openStore(address, KEY);
  for (let from = 0; from < entries.length; from += TOGETHER) {
    const done = await Promise.all(entries.slice(from, from + TOGETHER).map(store.append));
    if (done.includes('stale')) throw new Error('the log is not what it says');
  }
  await store.close();
  return address;
};

/** What was written for the first is written for the others too, by the owner: the same rows, each its own. */
const copied = async (owner: string, count: number): Promise<readonly string[]> => {
  const all: string[] = [];
  for (let at = 1; at < count; at += 1) {
    all.push(await addPartnership(owner, `p${at}`));
    for (const [table, columns] of [
      ['entries', 'seq, link, body, writer'],
      ['pictures', 'seq, body'],
    ])
      await sql(
        owner,
        `insert into heed.${table} (partnership, ${columns}) select $1, ${columns} from heed.${table} where partnership = 'p0'`,
        [`p${at}`],
      );
  }
  await sql(owner, 'analyze heed.entries');
  return all;
};

const fail = (problem: unknown): never => {
  throw problem;
};
const open = (folder: string, more: object = {}): Promise<Engine> =>
  openEngine({
    folder,
    key: KEY,
    arrangement: merton,
    machineTime: () => NOW,
    onBug: fail,
    onTrouble: fail,
    ...more,
  });

let asked = 0;
const command = async ({ heed }: Engine): Promise<void> => {
  asked += 1;
  const typed = `/action add what="Step ${asked}" owner=police-lead due=2027-03-01 source=audit`;
  const { is } = await heed.ask({ actor: 'manager', via: 'bench', asking: { typed } });
  if (is !== 'accepted') throw new Error(`the command was ${is}`);
};
const sweep = async (engine: Engine): Promise<void> => {
  await engine.refresh();
  await engine.chat.reach();
  await engine.heed.tick();
};

const megabytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};

/** Two by turns, so that what else this machine does falls on both. */
const byTurns = async (
  times: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly [number, number]> => {
  const [first, second]: [number[], number[]] = [[], []];
  for (let at = 0; at < times; at += 1) {
    first.push(await timed(one));
    second.push(await timed(other));
  }
  return [median(first), median(second)];
};

const row = (what: string, ms: number, against: number): void =>
  say(`  ${what.padEnd(62)}${ms.toFixed(2).padStart(8)}${(ms / against).toFixed(2).padStart(8)}`);

try {
  const entries = longLog(await playedYear());
  say(`${MANY} partnerships of ${YEARS} years: ${entries.length} entries each, of which a year is`);
  say(
    `${YEAR.actions} actions, ${YEAR.requests} requests to three agencies and ${YEAR.incidents} incidents, with every sweep and message\n`,
  );
  await sql(cluster.url(), 'create database alone');
  await sql(cluster.url(), 'create database many');
  await filled(cluster.url('alone'), entries);
  const making = await timed(() =>
    filled(cluster.url('many'), entries).then(() => copied(cluster.url('many'), MANY)),
  );
  say(`  writing them took ${(making / 1000).toFixed(0)} s`);
  // The passwords of roles are the cluster's, not a database's: each is made again for its address.
  const many: string[] = [];
  for (let at = 0; at < MANY; at += 1)
    many.push(await addPartnership(cluster.url('many'), `p${at}`));
  const own = new URL(many[0] ?? '');
  own.pathname = '/alone';

  say(`${''.padEnd(64)}  p50 ms   ratio`);
  const one = await open(own.href);
  const ration = rationOf(40);
  const before = megabytes();
  const engines: Engine[] = [];
  const opening = await timed(() =>
    inTurn(many, async (address) => {
      engines.push(await open(address, { ration, isApart: true }));
    }),
  );
  await inTurn(engines, sweep);
  const each = (megabytes() - before) / MANY;
  const sessions = `select count(*)::int as n from pg_stat_activity where datname = 'many' and usename like 'heed_p%'`;
  const [held] = await sql(cluster.url(), sessions);
  const [it, ...others] = engines;
  if (!it) throw new Error('there are none');
  await byTurns(
    20,
    () => command(one),
    () => command(it),
  );
  const commands = await byTurns(
    200,
    () => command(one),
    () => command(it),
  );
  const sweeps = await byTurns(
    200,
    () => sweep(one),
    () => sweep(it),
  );
  const rounds: number[] = [];
  for (let at = 0; at < 5; at += 1) rounds.push((await timed(() => inTurn(engines, sweep))) / MANY);
  let isRunning = true;
  const round = (async () => {
    while (isRunning) await inTurn(others, sweep);
  })();
  const during = await p50(50, () => command(it));
  isRunning = false;
  await round;
  row('a command, alone in its database', commands[0], commands[0]);
  row(`a command, one of ${MANY}`, commands[1], commands[0]);
  row('a command, while rounds over the others go on without rest', during, commands[0]);
  row('a look at the clock, alone in its database', sweeps[0], sweeps[0]);
  row(`a look at the clock, one of ${MANY}`, sweeps[1], sweeps[0]);
  row(`a round over all ${MANY}, for each`, median(rounds), sweeps[0]);
  say('');
  say(
    `  opening each took ${(opening / MANY).toFixed(0)} ms; each holds ${each.toFixed(1)} MB; ${held?.n} connections were open`,
  );
  for (const engine of [one, ...engines]) await engine.close();
} finally {
  await cluster.end();
}
