// What Slack costs, beside a bare Bolt echo: `node test/bench/slack.ts`. Compare ratios, not milliseconds.
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hangUp, oneAtATime, type Round, round, together } from './slack/load.ts';
import { bolt, heed, type Program } from './slack/programs.ts';
import { openSink, type Sink } from './slack/sink.ts';
import { type Each, type Figures, sayFigures } from './slack/tell.ts';

const ROUNDS = 3;
const WARMING = 600;
const SYNCS = 100;
const REST_MS = 4000;
const LONGEST_MS = 85_000;
/** About what a logged incident takes in the log. */
const LINE = Buffer.alloc(1200, 'x');

const each = async <T>(
  programs: Each<Program>,
  work: (program: Program) => T | Promise<T>,
): Promise<Each<T>> => ({
  echo: await work(programs.echo),
  answer: await work(programs.answer),
  heed: await work(programs.heed),
});

const floor = async (path: string): Promise<readonly number[]> => {
  const file = await open(path, 'a');
  const took: number[] = [];
  for (let at = 0; at < SYNCS; at += 1) {
    const began = performance.now();
    await file.write(LINE);
    await file.datasync();
    took.push(performance.now() - began);
  }
  await file.close();
  return took;
};

const warm = async (sink: Sink, program: Program): Promise<void> => {
  await oneAtATime(sink, program, WARMING / 2);
  await together(sink, program, WARMING / 2, 'answered');
};

const measure = async (root: string, sink: Sink, programs: Each<Program>): Promise<Figures> => {
  const megabytes = () => each(programs, (program) => program.megabytes());
  const memory = [await megabytes()];
  await each(programs, (program) => warm(sink, program));
  await pause(REST_MS);
  memory.push(await megabytes());
  const syncs: number[] = [];
  const rounds: Each<Round>[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    syncs.push(...(await floor(join(root, 'floor'))));
    rounds.push(await each(programs, (program) => round(sink, program)));
  }
  memory.push(await megabytes());
  return { syncs, rounds: turned(rounds), memory: turned(memory) };
};

const turned = <T>(rows: readonly Each<T>[]): Each<readonly T[]> => ({
  echo: rows.map(({ echo }) => echo),
  answer: rows.map(({ answer }) => answer),
  heed: rows.map(({ heed }) => heed),
});

const late = setTimeout(() => {
  process.stderr.write('It takes too long: this machine is busy with something else.\n');
  process.exit(1);
}, LONGEST_MS);

const root = await mkdtemp(join(tmpdir(), 'heed-bench-slack-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
const sink = await openSink();
const started: Program[] = [];
const start = async (starting: Promise<Program>): Promise<Program> => {
  const program = await starting;
  started.push(program);
  return program;
};
try {
  await mkdir(join(root, 'heed'), { mode: 0o700 });
  const echo = await start(bolt('echo'));
  const answer = await start(bolt('answer'));
  const real = await start(heed(sink, join(root, 'heed')));
  sayFigures(await measure(root, sink, { echo, answer, heed: real }));
} finally {
  hangUp();
  await Promise.all(started.map((program) => program.stop()));
  await sink.close();
  clearTimeout(late);
}
