import { parseArgs } from 'node:util';
import { CannotOpen } from '../store/cannot-open.ts';
import { openStore } from '../store/open.ts';
import { asText } from './app/message.ts';
import { BadArrangement, loadArrangement } from './arrangements/load.ts';
import { bugLog } from './bugs.ts';
import { BadSetting, config } from './config.ts';
import { instant } from './domain/day.ts';
import { assemble } from './heed.ts';
import { BadUsage, textOf } from './usage.ts';

const USAGE =
  'npm run -s import -- actions FILE.csv --data DIR [--dry-run] [--only-good] [--no-names] [--as PERSON] [--arrangement NAME_OR_YAML], or npm run -s import -- dates FILE.ics --name "Safeguarding Adults Board" [--kind meetings|holidays] --data DIR';

const now = () => instant(new Date());
const say = (line: string): void => void process.stdout.write(line);
const complain = (line: string): void => void process.stderr.write(line);

/** Takes a spreadsheet, or the days of a calendar, over into a folder that nobody else has open; sends nothing. */
const main = async (): Promise<void> => {
  const { what, file, as, ...given } = argumentsGiven();
  const { key, arrangement: usual, data, partnership } = config();
  const folder = given.data ?? data;
  if (!folder) throw new BadUsage(`Say which folder: --data DIR, or set HEED_DATA. ${USAGE}`);
  const arrangement = loadArrangement(given.arrangement ?? usual);
  const sheet = textOf(file);
  const store = await openStore(folder, key, { partnership });
  const courier = { send: async () => 'not-sent' as const };
  const heed = assemble({ store, arrangement, now, onBug: bugLog(complain, now), courier });
  try {
    const asking = what === 'actions' ? actionsAsked(sheet, given) : datesAsked(sheet, given);
    const { is, message } = await heed.ask({ actor: as, via: 'import', asking });
    say(`${asText(message)}\n`);
    if (is === 'refused') process.exitCode = 1;
  } finally {
    await store.close();
  }
};

type Given = ReturnType<typeof argumentsGiven>;

const actionsAsked = (sheet: string, given: Omit<Given, 'what' | 'file' | 'as'>) => {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  const fields = {
    sheet,
    'dry-run': yes(given['dry-run']),
    'only-good': yes(given['only-good']),
    'no-names': yes(given['no-names']),
  };
  return { command: 'action import', fields };
};

const datesAsked = (file: string, { name, kind }: Pick<Given, 'name' | 'kind'>) => {
  if (!name) throw new BadUsage(`Say whose days they are: --name "…". ${USAGE}`);
  return { command: 'meeting import', fields: { name, kind, file } };
};

const argumentsGiven = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        arrangement: { type: 'string' },
        as: { type: 'string', default: 'manager' },
        name: { type: 'string' },
        kind: { type: 'string', default: 'meetings' },
        'dry-run': { type: 'boolean', default: false },
        'only-good': { type: 'boolean', default: false },
        'no-names': { type: 'boolean', default: false },
      },
    });
    const [what, file, ...more] = positionals;
    if ((what === 'actions' || what === 'dates') && file && more.length === 0)
      return { ...values, what, file };
  } catch {
    // Said below, with everything else that can be wrong with the words of a command.
  }
  throw new BadUsage(`Write: ${USAGE}`);
};

main().catch((problem: unknown) => {
  const kinds = [BadUsage, BadArrangement, BadSetting, CannotOpen];
  const known = kinds.some((kind) => problem instanceof kind);
  complain(`${known ? (problem as Error).message : (problem as Error).stack}\n`);
  process.exitCode = 2;
});
