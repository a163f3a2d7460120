// What each thing costs as a partnership grows, in a folder and in PostgreSQL: `node test/bench/growth.ts`.
// It writes its table into docs/performance.md: compare ratios, not milliseconds.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../support/cluster.ts';
import { type Floors, floors, stock } from './growth/floors.ts';
import { fill, type Measured, measure, type Place } from './growth/place.ts';
import { type Row, table, withTable } from './growth/table.ts';

const SIZES = [1000, 10_000, 100_000] as const;
const DOC = join(import.meta.dirname, '../../docs/performance.md');

const root = await mkdtemp(join(tmpdir(), 'heed-growth-'));
const cluster = await startPostgres();

const grown = async (places: readonly Place[]): Promise<readonly Measured[]> => {
  const measured: Measured[] = [];
  for (const [at, place] of places.entries()) {
    await fill(place, SIZES[at] ?? 0);
    measured.push(await measure(place));
  }
  return measured;
};

const folders = async (): Promise<readonly Place[]> => {
  const at = SIZES.map((size) => join(root, String(size)));
  await Promise.all(at.map((folder) => mkdir(folder, { mode: 0o700 })));
  return at.map((folder) => ({ at: folder }));
};

/** What grew in one kind of place; `against` names what a commit there cannot be had for less than. */
const rowsOf = (
  where: string,
  of: readonly Measured[],
  { sync, insert, echo }: Floors,
): readonly Row[] => {
  const [bare, against] =
    where === 'a folder' ? [sync, 'an append and fdatasync'] : [insert, 'a bare insert'];
  const row = (
    what: string,
    read: (one: Measured) => number,
    floor = bare,
    name = against,
  ): Row => ({
    what: `${what}, ${where}`,
    against: name,
    ratios: of.map((one) => read(one) / floor),
  });
  return [
    row('a commit', ({ commit }) => commit),
    row('a command: read, decided, durable', ({ command }) => command),
    row('the same', ({ command }) => command, echo, 'a bare Bolt echo'),
    row('a sweep, ten due', ({ sweep }) => sweep),
    row('the first sweep after a start', ({ firstSweep }) => firstSweep),
    row('opening, from the picture', ({ open }) => open),
    row('memory, opened and swept', ({ megabytes }) => megabytes, of[0]?.megabytes, 'at 1,000'),
  ];
};

try {
  const floor = await floors(cluster);
  const inFolders = await grown(await folders());
  const inDatabase = await grown(
    SIZES.map((size) => ({ at: cluster.url(), partnership: `of_${size}` })),
  );
  const stocks: number[] = [];
  for (const size of SIZES) stocks.push((await stock(size)) / floor.sync);
  const said = table(SIZES, [
    ...rowsOf('a folder', inFolders, floor),
    ...rowsOf('PostgreSQL', inDatabase, floor),
    { what: 'stock lowdb, not durable', against: 'an append and fdatasync', ratios: stocks },
  ]);
  const [mb = 0] = inFolders.map(({ megabytes }) => megabytes);
  const floorsSaid = `An append and fdatasync took ${floor.sync.toFixed(2)} ms, a bare insert ${floor.insert.toFixed(2)} ms, a bare Bolt echo ${floor.echo.toFixed(2)} ms; a process with 1,000 records took ${mb.toFixed(0)} MB.`;
  process.stdout.write(`${said}\n\n${floorsSaid}\n`);
  await writeFile(DOC, withTable(await readFile(DOC, 'utf8'), `${said}\n\n${floorsSaid}`));
} finally {
  await cluster.end();
  await rm(root, { recursive: true, force: true });
}
