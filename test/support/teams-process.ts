import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { APP, TENANT } from './teams/authority.ts';
import { PASSWORD, type TeamsDouble } from './teams/double.ts';

const MAIN = join(import.meta.dirname, '../../src/main.ts');

/** As npm start has it: the SDK is large. */
const CACHE = join(import.meta.dirname, '../../src/compile-cache.js');

/** teams.yaml for some of the roster. */
export const settingsFor = (
  teams: TeamsDouble,
  people: readonly string[],
  path: string,
): string => {
  const lines = people.map((id) => `  ${id}: ${TENANT}/${teams.objectOf(id)}`);
  writeFileSync(path, [`app: ${APP}`, `tenant: ${TENANT}`, 'people:', ...lines].join('\n'));
  return path;
};

/** The real program, in Teams, in a process of its own; resolves when Teams may call it. */
export const startInTeams = async (teams: TeamsDouble, folder: string, settings: string) => {
  const env = {
    ...process.env,
    PORT: '0',
    FRONT_PORT: '0',
    HEED_TEAMS: settings,
    TEAMS_STAND_IN: teams.url,
    TEAMS_APP_PASSWORD: PASSWORD,
  };
  const args = ['--import', CACHE, '--disable-warning=ExperimentalWarning', MAIN, '--data', folder];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\/\/\S+\/api\/messages/.exec(line) ?? [];
    if (!url) continue;
    teams.connect(url);
    break;
  }
  return {
    kill: async (): Promise<void> => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};
