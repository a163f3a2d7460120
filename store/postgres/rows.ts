import { shorter } from './insert.ts';
import type { Row } from './link.ts';
import type { Database } from './pool.ts';

const PAGE = 500;
const PAGES = 'select seq, link, body from heed.entries where seq > $1 order by seq limit $2';
const NEWS = `
  select seq, link, case when seq > $1 then body end as body from heed.entries
  where seq >= $1 order by seq limit $2`;

/** Every row after that number, oldest first, some at a time. */
export async function* rowsAfter(db: Pick<Database, 'ask'>, seq: number): AsyncGenerator<Row> {
  let last = seq;
  for (;;) {
    const rows = await db.ask<Row>(PAGES, [last, PAGE]);
    yield* rows;
    last = rows.at(-1)?.seq ?? last;
    if (rows.length < PAGE) return;
  }
}

/** What was written after this row, which must still be there: throws UnsafeStore where it is not. */
export async function* newsAfter(
  db: Pick<Database, 'ask'>,
  { seq, link }: Pick<Row, 'seq' | 'link'>,
): AsyncGenerator<Row> {
  const [known, ...rows] = await db.ask<Row>(NEWS, [seq, PAGE]);
  if (seq === 0) yield* known ? [known, ...rows] : [];
  else if (known?.seq !== seq || known.link !== link) throw shorter();
  else yield* rows;
  const last = rows.at(-1);
  if (last && rows.length >= PAGE - 1) yield* rowsAfter(db, last.seq);
}
