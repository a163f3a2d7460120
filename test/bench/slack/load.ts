import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Program } from './programs.ts';
import { type Answered, type Sink, whole } from './sink.ts';

/** A slash command, signed and ready to go. */
interface Shot {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly answered: Promise<Answered>;
  readonly answer: (answered: Answered) => void;
}

/** How many a second: acknowledged until the last was, answered until the last was. */
export interface Rates {
  readonly acknowledged: number;
  readonly answered: number;
  /** How much of its time the one that asks was busy: at 1 it is the bottleneck itself. */
  readonly busy: number;
}

export interface Times {
  readonly acknowledged: readonly number[];
  readonly answered: readonly number[];
}

const AT_ONCE = 32;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
let triggers = 0;

const aShot = (sink: Sink, { secret, text }: Program): Shot => {
  triggers += 1;
  const { url, ...hook } = sink.hook();
  const body = new URLSearchParams({
    command: '/incident',
    text,
    team_id: 'T0BENCH',
    user_id: 'UMANAGER',
    channel_id: 'C0BENCH',
    trigger_id: `${triggers}.${process.pid}`,
    response_url: url,
  }).toString();
  const stamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return { body, headers, ...hook };
};

/** Resolves when the acknowledgement is all there; what it says is the answer. */
const fire = ({ url }: Program, { body, headers, answer }: Shot): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers }, (response) =>
      whole(response, (text) => {
        if (text) answer({ at: performance.now(), text });
        if (response.statusCode === 200) resolve();
        else reject(new Error(`acknowledged with ${response.statusCode}`));
      }),
    );
    asked.on('error', reject).end(body);
  });

/** When the answer came; throws where it is not the one that was to be. */
const arrival = async ({ says }: Program, { answered }: Shot): Promise<number> => {
  const { at, text } = await answered;
  if (!text.includes(says ?? '')) throw new Error(`answered otherwise: ${text.slice(0, 200)}`);
  return at;
};

const shots = (sink: Sink, program: Program, count: number): readonly Shot[] =>
  Array.from({ length: count }, () => aShot(sink, program));

/** Each is sent when the one before it has been answered. */
export const oneAtATime = async (sink: Sink, program: Program, count: number): Promise<Times> => {
  const times = { acknowledged: [] as number[], answered: [] as number[] };
  for (const shot of shots(sink, program, count)) {
    const began = performance.now();
    await fire(program, shot);
    times.acknowledged.push(performance.now() - began);
    if (program.says !== undefined) times.answered.push((await arrival(program, shot)) - began);
  }
  return times;
};

/** So many in flight: the next is sent when one has been acknowledged, or answered. */
export const together = async (
  sink: Sink,
  program: Program,
  count: number,
  until: 'acknowledged' | 'answered',
): Promise<Rates> => {
  const ready = shots(sink, program, count);
  const queue = ready.values();
  const before = performance.eventLoopUtilization();
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (const shot of queue) {
      await fire(program, shot);
      if (until === 'answered' && program.says !== undefined) await arrival(program, shot);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const acknowledged = performance.now() - began;
  const arrivals =
    program.says === undefined
      ? []
      : await Promise.all(ready.map((shot) => arrival(program, shot)));
  return {
    acknowledged: (1000 * count) / acknowledged,
    answered: arrivals.length > 0 ? (1000 * count) / (Math.max(...arrivals) - began) : Number.NaN,
    busy: performance.eventLoopUtilization(before).utilization,
  };
};

const ALONE = 120;
const MANY = 500;

/** One round's figures. */
export interface Round {
  readonly alone: Times;
  /** The next is sent when one has been acknowledged. */
  readonly pushed: Rates;
  /** The next is sent when one has been answered. */
  readonly steady: Rates;
}

export const round = async (sink: Sink, program: Program): Promise<Round> => ({
  alone: await oneAtATime(sink, program, ALONE),
  pushed: await together(sink, program, MANY, 'acknowledged'),
  steady: await together(sink, program, MANY, 'answered'),
});

/** Not a number where there is nothing to be measured. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const hangUp = (): void => agent.destroy();
