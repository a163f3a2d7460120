import pg, { type Client } from 'pg';
import { CannotOpen } from '../cannot-open.ts';
import { isAway } from './away.ts';
import type { Place } from './place.ts';
import { GRANTS, STEPS } from './schema.ts';
import { cannotOpen } from './unopened.ts';

/** As whom Heed works in the database, and for which partnership. */
export interface Seat {
  readonly partnership: string;
  /** The role it takes on after it has come in; none where it came in as that already. */
  readonly role: string | undefined;
  readonly notes: readonly string[];
}

/** The partnership of a database that holds only one. */
export const ONLY = 'heed';
const NAME = /^[a-z][a-z0-9_]{0,39}$/;
/** "heed", as a number: whoever prepares a database holds this lock. */
const LOCK = 0x68656564;

/**
 * Makes sure that the database holds what this version needs, and that there is a role that sees one
 * partnership alone. Whoever may do neither finds it done, or is told who has to. Throws CannotOpen.
 */
export const prepare = async (place: Place, wanted: Wanted = {}): Promise<Seat> => {
  if (wanted.partnership !== undefined) checkName(wanted.partnership);
  return asOwner(place, async (client) => {
    const who = await prepared(client, place);
    return seatOf(client, who, place, wanted);
  });
};

interface Wanted {
  readonly partnership?: string | undefined;
  /** Whether only a user is taken who can do no more than see one partnership. */
  readonly isApart?: boolean | undefined;
}

/** Throws CannotOpen for what cannot name a partnership. */
export const checkName = (name: string): void => {
  if (NAME.test(name)) return;
  throw new CannotOpen(
    `"${name}" cannot name a partnership in the database: write small letters, digits and _, a letter first, 40 at the most.`,
  );
};

/** Takes the steps that are missing, and says who asks. Throws CannotOpen. */
export const prepared = async (client: Client, place: Place): Promise<Who> => {
  const who = await whoIs(client, place);
  await migrate(client, who, place);
  return who;
};

/** One connection, in one transaction, under the lock. Throws CannotOpen where there is none to be had. */
export const asOwner = <T>(place: Place, work: (client: Client) => Promise<T>): Promise<T> =>
  beside(place, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    return work(client);
  });

