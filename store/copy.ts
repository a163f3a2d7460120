import { parseArgs } from 'node:util';
import { counted } from '../src/domain/words.ts';
import { CannotOpen } from './cannot-open.ts';
import { backUp, restore } from './copies.ts';
import { isPostgres } from './postgres/place.ts';
import { asProgram, UNUSABLE } from './program.ts';

const USAGE = `Write: npm run backup -- DIR [--data FOLDER], to copy the folder of Heed to DIR
   or: npm run restore -- DIR [--data FOLDER], to put the copy in DIR back
The folder is HEED_DATA where none is given; HEED_KEY is the key that it is sealed with.
`;
const PURGED_SINCE =
  'Was anything purged after this copy was made? It is back: decide it again (/keep purge), and run npm run purge.\n';

const given = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
  } catch {
    return undefined;
  }
};

const run = async (): Promise<number> => {
  const { positionals = [], values } = given() ?? {};
  const [what, copy, ...more] = positionals;
  const { HEED_DATA, HEED_STORE, HEED_KEY } = process.env;
  const folder = values?.data ?? HEED_DATA ?? HEED_STORE;
  if (folder !== undefined && isPostgres(folder))
    throw new CannotOpen(
      'A database is copied and put back with its own programs: see docs/running.md.',
    );
  if (copy === undefined || folder === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return UNUSABLE;
  }
  const [work, from, to, done] =
    what === 'restore'
      ? ([restore, copy, folder, 'Put back'] as const)
      : ([backUp, folder, copy, 'Copied'] as const);
  const { entries, hash } = await work(from, to, HEED_KEY);
  process.stdout.write(
    `${done} ${counted(entries, 'entry', 'entries')} from ${from} to ${to}, and walked the chain there. Hash of the last entry: ${hash}.\n${what === 'restore' ? PURGED_SINCE : ''}`,
  );
  return 0;
};

await asProgram('done', run);
