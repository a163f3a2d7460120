import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../store/open.ts';
import { anAuthority } from '../support/authority.ts';
import { logged } from '../support/entries.ts';
import { startCluster } from '../support/postgres.ts';
import { aFolder } from '../support/workspace.ts';

const authority = anAuthority('Heed tests');
const stranger = anAuthority('Somebody else');
const safe = await startCluster({ isQuick: true, tls: authority.vouchFor('localhost') });
const clear = await startCluster({ isQuick: true });

const fileOf = async (text: string): Promise<string> => {
  const path = join(dirname(await aFolder()), 'root.pem');
  await writeFile(path, text);
  return path;
};

/** The address of the one that speaks TLS, by a name and with settings. */
const address = (name: string, settings: Readonly<Record<string, string>>): string =>
  `${safe.url().replace('127.0.0.1', name)}?${new URLSearchParams(settings)}`;

const open = async (where: string) => {
  const store = await openStore(where);
  onTestFinished(() => store.close());
  return store;
};

describe('a database that speaks TLS', () => {
  it.each(['verify-full', 'verify-ca', 'require'])(
    'is written to where its authority vouches for its name: sslmode=%s',
    async (sslmode) => {
      const sslrootcert = await fileOf(authority.cert);
      const store = await open(address('localhost', { sslmode, sslrootcert }));
      const { seq } = await store.read();
      expect(await store.append(logged(seq + 1, sslmode))).toBe('appended');
      expect(store.notes).toEqual([]);
    },
  );

  it.each([
    ['another authority', stranger.cert, 'nobody whom Heed trusts vouches for its certificate'],
    ['none that is known', undefined, 'nobody whom Heed trusts vouches for its certificate'],
  ])('is not, where the root is that of %s', async (_, root, why) => {
    const sslmode = 'verify-full';
    const opened = openStore(
      address(
        'localhost',
        root === undefined ? { sslmode } : { sslmode, sslrootcert: await fileOf(root) },
      ),
    );
    await expect(opened).rejects.toThrow(why);
    await expect(opened).rejects.toThrow('as sslrootcert=FILE');
    await expect(opened).rejects.not.toThrow('owner-of-the-tests');
  });

  it('is not, under a name that its certificate does not have', async () => {
    const sslrootcert = await fileOf(authority.cert);
    await expect(
      openStore(address('127.0.0.1', { sslmode: 'verify-full', sslrootcert })),
    ).rejects.toThrow('its certificate is for another name than 127.0.0.1');
  });

  it('is with nobody asked who it is, and that is said at each start', async () => {
    const store = await open(address('127.0.0.1', { sslmode: 'no-verify' }));
    expect(store.notes).toEqual([
      expect.stringMatching(
        /^Nobody checks that the database postgres at 127\.0\.0\.1:\d+ is the one it says it is/,
      ),
    ]);
  });

  it('takes nobody in the clear', async () =>
    expect(openStore(address('127.0.0.1', { sslmode: 'disable' }))).rejects.toThrow(
      'it takes nobody who comes so (28000)',
    ));
});

it('a database that speaks none is not spoken to where TLS is wanted', async () => {
  const sslrootcert = await fileOf(authority.cert);
  const settings = new URLSearchParams({ sslmode: 'verify-full', sslrootcert });
  await expect(openStore(`${clear.url()}?${settings}`)).rejects.toThrow('it offers no TLS');
});
