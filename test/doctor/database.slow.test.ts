import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../src/app/finding.ts';
import { databaseFindings } from '../../src/doctor/database.ts';
import { openStore } from '../../store/open.ts';
import { addPartnership } from '../../store/postgres/partnerships.ts';
import { logged } from '../support/entries.ts';
import { freePort, startCluster } from '../support/postgres.ts';

const cluster = await startCluster();
const ROOT = join(import.meta.dirname, '../..');
const KEY = 'ab'.repeat(32);

const asOwner = async (sql: string): Promise<void> => {
  const client = new pg.Client(cluster.url());
  await client.connect();
  await client.query(sql);
  await client.end();
};

const said = (found: readonly Finding[]): readonly string[] =>
  found.map(({ is, about, sentence }) => `${is} ${about}: ${sentence}`);

const looked = async (address: string, key?: string) =>
  said(await databaseFindings(address, key, undefined)).join('\n');

describe('the doctor at a database', () => {
  it('finds one that Heed has not begun yet, and prepares nothing', async () => {
    const found = await looked(cluster.url());
    expect(found).toContain('well Database: postgres at 127.0.0.1');
    expect(found).toContain('note Log: there is none yet');
    expect(found).toContain('note User: Heed comes in as an owner');
  });

  it('walks the log, as a user who sees one partnership alone', async () => {
    const own = await addPartnership(cluster.url(), 'walked');
    const store = await openStore(own, KEY);
    for (let seq = 1; seq <= 3; seq += 1) await store.append(logged(seq));
    await store.close();
    const found = await looked(own, KEY);
    expect(found).toContain('well User: it sees walked alone, and can change no entry.');
    expect(found).toContain('well Log: it is whole: 3 entries, Mon 5 Jan 2026 to Mon 5 Jan 2026.');
    expect(await looked(own)).toContain('wrong Database: This database is sealed: set HEED_KEY');
    await asOwner(`update heed.entries set link = 'x' where seq = 2 and partnership = 'walked'`);
    expect(await looked(own, KEY)).toContain('wrong Log: it is broken at entry 2: ');
  });

  it.each([
    ['that is not there', () => cluster.url('nowhere'), 'cannot be opened (3D000)'],
    [
      'with another password',
      () => cluster.url().replace('tests@', 'test@'),
      'cannot be opened (28P01)',
    ],
    ['at no address', () => 'postgres://x', 'cannot be used: it names no database'],
  ])('says what is wrong with one %s', async (_what, address, why) => {
    expect(await looked(address())).toContain(why);
  });
});

const started = async (env: NodeJS.ProcessEnv, script: string, ...given: string[]) => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...given],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes) => {
      text += bytes;
    });
  return { child, text: () => text };
};

describe('npm start with HEED_STORE and nothing else', () => {
  it('runs on the database, answers, and another start finds all of it', async () => {
    const HEED_STORE = cluster.url();
    const run = async () => {
      const { child } = await started(
        { HEED_STORE, PORT: String(await freePort()) },
        'src/main.ts',
      );
      const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
      return { child, url: /http:\/\/\S+/.exec(line)?.[0] ?? '', line };
    };
    const ask = async (url: string, typed: string) => {
      const response = await fetch(`${url}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ who: 'manager', typed }),
      });
      return (await response.json()) as { readonly title: string };
    };
    const first = await run();
    expect(first.line).toContain('live');
    await ask(first.url, '/incident log harm=died abuse=known');
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    const second = await run();
    const shown = await fetch(`${second.url}/api/messages?who=manager`);
    const { messages } = (await shown.json()) as { messages: { title: string }[] };
    expect(messages.map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/^SI-20\d\d-1 is logged/),
    );
  });

  it('the doctor looks at it, and says no password', async () => {
    const { child, text } = await started({ HEED_STORE: cluster.url() }, 'src/doctor.ts');
    await once(child, 'close');
    expect(text()).toContain('well   Database: postgres at 127.0.0.1');
    expect(text()).not.toContain('owner-of-the-tests');
  });

  it('npm run verify walks it', async () => {
    const { child, text } = await started({}, 'store/verify.ts', cluster.url());
    await once(child, 'close');
    expect(text()).toContain('The log is whole.');
  });
});
