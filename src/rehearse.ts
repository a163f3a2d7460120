import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStore } from '../store/open.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { config } from './config.ts';
import { asJson } from './rehearsal/json.ts';
import { play } from './rehearsal/play.ts';
import { BadScript, readScript, type Script } from './rehearsal/script.ts';
import { transcript } from './rehearsal/transcript.ts';

const USAGE = 'npm run -s rehearse -- FILE [--json] [--arrangement NAME_OR_YAML] [--data DIR]';
const DEFAULT_ARRANGEMENT = 'merton-2023';

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      arrangement: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new BadUsage(USAGE);
  const script = scriptOf(file);
  const arrangement = loadArrangement(
    values.arrangement ?? script.arrangement ?? DEFAULT_ARRANGEMENT,
  );
  const store = await openStore(values.data ?? 'memory', config().key);
  const read = transcript();
  const tell = (happening: Parameters<typeof read>[0]): void => {
    if (!values.json) process.stdout.write(read(happening));
    else if (happening.kind !== 'asked')
      process.stdout.write(`${asJson(happening, arrangement)}\n`);
  };
  try {
    await play(script, { arrangement, store, tell, onBug });
  } finally {
    await store.close();
  }
};

class BadUsage extends Error {}

const scriptOf = (file: string): Script => {
  try {
    return readScript(readFileSync(file, 'utf8'));
  } catch (problem) {
    if (problem instanceof BadScript) throw problem;
    throw new BadUsage(`${file} cannot be read. Check its path.`);
  }
};

/** A bug in a rehearsal is shown whole: there is nobody's case in it. */
const onBug = (bug: unknown): string => {
  process.stderr.write(`${bug instanceof Error ? bug.stack : String(bug)}\n`);
  return 'REHEARSAL';
};

main().catch((problem: unknown) => {
  const known = [BadScript, BadUsage, BadArrangement].some((kind) => problem instanceof kind);
  process.stderr.write(`${known ? (problem as Error).message : (problem as Error).stack}\n`);
  process.exitCode = known ? 2 : 1;
});
