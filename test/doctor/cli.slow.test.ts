import { execFile } from 'node:child_process';
import { appendFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../store/open.ts';
import { newFolder } from '../store/folder.ts';
import { logged } from '../support/entries.ts';
import { type Clinic, clinic } from './clinic.ts';

const DOCTOR = resolve(import.meta.dirname, '../../src/doctor.ts');
const KEY = 'ab'.repeat(32);

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real program, with nothing of Heed's from the environment that the tests run in. */
const run = (given: readonly string[], more: Readonly<Record<string, string>>): Promise<Ran> =>
  new Promise((done) => {
    const own = Object.entries(process.env).filter(([name]) => !/^(HEED|SLACK|FRONT)_/.test(name));
    const env = { ...Object.fromEntries(own), ...more };
    const command = ['--disable-warning=ExperimentalWarning', DOCTOR, ...given];
    execFile(process.execPath, command, { env }, (failed, stdout, stderr) =>
      done({ code: failed ? Number(failed.code) : 0, stdout, stderr }),
    );
  });

const aFolder = async (): Promise<string> => {
  const dir = await newFolder();
  const store = await openStore(dir, KEY);
  await store.append(logged(1, 'a name'));
  await store.close();
  return dir;
};

const environment = async (
  { slack, yaml, secrets }: Clinic,
  folder: string,
): Promise<Readonly<Record<string, string>>> => {
  const file = join(dirname(folder), 'slack.yaml');
  await writeFile(file, yaml);
  return { ...secrets, HEED_SLACK: file, HEED_KEY: KEY, SLACK_API_URL: slack.apiUrl };
};

const expectNoSecret = ({ stdout, stderr }: Ran, secrets: Clinic['secrets']): void => {
  for (const secret of [KEY, ...Object.values(secrets)])
    expect(stdout + stderr).not.toContain(secret);
  expect(stdout + stderr).not.toMatch(/xox[a-z]-|xapp-|a name|priya|SI-2026/);
};

describe('npm run doctor', () => {
  it('ends with 0, and says that all is well, where it is', async () => {
    const made = await clinic();
    const folder = await aFolder();
    const ran = await run(['--data', folder], await environment(made, folder));
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/\nAll is well\.\n$/);
    expect(ran.stdout).not.toMatch(/^(note|wrong)/m);
    expectNoSecret(ran, made.secrets);
  });

  it('ends with 1, and says what to mend, and no secret', async () => {
    const made = await clinic({
      now: () => Date.now() + 600_000,
      channel: { private: false },
      users: { notifier: { deleted: true } },
      without: ['chair'],
      mode: 'socket',
      secrets: { SLACK_HOST_APP_TOKEN: 'xapp-wrong-and-secret' },
    });
    const folder = await aFolder();
    await appendFile(join(folder, 'entries.chain'), 'half');
    const ran = await run(['--data', folder], await environment(made, folder));
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toMatch(/\n5 things to mend, 1 to note\.\n$/);
    expect(ran.stdout).toMatch(/^wrong {2}Clock: .* behind Slack's/m);
    expectNoSecret(ran, made.secrets);
  });

  it.each([
    ['workspaces: [', 'It is not YAML'],
    ['workspaces: []\npeople: {}\nbotToken: xoxb-1-2-secret', 'Unrecognized key: "botToken"'],
    ['xoxb-1-2-secret', 'the file: '],
  ])('says what is amiss in slack.yaml: %j', async (yaml, words) => {
    const made = await clinic();
    const folder = await aFolder();
    const ran = await run(['--data', folder], await environment({ ...made, yaml }, folder));
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toMatch(/^wrong {2}Slack: .*slack\.yaml cannot be used: /m);
    expect(ran.stdout).toContain(words);
    expectNoSecret(ran, made.secrets);
  });

  it('looks at what it can where there is no Slack', async () => {
    const ran = await run(['--data', await aFolder()], { HEED_KEY: KEY });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain('note   Slack: HEED_SLACK is not set');
    expect(ran.stdout).toMatch(/\nNothing to mend, 2 things to note\.\n$/);
  });

  it('needs a folder for Slack, and an arrangement', async () => {
    const made = await clinic();
    const env = await environment(made, await newFolder());
    const ran = await run(['--arrangement', 'nowhere'], env);
    expect(ran).toMatchObject({ code: 1, stderr: '' });
    expect(ran.stdout).toContain('wrong  Folder: no folder is given, and Slack needs one to keep.');
    expect(ran.stdout).toContain('wrong  Arrangement: There is no arrangement of that name.');
    expect(ran.stdout).toContain('note   Slack: it was not looked at');
  });

  it('ends with 1 where the environment cannot be used', async () => {
    const { code, stdout } = await run([], { PORT: 'x' });
    expect(code).toBe(1);
    expect(stdout).toContain('wrong  Settings: PORT: write a number');
  });

  it.each([[['--nonsense']], [['a-folder']], [['--data']]])(
    'ends with 2 and what to write after %j',
    async (given) => {
      const { code, stdout, stderr } = await run(given, {});
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toBe('Write: npm run doctor -- [--data DIR] [--arrangement NAME_OR_YAML]\n');
    },
  );
});
