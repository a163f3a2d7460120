import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sha256 } from '../../store/chain.ts';
import { openStore } from '../../store/open.ts';
import { envelope, parseKey } from '../../store/seal.ts';
import { survey } from '../../store/survey.ts';
import { walk } from '../../store/walk.ts';
import { randomly } from '../support/random.ts';
import { newFolder } from './folder.ts';

const FOLDERS = 4;
/** The suite kills 32 times; `npm run nightly` and CI 104 times. */
const KILLS = Number(process.env.HEED_KILLS ?? 32) / FOLDERS;
const KEY = 'ab'.repeat(32);
const APPENDER = fileURLToPath(new URL('../support/appender-child.ts', import.meta.url));
const GIVEN = process.env.HEED_SEED ?? 'random';
const SEED = GIVEN === 'random' ? Math.floor(Math.random() * 2 ** 32) : Number(GIVEN);

type Random = ReturnType<typeof randomly>;

interface Folder {
  readonly dir: string;
  readonly key: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Which entry was acknowledged under each number. */
  readonly acknowledged: Map<number, string>;
}

/** When to kill: so many lines on, the first of which is said before opening, or a little later. */
const momentFrom = (random: Random): { readonly lines: number; readonly late: number } =>
  random(4) === 0
    ? { lines: 1, late: random(60) }
    : { lines: 2 + random(200), late: random(2) * random(8) };

const startAndKill = async (
  { dir, key, env, acknowledged }: Folder,
  random: Random,
): Promise<void> => {
  const child = spawn(process.execPath, [APPENDER, dir, ...(key ? [key] : [])], { env });
  const closed = once(child, 'close');
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const kill = () => child.kill('SIGKILL');
  const { lines, late } = momentFrom(random);
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    note(acknowledged, line);
    said += 1;
    if (said === lines) void (late === 0 ? kill() : pause(late).then(kill));
  }
  await closed;
  expect({ signal: child.signalCode, complaint }).toEqual({ signal: 'SIGKILL', complaint: '' });
};

/** The last line may be cut off in its hash: then it was not yet said. */
const note = (acknowledged: Map<number, string>, line: string): void => {
  const [, seq, hash] = /^(\d+) (.{64})$/.exec(line) ?? [];
  if (seq === undefined || hash === undefined) return;
  if (acknowledged.has(Number(seq))) throw new Error(`entry ${seq} was acknowledged twice`);
  acknowledged.set(Number(seq), hash);
};

/** What a power cut in the middle of a write would have left. */
const tear = async (dir: string, random: Random): Promise<void> => {
  const path = join(dir, 'entries.chain');
  const bytes = await readFile(path);
  const line = bytes.subarray(bytes.lastIndexOf('\n', -2) + 1);
  await appendFile(path, line.subarray(0, random(line.length)));
};

/** Opens the folder as the next start would; what was acknowledged must be there, and nothing torn. */
const check = async ({ dir, key, acknowledged }: Folder): Promise<void> => {
  const store = await openStore(dir, key);
  const { seq } = await store.read();
  const bytes = await readFile(join(dir, 'entries.chain'));
  const links = [...walk(bytes, envelope('log', key === undefined ? undefined : parseKey(key)))];
  await store.close();
  expect(links.length).toBe(seq);
  expect(links.at(-1)?.end ?? 0).toBe(bytes.length);
  const lost = [...acknowledged].filter(([at, hash]) => sha256(links[at - 1]?.text ?? '') !== hash);
  expect(lost).toEqual([]);
};

const killLoop = async (folder: Folder, random: Random, stop: AbortSignal): Promise<number> => {
  for (let kills = 1; kills <= KILLS && !stop.aborted; kills += 1) {
    await startAndKill(folder, random);
    if (random(4) === 0 && folder.acknowledged.size > 0) await tear(folder.dir, random);
    // Every other time the next appender finds the folder as the kill has left it.
    if (random(2) === 0 || kills === KILLS) await check(folder);
  }
  expect(await survey(folder.dir, folder.key)).toMatchObject({ torn: 0, picture: 'agrees' });
  return folder.acknowledged.size;
};

it(`loses nothing acknowledged and loads nothing torn, killed ${FOLDERS * KILLS} times (HEED_SEED=${SEED})`, {
  timeout: 300_000,
}, async () => {
  expect(KILLS).toBeGreaterThanOrEqual(8);
  const env = { ...process.env, NODE_COMPILE_CACHE: await newFolder() };
  spawnSync(process.execPath, [APPENDER], { env });
  const stop = new AbortController();
  const loops = Array.from({ length: FOLDERS }, async (_, index) => {
    const key = index % 2 === 0 ? undefined : KEY;
    const folder = { dir: await newFolder(), key, env, acknowledged: new Map<number, string>() };
    return killLoop(folder, randomly(SEED + index), stop.signal);
  });
  // Where one fails, the others end first: none may be left running in a folder that is gone.
  for (const loop of loops) loop.catch(() => stop.abort());
  await Promise.allSettled(loops);
  const acknowledged = (await Promise.all(loops)).reduce((sum, one) => sum + one, 0);
  // Were it a handful, the kills would have hit nothing.
  expect(acknowledged).toBeGreaterThan(500);
});
