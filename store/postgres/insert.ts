import { setTimeout as pause } from 'node:timers/promises';
import { StoreAway, UnsafeStore } from '../../src/app/ports.ts';
import { codeOf } from '../files.ts';
import type { Row } from './link.ts';
import type { Database } from './pool.ts';

/** What this process has read is no more: it was set back to an earlier backup, while Heed was running. */
export const shorter = (): UnsafeStore =>
  new UnsafeStore(
    'The database does not hold what was read from it before, so nothing more can be promised: was a backup put back? Start Heed again.',
  );

const DOUBLE = '23505';
/** Between one try and the next, in milliseconds: after the last it is said that nobody knows. */
export const RESTS: readonly number[] = [100, 300, 1000, 2500];

// The row before must be the one that these continue: no gap, and no chain beside the chain.
const INSERT = `
  insert into heed.entries (seq, link, body, writer)
  select seq, link, body, $1 from unnest($2::int[], $3::text[], $4::text[]) as given (seq, link, body)
  where $5 = 0 or exists (select from heed.entries where seq = $5 and link = $6)
  returning seq`;
const WHOSE = 'select writer::text from heed.entries where seq = $1';

/** What a batch continues. */
export interface Before {
  readonly seq: number;
  readonly link: string;
}

/**
 * Writes all of them or none; `stale` where somebody else has written in between. A connection that is
 * lost meanwhile leaves open whether they were written, so it is asked for again under the same name
 * until that is known. Throws StoreAway where it cannot be known, or nothing could be reached.
 */
export const insertRows = async (
  db: Database,
  writer: string,
  rows: readonly Row[],
  before: Before,
  rests: readonly number[],
): Promise<'appended' | 'stale'> => {
  let unclear: StoreAway | undefined;
  for (const rest of [...rests, 0]) {
    const tried = await tryOnce(db, writer, rows, before);
    if (!(tried instanceof StoreAway)) return tried;
    // What reached nobody was not written, unless an earlier try may have been.
    unclear ??= tried.isUnclear ? tried : undefined;
    if (!unclear) throw tried;
    if (rest > 0) await pause(rest);
  }
  throw unclear;
};

const tryOnce = async (
  ...given: Parameters<typeof insertOnce>
): Promise<'appended' | 'stale' | StoreAway> => {
  try {
    return await insertOnce(...given);
  } catch (problem) {
    if (problem instanceof StoreAway) return problem;
    throw problem;
  }
};

const insertOnce = async (
  db: Database,
  writer: string,
  rows: readonly Row[],
  { seq, link }: Before,
): Promise<'appended' | 'stale'> => {
  const columns = [
    rows.map((row) => row.seq),
    rows.map((row) => row.link),
    rows.map((row) => row.body),
  ];
  try {
    const written = await db.ask(INSERT, [writer, ...columns, seq, link]);
    if (written.length === rows.length) return 'appended';
    throw shorter();
  } catch (problem) {
    if (codeOf(problem) !== DOUBLE) throw problem;
    const [known] = await db.ask<{ writer: string }>(WHOSE, [rows[0]?.seq]);
    return known?.writer === writer ? 'appended' : 'stale';
  }
};
