import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from '../../store/files.ts';
import { envelope } from '../../store/seal.ts';
import { entryOf, walk } from '../../store/walk.ts';

/** What was decided in a folder, a line each, but for what the clock brings and the surface it came by. */
export const decisionsIn = (folder: string): readonly string[] => {
  const bytes = readFileSync(join(folder, FILES.log));
  return [...walk(bytes, envelope('log', undefined))]
    .map(entryOf)
    .filter(({ by }) => by !== 'heed')
    .map(
      ({ at, by, asked, changes }) =>
        `${at.slice(0, 10)} @${by} /${asked} ${changes.map(({ type }) => type)}`,
    );
};
