import pg from 'pg';
import { CannotOpen } from '../cannot-open.ts';
import { newPassword, verifierOf } from './password.ts';
import { placeOf } from './place.ts';
import { addRole, asOwner, checkName, prepared } from './prepare.ts';

/** One partnership of a database, as its owner sees it. */
export interface Listed {
  readonly name: string;
  readonly entries: number;
  /** The roles that work for it. */
  readonly roles: readonly string[];
}

/** Prepares the database for this version, and says which partnerships it holds. Throws CannotOpen. */
export const listPartnerships = (address: string): Promise<readonly Listed[]> =>
  asOwner(placeOf(address), async (client) => {
    await prepared(client, placeOf(address));
    const { rows } = await client.query<{ name: string; roles: string[] }>(`
      select name, array_remove(array_agg(role::text order by role), null) as roles
      from heed.partnerships left join heed.seats on partnership = name group by name order by name`);
    return Promise.all(
      rows.map(async ({ name, roles }) => ({ name, roles, entries: await countOf(client, name) })),
    );
  });

/** An owner that is no superuser sees nobody's entries, and cannot count them. */
const countOf = async (client: pg.Client, name: string): Promise<number> => {
  const { rows } = await client.query(
    'select count(*)::int as entries from heed.entries where partnership = $1',
    [name],
  );
  return rows[0]?.entries ?? 0;
};

/**
 * Gives a partnership a user of its own, with a new password, and returns the address to start Heed
 * with. That user sees this partnership alone, and can add entries but never change them. Given again,
 * it has another password, and the one before is no good any more. Throws CannotOpen.
 */
export const addPartnership = async (address: string, name: string): Promise<string> => {
  checkName(name);
  const place = placeOf(address);
  const password = newPassword();
  const role = await asOwner(place, async (client) => {
    const who = await prepared(client, place);
    if (!who.makesRoles)
      throw new CannotOpen(
        `The user ${who.name} of the database ${place.called} may make no roles: use one with CREATEROLE.`,
      );
    const made = await addRole(client, name);
    const login = `alter role ${pg.escapeIdentifier(made)} login password ${pg.escapeLiteral(verifierOf(password))}`;
    await client.query(login);
    return made;
  });
  const own = new URL(address);
  own.username = role;
  own.password = password;
  return own.href;
};
