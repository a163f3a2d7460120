import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { CannotOpen } from '../cannot-open.ts';
import { codeOf } from '../files.ts';

/** Where a database is and how it is spoken to. */
export interface Place {
  readonly client: ClientConfig;
  /** "heed at db.example:5432": where it is, without who asks and their password. */
  readonly called: string;
  readonly notes: readonly string[];
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;
const SETTINGS = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'host', 'pool'];
const PORT = '5432';

export const isPostgres = (where: string): boolean => /^postgres(ql)?:\/\//.test(where);

/**
 * Reads postgres://USER:PASSWORD@HOST:PORT/DATABASE. To another machine nothing is spoken in the clear,
 * and only with a server that shows a certificate for its name, unless the address says otherwise.
 * Throws CannotOpen, whose message never holds the password.
 */
export const placeOf = (address: string): Place => {
  const url = parsed(address);
  const unknown = [...url.searchParams.keys()].filter((name) => !SETTINGS.includes(name));
  if (unknown.length > 0)
    throw bad(
      `it has the settings ${unknown.join(', ')}, which Heed does not know: it knows ${SETTINGS.join(', ')}`,
    );
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const database = decodeURIComponent(url.pathname.slice(1));
  if (host === '') throw bad('it names no machine');
  if (database === '') throw bad('it names no database');
  const port = url.port || PORT;
  const called = `${database} at ${host}:${port}`;
  const { ssl, notes } = secured(url.searchParams, host, called);
  return {
    client: {
      host: host.replace(/^\[(.+)\]$/, '$1'),
      port: Number(port),
      database,
      user: decodeURIComponent(url.username) || undefined,
      password: url.password ? decodeURIComponent(url.password) : undefined,
      ssl,
      application_name: 'heed',
    },
    called,
    notes,
  };
};

/** How many connections at most, in the address as `pool=8`. */
export const poolOf = (address: string): number => {
  const given = parsed(address).searchParams.get('pool');
  if (given === null) return USUAL;
  const wanted = Number(given);
  if (Number.isInteger(wanted) && wanted >= FEWEST && wanted <= MOST) return wanted;
  throw bad(`pool must be a whole number from ${FEWEST} to ${MOST}`);
};

const USUAL = 6;
const FEWEST = 2;
const MOST = 50;

const bad = (why: string): CannotOpen =>
  new CannotOpen(
    `The address of the database cannot be used: ${why}. Write postgres://USER:PASSWORD@HOST:5432/DATABASE, and what is not a letter or a digit in the password as %XX.`,
  );

const parsed = (address: string): URL => {
  const url = isPostgres(address) ? URL.parse(address) : null;
  if (url) return url;
  throw bad('it is no address');
};

type Secured = Pick<Place, 'notes'> & { readonly ssl: ClientConfig['ssl'] };

const secured = (settings: URLSearchParams, host: string, called: string): Secured => {
  const isHere = LOOPBACK.test(host) || host.startsWith('/');
  const mode = settings.get('sslmode') ?? (isHere ? 'disable' : 'verify-full');
  if (mode === 'disable') return { ssl: false, notes: isHere ? [] : [inTheClear(called)] };
  const files = {
    ca: fileOf(settings, 'sslrootcert'),
    cert: fileOf(settings, 'sslcert'),
    key: fileOf(settings, 'sslkey'),
  };
  if (mode === 'no-verify')
    return { ssl: { ...files, rejectUnauthorized: false }, notes: [unchecked(called)] };
  if (['require', 'verify-ca', 'verify-full'].includes(mode))
    return { ssl: { ...files, rejectUnauthorized: true }, notes: [] };
  throw bad(`sslmode=${mode} is unknown: verify-full, no-verify or disable`);
};

const inTheClear = (called: string): string =>
  `What is written to the database ${called} goes over the network in the clear (sslmode=disable): leave that out of its address.`;
const unchecked = (called: string): string =>
  `Nobody checks that the database ${called} is the one it says it is (sslmode=no-verify): give its authority's certificate as sslrootcert=FILE instead.`;

const fileOf = (settings: URLSearchParams, name: string): string | undefined => {
  const path = settings.get(name);
  if (path === null) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (problem) {
    throw bad(`the file of ${name} cannot be read (${codeOf(problem)})`);
  }
};
