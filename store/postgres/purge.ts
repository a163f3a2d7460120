import { randomUUID } from 'node:crypto';
import pg, { type Client } from 'pg';
import type { Instant } from '../../src/domain/day.ts';
import { scrubbing } from '../../src/domain/keeping/scrub.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { CannotOpen } from '../cannot-open.ts';
import { vouching } from '../mark.ts';
import { type Purge, type PurgePlan, planPurge, waitingIn } from '../purge-plan.ts';
import { envelope, parseKey } from '../seal.ts';
import { advance, type Link, START } from '../walk.ts';
import { type Hand, linkOf, type Row, rowOf } from './link.ts';
import { type Place, placeOf } from './place.ts';
import { asOwner, checkName, ONLY, prepared } from './prepare.ts';

interface Asked {
  /** The owner's: the role that Heed works as can change nothing that is written down. */
  readonly address: string;
  readonly key?: string | undefined;
  readonly partnership?: string | undefined;
  readonly now: Instant;
}

const TABLES = ['entries', 'journals', 'pictures'] as const;

/**
 * Says what would go of one partnership, or carries it out: all in one transaction, under a lock that
 * lets nobody read or write meanwhile. Throws CannotOpen, and then nothing was changed.
 */
export const purgeDatabase = async (asked: Asked, isSure: boolean): Promise<Purge> => {
  const { address, partnership = ONLY } = asked;
  checkName(partnership);
  const place = placeOf(address);
  const purge = await asOwner(place, async (client) => {
    await takeOver(client, place, partnership);
    const found = await workOut(client, { ...asked, partnership });
    if (isSure && found.plan) await carryOut(client, partnership, found, found.plan);
    await each(client, 'alter table heed.% force row level security');
    return found;
  });
  if (isSure && purge.plan) await sweepAway(place);
  return purge;
};

const each = async (client: Client, statement: string): Promise<void> => {
  for (const table of TABLES) await client.query(statement.replace('%', table));
};

/** What the owner may not see of a partnership's rows in any other transaction. */
const takeOver = async (client: Client, place: Place, partnership: string): Promise<void> => {
  const { name, isOwner } = await prepared(client, place);
  if (!isOwner)
    throw new CannotOpen(
      `The user ${name} of the database ${place.called} can change nothing that is written down: give its owner's address with --data.`,
    );
  await client.query("set local lock_timeout = '10s'");
  await each(client, 'lock table heed.% in access exclusive mode');
  await each(client, 'alter table heed.% no force row level security');
  const { rows } = await client.query(
    `select 1 from pg_stat_activity
     where datname = current_database() and usename in (select role from heed.seats where partnership = $1)
       and usename <> current_user`,
    [partnership],
  );
  if (rows.length > 0)
    throw new CannotOpen(
      `A Heed of ${partnership} is connected to the database ${place.called}: stop every one, then say it again.`,
    );
};

interface Kept {
  readonly name: string;
  readonly n: string;
  readonly body: string;
}

interface Worked extends Purge {
  readonly hand: Hand;
  readonly last: Link;
  /** The rows of journals as they will be: without a body they go. */
  readonly journals: readonly (Omit<Kept, 'body'> & { readonly body: string | undefined })[];
}

const workOut = async (
  client: Client,
  { key, now, partnership }: Asked & { readonly partnership: string },
): Promise<Worked> => {
  const secret = key === undefined ? undefined : parseKey(key);
  const hand: Hand = { envelope: envelope('log', secret, 'database'), key: secret };
  const links = await linksOf(client, partnership, hand);
  const plan = planPurge(links, now);
  const journals = plan ? await scrubbed(client, partnership, plan, secret) : [];
  const said = new Map<string, number>();
  for (const { name } of journals) said.set(name, (said.get(name) ?? 0) + 1);
  return {
    waiting: waitingIn(links.reduce(advance, emptyLedger)),
    plan,
    entries: links.length,
    said,
    aside: [],
    hand,
    last: links.at(-1) ?? START,
    journals,
  };
};

const linksOf = async (
  client: Client,
  partnership: string,
  hand: Hand,
): Promise<readonly Link[]> => {
  const { rows } = await client.query<Row>(
    'select seq, link, body from heed.entries where partnership = $1 order by seq',
    [partnership],
  );
  const marks = vouching();
  let last = START;
  const links = rows.map((row) => {
    last = linkOf(row, last, hand);
    marks.take(last);
    return last;
  });
  marks.end();
  return links;
};

const scrubbed = async (
  client: Client,
  partnership: string,
  { refs, texts }: PurgePlan,
  key: Buffer | undefined,
): Promise<Worked['journals']> => {
  const { wrap, unwrap } = envelope('journal', key, 'database');
  const { rows } = await client.query<Kept>(
    'select name, n::text, body from heed.journals where partnership = $1 order by name, n',
    [partnership],
  );
  const scrub = scrubbing(refs, texts);
  return [...Map.groupBy(rows, ({ name }) => name).values()].flatMap((kept) => {
    const items = kept.map(({ body }) => (JSON.parse(unwrap(body)) as { item: unknown }).item);
    return scrub(items).flatMap((left, at) => {
      const row = kept[at];
      if (!row || left === items[at]) return [];
      const body = left === undefined ? undefined : wrap(JSON.stringify({ item: left }));
      return [{ name: row.name, n: row.n, body }];
    });
  });
};

const carryOut = async (
  client: Client,
  partnership: string,
  { hand, last, journals }: Worked,
  { marks, entry, text }: PurgePlan,
): Promise<void> => {
  for (const [seq, mark] of marks)
    await client.query('update heed.entries set body = $3 where partnership = $1 and seq = $2', [
      partnership,
      seq,
      hand.envelope.wrap(mark),
    ]);
  const { link, body } = rowOf(entry.seq, text, last.hash, hand);
  await client.query(
    'insert into heed.entries (partnership, seq, link, body, writer) values ($1, $2, $3, $4, $5)',
    [partnership, entry.seq, link, body, randomUUID()],
  );
  for (const { name, n, body: left } of journals)
    await client.query(
      left === undefined
        ? 'delete from heed.journals where partnership = $1 and name = $2 and n = $3'
        : 'update heed.journals set body = $4 where partnership = $1 and name = $2 and n = $3',
      [partnership, name, n, ...(left === undefined ? [] : [left])],
    );
  await client.query('delete from heed.pictures where partnership = $1', [partnership]);
};

/** What rows were before lies in the database's files until they are written anew. */
const sweepAway = async (place: Place): Promise<void> => {
  const client = new pg.Client({ ...place.client, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await each(client, 'vacuum full heed.%');
  } finally {
    await client.end();
  }
};