/** The same beside whoever prepares the database. */
export const beside = async <T>(place: Place, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...place.client, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkVersion(client, place);
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    return done;
  } catch (problem) {
    if (!isAway(problem)) throw problem;
    throw cannotOpen(place, problem);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** The function that says whose a row is has its body read when it is made, which no search path then changes. */
const OLDEST = 14;

const checkVersion = async (client: Client, { called }: Place): Promise<void> => {
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = Math.floor(rows[0].version / 10_000);
  if (version < OLDEST)
    throw new CannotOpen(
      `The database ${called} is PostgreSQL ${version}: give Heed one of ${OLDEST} or later.`,
    );
};

interface Who {
  readonly name: string;
  readonly isSuper: boolean;
  /** Row-level security does not hold it. */
  readonly passesBy: boolean;
  readonly makesRoles: boolean;
  /** Whether it may become the role of another partnership. */
  readonly isOthersToo: boolean;
  /** Whether it may make what the database has to hold, or change it. */
  readonly isOwner: boolean;
  /** How many steps the database has taken. */
  readonly steps: number;
}

const whoIs = async (client: Client, place: Place): Promise<Who> => {
  const { rows } = await client.query(`
    select current_user::text as name, rolsuper as "isSuper", rolsuper or rolbypassrls as "passesBy",
      rolsuper or rolcreaterole as "makesRoles",
      exists (
        select from pg_roles other
        where starts_with(other.rolname, 'heed_') and other.oid <> pg_roles.oid
          and pg_has_role(pg_roles.oid, other.oid, 'member')
      ) as "isOthersToo",
      coalesce(
        (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'heed'),
        has_database_privilege(current_database(), 'create')
      ) as "isOwner"
    from pg_roles where rolname = current_user`);
  const [who] = rows as Omit<Who, 'steps'>[];
  if (!who) throw new Error('the role is none');
  const steps = await stepsOf(client);
  if (steps === 'closed') throw stranger(who, place);
  return { ...who, steps };
};

const stepsOf = async (client: Client): Promise<number | 'closed'> => {
  const { rows } = await client.query(`
    select has_schema_privilege(oid, 'usage') as open from pg_namespace where nspname = 'heed'`);
  const [schema] = rows as { readonly open: boolean }[];
  if (!schema) return 0;
  if (!schema.open) return 'closed';
  const taken = await client.query('select coalesce(max(step), 0) as step from heed.steps');
  return taken.rows[0].step;
};

const migrate = async (
  client: Client,
  { steps, isOwner }: Who,
  { called }: Place,
): Promise<void> => {
  if (steps > STEPS.length)
    throw new CannotOpen(
      `The database ${called} was prepared by a newer Heed: start that one, or restore the backup from before it.`,
    );
  if (steps === STEPS.length) return;
  if (!isOwner)
    throw new CannotOpen(
      `The database ${called} has to be prepared for this version by its owner: npm run partnership -- list postgres://OWNER:PASSWORD@HOST/DATABASE does that.`,
    );
  if (steps === 0) {
    await client.query('create schema heed');
    await client.query(
      'create table heed.steps (step integer primary key, taken timestamptz not null default now())',
    );
  }
  for (const [at, step] of STEPS.entries()) {
    if (at < steps) continue;
    await client.query(step);
    await client.query('insert into heed.steps (step) values ($1)', [at + 1]);
  }
  const { rows } = await client.query<{ role: string }>(
    'select role::text from heed.seats where role in (select rolname from pg_roles)',
  );
  for (const { role } of rows) await grantTo(client, role);
};

const grantTo = async (client: Client, role: string): Promise<void> => {
  const to = pg.escapeIdentifier(role);
  await client.query(`grant usage on schema heed to ${to}`);
  await client.query(`grant select on heed.steps to ${to}`);
  for (const [table, what] of Object.entries(GRANTS))
    await client.query(`grant ${what} on heed.${table} to ${to}`);
};

const seatOf = async (
  client: Client,
  who: Who,
  place: Place,
  { partnership: wanted, isApart = false }: Wanted,
): Promise<Seat> => {
  if (isApart && mayDoMore(who)) throw tooMuch(who, place);
  const own = await partnershipOf(client, who.name);
  if (own !== undefined) {
    if (wanted !== undefined && wanted !== own)
      throw new CannotOpen(
        `The user ${who.name} of the database ${place.called} works for ${own}, and HEED_PARTNERSHIP says ${wanted}: unset it, or use the other's user.`,
      );
    return { partnership: own, role: undefined, notes: [] };
  }
  if (!who.isOwner) throw stranger(who, place);
  return seatByOwner(client, who, place, wanted ?? ONLY);
};

const mayDoMore = ({ isOwner, passesBy, makesRoles, isOthersToo }: Who): boolean =>
  isOwner || passesBy || makesRoles || isOthersToo;

const tooMuch = ({ name }: Pick<Who, 'name'>, { called }: Place): CannotOpen =>
  new CannotOpen(
    `The user ${name} of the database ${called} may do more than work for one partnership: where several are run together each needs a user of its own, made with npm run partnership -- add.`,
  );

const stranger = ({ name }: Pick<Who, 'name'>, { called }: Place): CannotOpen =>
  new CannotOpen(
    `The user ${name} of the database ${called} belongs to no partnership: its owner makes one that does with npm run partnership -- add.`,
  );

const partnershipOf = async (client: Client, role: string): Promise<string | undefined> => {
  const { rows } = await client.query('select partnership from heed.seats where role = $1', [role]);
  return rows[0]?.partnership;
};

/** Whoever comes in as the owner works as a role that is none: what it may do, a mistake of Heed's may not. */
const seatByOwner = async (
  client: Client,
  who: Who,
  place: Place,
  partnership: string,
): Promise<Seat> => {
  if (who.makesRoles) {
    const role = await addRole(client, partnership);
    await client.query(`grant ${pg.escapeIdentifier(role)} to current_user`);
    return { partnership, role, notes: [] };
  }
  if (who.passesBy)
    throw new CannotOpen(
      `Row-level security does not hold the user ${who.name} of the database ${place.called}: give Heed a user of its own, made with npm run partnership -- add.`,
    );
  await seat(client, who.name, partnership);
  return {
    partnership,
    role: undefined,
    notes: [
      `Heed works as the owner of the database ${place.called}, who may also change what is written down: better is a user of its own, which may not (docs/running.md).`,
    ],
  };
};

export const roleOf = (partnership: string): string => `heed_${partnership}`;

/** The role of a partnership, without a password as yet: nobody comes in as it. */
export const addRole = async (client: Client, partnership: string): Promise<string> => {
  const role = roleOf(partnership);
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rows.length === 0) await client.query(`create role ${pg.escapeIdentifier(role)} nologin`);
  await seat(client, role, partnership);
  await grantTo(client, role);
  return role;
};

const seat = async (client: Client, role: string, partnership: string): Promise<void> => {
  await client.query('insert into heed.partnerships (name) values ($1) on conflict do nothing', [
    partnership,
  ]);
  const known = await partnershipOf(client, role);
  if (known !== undefined && known !== partnership)
    throw new CannotOpen(`The role ${role} works for ${known} already: it cannot work for two.`);
  await client.query(
    'insert into heed.seats (role, partnership) values ($1, $2) on conflict do nothing',
    [role, partnership],
  );
};
