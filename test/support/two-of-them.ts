import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const CHILD = join(import.meta.dirname, 'year-child.ts');

/** What a Heed of the year says. */
export type Told =
  | { readonly is: 'ready' | 'away' }
  | { readonly is: 'ticked'; readonly waiting: number }
  | { readonly is: 'answered'; readonly accepted: boolean; readonly text: string };

type Answer = Told | { readonly is: 'gone' };

/** One Heed of the two, in a process of its own. */
export interface One {
  readonly pid: number;
  /** Gives an order, and resolves when it has been obeyed, or the process is gone. */
  readonly order: (order: object) => Promise<Answer>;
  readonly isGone: () => boolean;
  readonly kill: () => void;
}

export const startOne = async (...given: readonly string[]): Promise<One> => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', CHILD, ...given],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdin.on('error', () => undefined);
  let isGone = false;
  let answer: (told: Answer) => void = () => undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    answer(JSON.parse(line) as Told);
  });
  child.once('close', () => {
    isGone = true;
    answer({ is: 'gone' });
  });
  const next = (): Promise<Answer> =>
    new Promise((resolve) => {
      answer = resolve;
      if (isGone) resolve({ is: 'gone' });
    });
  const ready = await next();
  if (ready.is !== 'ready') throw new Error('a Heed of the year did not start');
  return {
    pid: child.pid ?? 0,
    order: (order) => {
      const answered = next();
      child.stdin.write(`${JSON.stringify(order)}\n`);
      return answered;
    },
    isGone: () => isGone,
    kill: () => void child.kill('SIGKILL'),
  };
};

export interface Parcel {
  readonly id: string;
  readonly pid: number;
  /** How many its Heed is sending at this moment. */
  readonly underWay: number;
  readonly who: string;
  readonly at: string;
  readonly title: string;
  readonly items: readonly {
    readonly record: string;
    readonly duty: string;
    readonly rung: string;
    readonly due: string;
    readonly to: string;
  }[];
}

/** What becomes of a parcel: taken and acknowledged, taken and then cut off or never answered, or refused. */
type Fate = 'taken' | 'taken-and-cut' | 'taken-in-silence' | '429' | '503';

/** The chat product of the year: keeps what it takes, and does with each what it is told. */
export const startSink = async (fateOf: (parcel: Parcel) => Promise<Fate>) => {
  const taken: Parcel[] = [];
  const server = createServer(async (request, response) => {
    response.on('error', () => undefined);
    const parcel = JSON.parse(await text(request)) as Parcel;
    const fate = await fateOf(parcel);
    if (fate.startsWith('taken')) taken.push(parcel);
    if (fate === 'taken-in-silence') return;
    if (fate === 'taken-and-cut') return void request.socket.destroy();
    response.statusCode = fate === 'taken' ? 200 : Number(fate);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
