import { median, type Round } from './load.ts';

/** Every candidate, and what is measured of each. */
export type Each<T> = Readonly<Record<'echo' | 'answer' | 'heed', T>>;

export interface Figures {
  /** Milliseconds that a bare append and fdatasync took. */
  readonly syncs: readonly number[];
  readonly rounds: Each<readonly Round[]>;
  /** Megabytes: started, at rest after the warming up, and after everything. */
  readonly memory: Each<readonly number[]>;
}

const TITLES: readonly (readonly [keyof Each<unknown>, string])[] = [
  ['echo', "Bolt: ack('ok')"],
  ['answer', 'Bolt: ack(), respond()'],
  ['heed', 'Heed: /incident log'],
];

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const cell = (value: number, digits = 2): string =>
  (Number.isNaN(value) ? '–' : value.toFixed(digits)).padStart(9);

/** A table of columns, each with its ratio to the first row that has a figure in it. */
const table = (
  title: string,
  columns: readonly string[],
  digits: number,
  of: (name: keyof Each<unknown>) => readonly number[],
): void => {
  say();
  say(`${title.padEnd(26)}${columns.map((column) => column.padStart(18)).join('')}`);
  const firsts = columns.map((_, at) =>
    TITLES.map(([name]) => of(name)[at] ?? Number.NaN).find((value) => !Number.isNaN(value)),
  );
  for (const [name, said] of TITLES) {
    const cells = of(name).map(
      (value, at) => cell(value, digits) + cell(value / (firsts[at] ?? Number.NaN)),
    );
    say(`  ${said.padEnd(24)}${cells.join('')}`);
  }
};

/** A figure beside what it is to be. */
const target = (said: string, is: number, sign: '<=' | '>=', wanted: number): void => {
  const met = sign === '<=' ? is <= wanted : is >= wanted;
  say(`  ${said.padEnd(62)}${cell(is)}  ${sign}${cell(wanted)}  ${met ? 'met' : 'NOT MET'}`);
};

export const sayFigures = ({ syncs, rounds, memory }: Figures): void => {
  const of = (name: keyof Each<unknown>, read: (one: Round) => number): number =>
    median(rounds[name].map(read));
  const acknowledged = ({ alone }: Round): number => median(alone.acknowledged);
  const answered = ({ alone }: Round): number => median(alone.answered);
  const sync = median(syncs);
  say(`the floor: a bare append and fdatasync, p50 ms  ${sync.toFixed(2)}`);
  table('one at a time, p50 ms', ['acknowledged', 'answered'], 2, (name) => [
    of(name, acknowledged),
    of(name, answered),
  ]);
  table(
    '32 in flight until acknowledged, a second',
    ['acknowledged', 'all answered'],
    0,
    (name) => [
      of(name, ({ pushed }) => pushed.acknowledged),
      of(name, ({ pushed }) => pushed.answered),
    ],
  );
  table('32 in flight until answered, a second', ['answered'], 0, (name) => [
    of(name, ({ steady }) => (name === 'echo' ? Number.NaN : steady.answered)),
  ]);
  say(
    `  who asked was busy ${TITLES.map(([name]) => cell(100 * of(name, ({ pushed }) => pushed.busy), 0)).join('')} %`,
  );
  table('memory, MB', ['started', 'at rest, warm', 'afterwards'], 0, (name) => memory[name]);
  say('\nagainst the targets');
  const echo = of('echo', acknowledged);
  target(
    'acknowledged; 2 echoes and an fdatasync, ms',
    of('heed', acknowledged),
    '<=',
    2 * echo + sync,
  );
  target('answered; 2 echoes and an fdatasync, ms', of('heed', answered), '<=', 2 * echo + sync);
  target(
    "answered; 2 of Bolt's own answers and an fdatasync, ms",
    of('heed', answered),
    '<=',
    2 * of('answer', answered) + sync,
  );
  const rate = of('echo', ({ pushed }) => pushed.acknowledged);
  target(
    'acknowledged a second, to the echo',
    of('heed', ({ pushed }) => pushed.acknowledged) / rate,
    '>=',
    0.8,
  );
  target(
    'answered a second, to the echo',
    of('heed', ({ pushed }) => pushed.answered) / rate,
    '>=',
    0.8,
  );
  target(
    "answered a second, to Bolt's own answers",
    of('heed', ({ pushed }) => pushed.answered) / of('answer', ({ pushed }) => pushed.answered),
    '>=',
    0.8,
  );
  const [started = 0, warm = 0] = memory.echo;
  target('MB when started, to the echo and 30', memory.heed[0] ?? Number.NaN, '<=', started + 30);
  target('MB at rest and warm, to the echo and 30', memory.heed[1] ?? Number.NaN, '<=', warm + 30);
};
