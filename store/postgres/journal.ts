import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Journal } from '../../src/app/ports.ts';
import { CannotOpen } from '../cannot-open.ts';
import { envelope } from '../seal.ts';
import type { Database } from './pool.ts';
import { inTurns } from './turns.ts';

interface Kept {
  readonly n: number;
  readonly writer: string;
  readonly body: string;
}

/** An item under a name of its own, so that one which may have been written is not written twice. */
interface Item<T> {
  readonly id: string;
  readonly one: T;
}

interface Place<T> {
  readonly db: Database;
  readonly key: Buffer | undefined;
  readonly name: string;
  readonly item: z.ZodType<T>;
}

// One after another, so that whoever has read up to a number has all that stands below it.
const LOCK = `select pg_advisory_xact_lock(hashtextextended('heed journal ' || heed.mine() || ' ' || $1, 0))`;
const ADD = `
  insert into heed.journals (name, writer, body)
  select $1, id, body from unnest($2::uuid[], $3::text[]) with ordinality as given (id, body, at)
  where not exists (select from heed.journals where name = $1 and writer = given.id)
  order by at`;
const AFTER = `
  select n::int, writer::text, body from heed.journals where name = $1 and n > $2 order by n`;

/** A list beside the rows of the log, to which several processes add. */
export const openSharedJournal = async <T>({
  db,
  key,
  name,
  item,
}: Place<T>): Promise<Journal<T>> => {
  const { wrap, unwrap } = envelope('journal', key, 'database');
  const kept: T[] = [];
  const own = new Set<string>();
  let last = 0;
  /** What could not be written yet: it is, before anything else. */
  let left: readonly Item<T>[] = [];

  const fresh = async (): Promise<readonly T[]> => {
    const rows = await db.ask<Kept>(AFTER, [name, last]);
    last = rows.at(-1)?.n ?? last;
    const others = rows.filter(({ writer }) => !own.delete(writer));
    const items = others.map(({ body }) => readItem(name, unwrap(body), item));
    kept.push(...items);
    return items;
  };
  const turns = inTurns<readonly Item<T>[]>(async (asked) => {
    left = [...left, ...asked.flat()];
    const bodies = left.map(({ one }) => wrap(JSON.stringify({ item: one })));
    const ids = left.map(({ id }) => id);
    for (const id of ids) own.add(id);
    await db.together(async (ask) => {
      await ask(LOCK, [name]);
      await ask(ADD, [name, ids, bodies]);
    });
    left = [];
  });
  await fresh();
  return {
    all: () => kept,
    fresh,
    add: async (items) => {
      kept.push(...items);
      await turns.take(items.map((one) => ({ id: randomUUID(), one })));
    },
    close: async () => {
      if (left.length > 0) await turns.take([]).catch(() => undefined);
      await turns.idle();
    },
  };
};

const readItem = <T>(name: string, text: string, item: z.ZodType<T>): T => {
  const read = item.safeParse((JSON.parse(text) as { readonly item: unknown }).item);
  if (read.success) return read.data;
  throw new CannotOpen(
    `The database holds of ${name} what this version of Heed cannot read: start the version that wrote it, or restore a backup.`,
  );
};
