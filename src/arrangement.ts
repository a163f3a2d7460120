import { parseArgs } from 'node:util';
import { explain } from './arrangements/explain/explain.ts';
import { BadArrangement, readNamed } from './arrangements/load.ts';
import { Day, instant, londonDay } from './domain/day.ts';
import { counted } from './domain/words.ts';
import { BadUsage } from './usage.ts';

const USAGE =
  'npm run -s arrangement -- check NAME_OR_YAML, or: npm run -s arrangement -- explain NAME_OR_YAML [--on 2026-04-01]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

// Whoever reads only the beginning (`| head`) has had enough.
process.stdout.on('error', () => process.exit());

/** Looks at an arrangement and changes nothing: 0 where it can be used, 1 where it cannot, 2 where it was not looked at. */
const main = (): number => {
  const { what, file, on } = argumentsGiven();
  const read = readNamed(file);
  if ('mistakes' in read) {
    say(`${file} cannot be used: ${counted(read.mistakes.length, 'mistake')}.`);
    for (const mistake of read.mistakes) say(`  ${mistake}`);
    return 1;
  }
  const { arrangement } = read;
  if (what === 'explain') {
    process.stdout.write(explain(arrangement, on));
    return 0;
  }
  say(`${file} can be used: ${arrangement.title}.`);
  for (const warning of arrangement.warnings) say(`  ${warning}`);
  return 0;
};

const argumentsGiven = () => {
  try {
    const options = { on: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [what, file, ...more] = positionals;
    const on = Day.safeParse(values.on ?? londonDay(instant(new Date())));
    if ((what === 'check' || what === 'explain') && file && more.length === 0 && on.success)
      return { what, file, on: on.data };
  } catch {
    // Said below, with everything else that can be wrong with the words of a command.
  }
  throw new BadUsage(`Write: ${USAGE}`);
};

try {
  process.exitCode = main();
} catch (problem) {
  const known = problem instanceof BadUsage || problem instanceof BadArrangement;
  process.stderr.write(`${known ? problem.message : (problem as Error).stack}\n`);
  process.exitCode = 2;
}
