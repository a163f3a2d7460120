import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sha256 } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { startCluster } from '../support/postgres.ts';
import { luck } from '../support/year-days.ts';

const cluster = await startCluster();
const APPENDER = fileURLToPath(new URL('../support/appender-child.ts', import.meta.url));
const ROUNDS = Math.max(6, Math.floor(Number(process.env.HEED_KILLS ?? 0) / 8));

const start = () =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', APPENDER, cluster.url()], {
    // One that loses its database says so and stops; here that is no news.
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Runs two at once, and ends them when they have said so many lines: by a kill, or under a crash. */
const runTwo = async (
  enough: number,
  end: 'kill' | 'crash',
  note: (line: string) => boolean,
): Promise<void> => {
  const both = [start(), start()];
  const gone = both.map((child) => once(child, 'close'));
  const kill = (): void => {
    for (const one of both) one.kill('SIGKILL');
  };
  let said = 0;
  const take = (line: string): void => {
    if (!note(line)) return;
    said += 1;
    if (said === enough) void (end === 'kill' ? kill() : cluster.stop('crash').then(kill));
  };
  for (const { stdout } of both) createInterface({ input: stdout }).on('line', take);
  await Promise.all(gone);
  if (end === 'crash') await cluster.start();
};

it(`loses nothing acknowledged while two write at once, are killed, and the database crashes, ${ROUNDS} times`, async () => {
  const lot = luck(Number(process.env.HEED_SEED) || 3);
  const acknowledged = new Map<number, string>();
  const note = (line: string): boolean => {
    const [, seq, hash] = /^(\d+) (.{64})$/.exec(line) ?? [];
    if (seq === undefined || hash === undefined) return false;
    if (acknowledged.has(Number(seq))) throw new Error(`entry ${seq} was acknowledged twice`);
    acknowledged.set(Number(seq), hash);
    return true;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await runTwo(40 + lot.below(120), round % 2 === 0 ? 'kill' : 'crash', note);
    const store = await openStore(cluster.url());
    const texts = (await Array.fromAsync(store.links())).map(({ text }) => sha256(text));
    await store.close();
    const lost = [...acknowledged].filter(([seq, hash]) => texts[seq - 1] !== hash);
    expect(lost).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 40);
}, 300_000);
