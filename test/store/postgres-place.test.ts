import { describe, expect, it } from 'vitest';
import { CannotOpen } from '../../store/cannot-open.ts';
import { newPassword, verifierOf } from '../../store/postgres/password.ts';
import { placeOf, poolOf } from '../../store/postgres/place.ts';

describe('the address of a database', () => {
  it('is read as it is written', () => {
    const { client, called, notes } = placeOf('postgres://heed:p%40ss@db.example:6543/safe');
    expect(client).toMatchObject({
      host: 'db.example',
      port: 6543,
      database: 'safe',
      user: 'heed',
      password: 'p@ss',
    });
    expect(called).toBe('safe at db.example:6543');
    expect(notes).toEqual([]);
  });

  it.each([
    ['postgres://a:b@db.example/x', { rejectUnauthorized: true }, 0],
    ['postgresql://a:b@db.example/x?sslmode=require', { rejectUnauthorized: true }, 0],
    ['postgres://a:b@db.example/x?sslmode=verify-full', { rejectUnauthorized: true }, 0],
    ['postgres://a:b@db.example/x?sslmode=no-verify', { rejectUnauthorized: false }, 1],
    ['postgres://a:b@127.0.0.1/x?sslmode=verify-full', { rejectUnauthorized: true }, 0],
  ])('%s is spoken to over TLS', (address, ssl, notes) => {
    const place = placeOf(address);
    expect(place.client.ssl).toMatchObject(ssl);
    expect(place.notes).toHaveLength(notes);
  });

  it.each([
    ['postgres://a:b@127.0.0.1/x', 0],
    ['postgres://a:b@localhost/x', 0],
    ['postgres://a:b@[::1]/x', 0],
    ['postgres://a@unused/x?host=/var/run/postgresql', 0],
    ['postgres://a:b@db.example/x?sslmode=disable', 1],
  ])('%s is spoken to in the clear, and elsewhere that is said', (address, notes) => {
    const place = placeOf(address);
    expect(place.client.ssl).toBe(false);
    expect(place.notes).toHaveLength(notes);
  });

  it.each([
    ['hello', 'it is no address'],
    ['mysql://a:hunter2@db.example/x', 'it is no address'],
    ['postgres://a:hunter2@db.example', 'it names no database'],
    ['postgres:///x', 'it names no machine'],
    ['postgres://a:hunter2@db.example/x?sslmode=prefer', 'sslmode=prefer is unknown'],
    [
      'postgres://a:hunter2@db.example/x?sslrootcert=/nowhere.pem',
      'the file of sslrootcert cannot be read (ENOENT)',
    ],
    ['postgres://a:hunter2@db.example/x?statement_cache=1', 'it has the settings statement_cache'],
    ['postgres://a:hunter2@db.example/x?pool=900', 'pool must be a whole number from 2 to 50'],
  ])('%s is refused, without its password', (address, why) => {
    const read = () => ({ place: placeOf(address), most: poolOf(address) });
    expect(read).toThrow(CannotOpen);
    expect(read).toThrow(why);
    expect(read).not.toThrow(/hunter2/);
  });

  it('says how many connections there may be', () => {
    expect(poolOf('postgres://a:b@127.0.0.1/x?pool=12')).toBe(12);
    expect(poolOf('postgres://a:b@127.0.0.1/x')).toBe(6);
  });
});

describe('a password', () => {
  it('is long, and never the same', () => {
    expect(newPassword()).toMatch(/^[0-9a-f]{48}$/);
    expect(newPassword()).not.toBe(newPassword());
  });

  // RFC 7677, section 3: user "user", password "pencil", that salt and 4096 iterations.
  it('is handed over as what the server would make of it', () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
    expect(verifierOf('pencil', salt)).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    );
  });
});
