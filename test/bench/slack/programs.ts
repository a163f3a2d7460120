import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Sink } from './sink.ts';

/** What is measured: a process of its own that takes slash commands. */
export interface Program {
  readonly url: string;
  readonly secret: string;
  /** What is typed after the slash command. */
  readonly text: string;
  /** What its answer must say; nothing where it answers in the acknowledgement. */
  readonly says?: string;
  readonly megabytes: () => number;
  readonly stop: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '../../..');
const SECRET = 'bench-signing-secret-0123456789ab';
const TYPED = 'log harm=died abuse=suspected aware=today';

/** Slack's own SDK with nothing behind it. */
export const bolt = async (how: 'echo' | 'answer'): Promise<Program> => {
  // As plain JavaScript, so that what Node needs to strip types does not count as Bolt's.
  const source = stripTypeScriptTypes(
    readFileSync(join(ROOT, 'test/support/bolt-child.ts'), 'utf8'),
  );
  const child = start(['--input-type=module', '--eval', source, 'bolt', how, SECRET], {});
  const url = await said(child, /^http\S+/);
  const asked = { url, secret: SECRET, text: TYPED };
  return { ...asked, ...held(child), ...(how === 'answer' ? { says: 'harm=died' } : {}) };
};

/** The real program, as `npm start` starts it, on a folder of its own. */
export const heed = async (sink: Sink, folder: string): Promise<Program> => {
  const settings = join(folder, '..', 'slack.yaml');
  await writeFile(
    settings,
    'workspaces:\n  - { name: bench, team: T0BENCH }\npeople:\n  manager: T0BENCH/UMANAGER\n',
  );
  const child = start([...startArguments(), '--data', folder], {
    HEED_SLACK: settings,
    SLACK_API_URL: sink.apiUrl,
    SLACK_BENCH_BOT_TOKEN: 'xoxb-bench',
    SLACK_BENCH_SIGNING_SECRET: SECRET,
    PORT: '0',
    FRONT_PORT: '0',
  });
  const url = await said(child, /^Slack calls (\S+)/);
  return { url, secret: SECRET, text: TYPED, says: 'is logged', ...held(child) };
};

/** What `npm start` gives to Node. */
const startArguments = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return scripts.start?.split(' ').slice(1) ?? [];
};

const start = (args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess => {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  process.once('exit', () => void child.kill('SIGKILL'));
  return child;
};

/** The first line that looks so: what it names. */
const said = async (child: ChildProcess, looks: RegExp): Promise<string> => {
  if (!child.stdout) throw new Error('nothing is heard of it');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = looks.exec(line);
    if (found) return found[1] ?? found[0];
  }
  throw new Error('it stopped before it began');
};

const held = (child: ChildProcess): Pick<Program, 'megabytes' | 'stop'> => ({
  megabytes: () => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
  },
  stop: async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  },
});
