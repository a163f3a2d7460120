import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../store/open.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** What is left on the disk before somebody writes: enough for some hundred entries. */
const LEFT = 200 * 1024;
const MOST = 5_000;
const FILLER = 'filler';

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly complained: () => string;
}

/** Those that this program has started: none of them outlives it. */
const running = new Set<ChildProcess>();

export const stopAll = async (): Promise<void> => {
  for (const child of running) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
};

const start = async (dir: string, port: number): Promise<Started> => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, '--data', dir],
    { env: { ...process.env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  child.once('exit', () => void running.delete(child));
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  const url = /http:\/\/\S+/.exec(String(line))?.[0];
  if (!url) throw new Error(complaint);
  return { child, url, complained: () => complaint };
};

/** Gives one more action; whether it was acknowledged, and nothing where nobody answers any more. */
const ask = async (url: string, n: number): Promise<boolean | undefined> => {
  const fields = {
    what: `Brief team number ${n}`,
    owner: 'police-lead',
    due: 'in 60 working days',
    source: 'audit',
  };
  try {
    const answer = await fetch(`${url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ who: 'manager', command: 'action add', fields }),
    });
    const { is } = (await answer.json()) as { readonly is?: string };
    return answer.ok && is === 'accepted';
  } catch {
    return undefined;
  }
};

/** A file that leaves just so much room. */
const fill = (disk: string, name: string, left: number): string => {
  const { bavail, bsize } = statfsSync(disk);
  const filler = join(disk, name);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return filler;
};

const actionsIn = async (dir: string): Promise<number> => {
  const store = await openStore(dir);
  let count = 0;
  for await (const { changes } of store.entries())
    count += changes.filter(({ type }) => type === 'action-added').length;
  await store.close();
  return count;
};

export interface Filled {
  readonly acknowledged: number;
  readonly sentence: string;
}

/** Asks until nobody answers any more. */
const fillUp = async (dir: string, disk: string, port: number): Promise<Filled> => {
  const { child, url, complained } = await start(dir, port);
  const gone = once(child, 'exit');
  fill(disk, FILLER, LEFT);
  let acknowledged = 0;
  for (let n = 0; n < MOST; n += 1) {
    const is = await ask(url, n);
    if (is === undefined) break;
    if (is) acknowledged += 1;
  }
  child.kill('SIGTERM');
  const [code] = (await gone) as [number | null];
  const sentence = complained().trim();
  if (code !== 1 || !sentence.includes('The disk is full'))
    throw new Error(`it ended with ${code} and said: ${sentence}`);
  return { acknowledged, sentence };
};

const saysSoAtStart = async (dir: string, disk: string, port: number): Promise<void> => {
  const rest = fill(disk, 'rest', 0);
  const said = await start(dir, port).then(
    () => 'nothing, and it started',
    (problem: Error) => problem.message,
  );
  rmSync(rest);
  if (!said.includes('is on a disk that is full') || said.includes(' at async '))
    throw new Error(`started on a full disk it said: ${said}`);
};

/**
 * The program itself on a disk that fills up as it writes: it stops with a sentence, and says one when it is started
 * again; nothing acknowledged is lost, and it goes on once there is room. Throws where any of it is not so.
 */
export const fullDisk = async (disk: string, port: number): Promise<Filled> => {
  const dir = join(disk, 'heed');
  const filled = await fillUp(dir, disk, port);
  await saysSoAtStart(dir, disk, port);
  rmSync(join(disk, FILLER));
  const lost = filled.acknowledged - (await actionsIn(dir));
  if (lost > 0) throw new Error(`${lost} acknowledged are lost`);
  const again = await start(dir, port);
  const goesOn = await ask(again.url, MOST);
  await stopAll();
  if (!goesOn) throw new Error('it does not go on once there is room');
  return filled;
};
