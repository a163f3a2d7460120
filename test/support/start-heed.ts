import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

export interface Running {
  readonly url: string;
  /** SIGKILL, as a power cut or an impatient hand would. */
  readonly kill: () => Promise<void>;
}

/** The real program, in a process of its own; resolves when it says where it is. */
export const startHeed = async (
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, '--data', folder],
    {
      env: { ...process.env, PORT: String(port), ...settings },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    url: /http:\/\/\S+/.exec(line)?.[0] ?? '',
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};
