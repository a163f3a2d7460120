import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const STALE = '{"stale": true}\n';

/** A copy of manifest/ beside the real rest, so that nothing committed is written over. */
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-manifest-'));
  await cp(join(ROOT, 'manifest'), join(folder, 'manifest'), { recursive: true });
  for (const name of ['commands', 'src', 'node_modules', 'package.json'])
    await symlink(join(ROOT, name), join(folder, name));
});
beforeEach(() => writeFile(join(folder, 'manifest/slack.json'), STALE));
afterAll(() => rm(folder, { recursive: true }));

const written = (): Promise<string> => readFile(join(folder, 'manifest/slack.json'), 'utf8');
const committed = (): Promise<string> => readFile(join(ROOT, 'manifest/slack.json'), 'utf8');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
const run = (...given: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    const write = join(folder, 'manifest/write.ts');
    execFile(process.execPath, [write, ...given], { env }, (failed, stdout, stderr) =>
      done({ code: failed ? Number(failed.code) : 0, stdout, stderr }),
    );
  });

describe('npm run manifest', () => {
  it('writes manifest/slack.json, and says nothing', async () => {
    expect(await run()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await written()).toBe(await committed());
  });

  it('prints the same with --stdout, and writes nothing', async () => {
    expect(await run('--stdout')).toEqual({ code: 0, stdout: await committed(), stderr: '' });
    expect(await written()).toBe(STALE);
  });

  it("prints a partnership's own with --prefix and --url, and writes nothing", async () => {
    const url = 'https://scp.example.org/slack/events';
    const { code, stdout, stderr } = await run('--prefix', 'scp-', '--url', url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { features, settings } = JSON.parse(stdout);
    expect(features.slash_commands[0]).toMatchObject({ command: '/scp-action', url });
    expect(settings.event_subscriptions.request_url).toBe(url);
    expect(await written()).toBe(STALE);
  });

  it('writes a package of its own for Teams with --app, and nothing that is committed', async () => {
    const app = '11111111-2222-3333-4444-555555555555';
    const zip = join(folder, 'own.zip');
    const { code, stdout, stderr } = await run('--app', app, '--zip', zip);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${zip}\n`, stderr: '' });
    const files = unzipSync(await readFile(zip));
    expect(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())).toMatchObject({
      id: app,
      bots: [{ botId: app }],
    });
    expect(await written()).toBe(STALE);
  });

  it('prints one without any URL with --socket', async () => {
    const { code, stdout, stderr } = await run('--socket');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout).settings.socket_mode_enabled).toBe(true);
    expect(stdout).not.toContain('https:');
    expect(await written()).toBe(STALE);
  });

  const USAGE = 'Write: npm run -s manifest -- [--prefix PREFIX]';
  it.each([
    [['--nonsense'], USAGE],
    [['somewhere.json'], USAGE],
    [['--prefix'], USAGE],
    [['--socket=yes'], USAGE],
    [['--socket', '--url', 'https://a.example'], USAGE],
    [['--prefix', 'SCP '], 'like scp-.'],
    [['--app', 'heed'], 'like 11111111-2222'],
    [['--zip', 'own.zip'], USAGE],
    [['--url', 'http://a.example'], 'like https://heed.example.org/slack/events.'],
  ])('ends with 2 and what to write after %j, and nothing is written', async (given, says) => {
    const { code, stdout, stderr } = await run(...given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(await written()).toBe(STALE);
  });
});
