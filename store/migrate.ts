import { counted } from '../src/domain/words.ts';
import { moveStore } from './move.ts';
import { openStore } from './open.ts';
import { asProgram, UNUSABLE } from './program.ts';

const USAGE = `Write: npm run migrate-store -- FROM TO
Each is a folder, or postgres://…; HEED_KEY seals both, HEED_PARTNERSHIP says whose in a database.
`;

const run = async ([from, to, ...more]: readonly string[]): Promise<number> => {
  if (from === undefined || to === undefined || more.length > 0 || [from, to].includes('memory')) {
    process.stderr.write(USAGE);
    return UNUSABLE;
  }
  const { HEED_KEY, HEED_PARTNERSHIP: partnership } = process.env;
  const source = await openStore(from, HEED_KEY, { partnership });
  try {
    const target = await openStore(to, HEED_KEY, { partnership });
    try {
      const { entries, hash, kept } = await moveStore(source, target);
      process.stdout.write(
        `Moved ${counted(entries, 'entry', 'entries')} and ${counted(kept, 'item')} of conversations and registers. Hash of the last entry, the same in both: ${hash}.\nWhat was there is as it was; start Heed on one of the two alone.\n`,
      );
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};

await asProgram('moved', () => run(process.argv.slice(2)));
