import { parseArgs } from 'node:util';
import { CannotOpen } from '../store/cannot-open.ts';
import { openStore } from '../store/open.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { BadSetting, config } from './config.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { asJson } from './rehearsal/json.ts';
import { type Happening, play } from './rehearsal/play.ts';
import { BadScript, readScript, type Script } from './rehearsal/script.ts';
import { transcript } from './rehearsal/transcript.ts';
import { BadUsage, textOf } from './usage.ts';

const USAGE = 'npm run -s rehearse -- FILE [--json] [--arrangement NAME_OR_YAML] [--data DIR]';
const DEFAULT_ARRANGEMENT = 'merton-2023';

// Whoever reads only the beginning (`| head`) has had enough.
process.stdout.on('error', () => process.exit());

const main = async (): Promise<void> => {
  const { file, json, arrangement: chosen, data } = argumentsGiven();
  const script = readScript(textOf(file));
  const arrangement = chosen ? loadArrangement(chosen) : arrangementOf(script);
  for (const warning of arrangement.warnings) process.stderr.write(`${warning}\n`);
  const store = await openStore(data ?? 'memory', config().key);
  const say = json ? sayJson : transcript();
  const tell = (happening: Happening): void => void process.stdout.write(say(happening));
  try {
    await play(script, { arrangement, store, tell, onBug });
  } finally {
    await store.close();
  }
};

const argumentsGiven = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        arrangement: { type: 'string' },
        data: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { ...values, file };
  } catch {
    // Said below, with everything else that can be wrong with the words of a command.
  }
  throw new BadUsage(`Write: ${USAGE}`);
};

const arrangementOf = ({ arrangement }: Script): Arrangement => {
  if (!arrangement) return loadArrangement(DEFAULT_ARRANGEMENT);
  try {
    return loadArrangement(arrangement.name);
  } catch (problem) {
    if (!(problem instanceof BadArrangement)) throw problem;
    throw new BadScript(arrangement.line, `expected an arrangement. ${problem.message}`);
  }
};

const sayJson = (happening: Happening): string =>
  happening.kind === 'asked' ? '' : `${asJson(happening, happening.arrangement)}\n`;

/** A bug in a rehearsal is shown whole: there is nobody's case in it. */
const onBug = (bug: unknown): string => {
  process.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
  return 'REHEARSAL';
};

main().catch((problem: unknown) => {
  const theirs =
    problem instanceof BadScript ||
    problem instanceof BadUsage ||
    problem instanceof BadArrangement;
  const said = theirs || problem instanceof CannotOpen || problem instanceof BadSetting;
  process.stderr.write(`${said ? problem.message : (problem as Error).stack}\n`);
  process.exitCode = theirs ? 2 : 1;
});
