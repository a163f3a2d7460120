import { randomUUID } from 'node:crypto';
import type { Claim } from '../../src/app/ports.ts';
import type { Database } from './pool.ts';

/** For how long a process that is gone is waited for. */
export const LEASE_MS = 60_000;

export interface Claims {
  readonly claim: (keys: readonly string[]) => Promise<Claim>;
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly leaseMs: number;
  /** Another clock than the database's, for a rehearsal whose time is not the machine's. */
  readonly now?: (() => string) | undefined;
}

const ROWS = `
  insert into heed.claims (key, holder, until)
  select key, $2, '-infinity' from unnest($1::text[]) as given (key) on conflict do nothing`;
// Whoever has a row under their hands just now is not waited for: they are taking it.
const TAKE = `
  with free as (
    select key from heed.claims
    where key = any($1) and until <= coalesce($4::timestamptz, clock_timestamp())
    order by key for update skip locked
  )
  update heed.claims taken
  set holder = $2, until = coalesce($4::timestamptz, clock_timestamp()) + $3 * interval '1 ms'
  from free where taken.key = free.key returning taken.key`;
const RENEW = `
  update heed.claims set until = coalesce($3::timestamptz, clock_timestamp()) + $2 * interval '1 ms'
  where holder = $1`;
const RELEASE = 'delete from heed.claims where holder = any($1)';

/**
 * Who is bringing what. A claim holds while its process lives: it is renewed thrice a lease, by the
 * database's clock, since those of two machines may differ. Each claim has a holder of its own, so that
 * one that ran out and was taken by another is not let go by the first.
 */
export const openClaims = ({ db, leaseMs, now }: Parts): Claims => {
  const held = new Set<string>();
  /** Those that are over, but could not be let go as the database was away. */
  const over = new Set<string>();
  const release = async (holders: readonly string[]): Promise<void> => {
    if (holders.length === 0) return;
    for (const holder of holders) over.add(holder);
    await db.ask(RELEASE, [holders]);
    for (const holder of holders) over.delete(holder);
  };
  const renew = (): void => {
    // What cannot be renewed now is free in time, as it should be.
    for (const holder of held) db.ask(RENEW, [holder, leaseMs, now?.()]).catch(() => undefined);
  };
  const timer = setInterval(renew, leaseMs / 3).unref();
  return {
    claim: async (keys) => {
      await release([...over]);
      const holder = randomUUID();
      const sorted = [...new Set(keys)].sort();
      await db.ask(ROWS, [sorted, holder]);
      const taken = await db.ask<{ key: string }>(TAKE, [sorted, holder, leaseMs, now?.()]);
      const mine = new Set(taken.map(({ key }) => key));
      held.add(holder);
      return {
        keys: mine,
        release: async () => {
          held.delete(holder);
          await release([holder]);
        },
      };
    },
    close: async () => {
      clearInterval(timer);
      await release([...held, ...over]).catch(() => undefined);
    },
  };
};
