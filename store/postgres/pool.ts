import pg, { type PoolClient, type QueryResultRow } from 'pg';
import { isAway, lost, unreached } from './away.ts';
import type { Place } from './place.ts';
import type { Ration } from './ration.ts';
import { rationed } from './rationed.ts';

/** Asks the database, as the one role that Heed works as. */
export interface Database {
  /** One statement, all or nothing. Throws StoreAway where the database cannot be reached just now. */
  ask<Row extends QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** Several statements as one transaction, all or nothing. Throws StoreAway likewise. */
  together<T>(work: (ask: Database['ask']) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const CONNECT_MS = 5_000;
const QUERY_MS = 15_000;
const IDLE_MS = 60_000;
/** From one look at the clock to the next and longer: of those that are shared, one that is wanted is given up at once. */
const SHARED_IDLE_MS = 90_000;

interface Limits {
  /** Connections at the most. */
  readonly most: number;
  /** Of which this is one, where others have theirs from the same. */
  readonly ration?: Ration | undefined;
}

/**
 * Never more connections than that. A connection that is lost is let go, and the next statement makes
 * another: there is no state of ours in a session but the role.
 */
export const openDatabase = (place: Place, role: string | undefined, limits: Limits): Database => {
  const pool = poolFor(place, role, limits);
  const held = limits.ration?.holder(() => givesUp(pool));
  // One that breaks while nobody asks anything is simply gone.
  pool.on('error', () => undefined);
  const connected = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((problem: unknown) => {
      throw isAway(problem) ? unreached(problem) : problem;
    });
    let broken: Error | undefined;
    const note = (problem: Error): void => {
      broken = problem;
    };
    client.on('error', note);
    try {
      return await work(client);
    } catch (problem) {
      if (!isAway(problem)) throw problem;
      broken = problem as Error;
      throw lost(problem);
    } finally {
      client.off('error', note);
      client.release(broken ?? limits.ration?.isWanted());
      held?.used();
    }
  };
  return {
    ask: (text, values) => connected(async (client) => asked(client, text, values)),
    together: (work) =>
      connected(async (client) => {
        await client.query('begin');
        try {
          const done = await work((text, values) => asked(client, text, values));
          await client.query('commit');
          return done;
        } catch (problem) {
          await client.query('rollback').catch(() => undefined);
          throw problem;
        }
      }),
    close: () => {
      held?.leave();
      return pool.end();
    },
  };
};

/** The server plans each statement once in a session: planned anew, it cost several times what it does. */
const asked = async <Row extends QueryResultRow>(
  client: PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> =>
  (await client.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;

const names = new Map<string, string>();

/** "3 insert into heed.entries": what its log and ours can show. */
const nameOf = (text: string): string => {
  const known = names.get(text) ?? `${names.size + 1} ${text.trim().slice(0, 40)}`;
  names.set(text, known);
  return known;
};

/** Closes one that is idle, where there is one. */
const givesUp = (pool: pg.Pool): boolean => {
  if (pool.idleCount === 0) return false;
  pool.connect().then(
    (client) => client.release(true),
    () => undefined,
  );
  return true;
};

const poolFor = (place: Place, role: string | undefined, { most, ration }: Limits): pg.Pool =>
  new pg.Pool({
    ...place.client,
    ...(ration ? { Client: rationed(ration) } : {}),
    // What is acknowledged is on the disk, whatever the server does for others.
    options: ['-c synchronous_commit=on', ...(role ? [`-c role=${role}`] : [])].join(' '),
    max: most,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: ration ? SHARED_IDLE_MS : IDLE_MS,
    query_timeout: QUERY_MS,
    statement_timeout: QUERY_MS,
    idle_in_transaction_session_timeout: QUERY_MS,
    keepAlive: true,
  });
