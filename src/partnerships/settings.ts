import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BadSetting, type Config, type PartnershipsPlace } from '../config.ts';
import { BadSettingsFile } from '../platforms/chat/settings-file.ts';
import { type List, type Listed, readList } from './file.ts';

/** The list from its file. Throws BadSetting, which names every mistake. */
export const loadList = ({ file, variables }: PartnershipsPlace): List => {
  try {
    return readList(textOf(file), variables);
  } catch (problem) {
    if (!(problem instanceof BadSettingsFile)) throw problem;
    throw new BadSetting(`${file} cannot be used:\n  ${problem.message.replaceAll('\n', '\n  ')}`);
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadSetting(`HEED_PARTNERSHIPS: ${file} cannot be read. Check its path.`);
  }
};

/** What stands before each of its variables for Slack, Teams and e-mail: MERTON_SLACK_… */
const prefixOf = ({ name }: Pick<Listed, 'name'>): string => `${name.toUpperCase()}_`;

/**
 * The settings of one of them, as if it ran alone. Files are looked for beside the list; of the
 * environment it has what is its own. Throws BadSetting where a variable that it names is not set.
 */
export const configOf = (
  one: Listed,
  place: PartnershipsPlace,
  shared: Pick<Config, 'front' | 'address'>,
): Config => {
  const { variables } = place;
  const missing = [one.store, one.key].filter((name) => name !== undefined && !variables[name]);
  if (missing.length > 0)
    throw new BadSetting(
      missing
        .map((name) => `${name} is not set in the environment, and the list names it. Set it`)
        .join('\n'),
    );
  const beside = (path: string): string => resolve(dirname(place.file), path);
  const secrets = (product: string) => ownSecrets(`${prefixOf(one)}${product}_`, one, variables);
  return {
    key: one.key && variables[one.key],
    data: one.folder ? beside(one.folder) : variables[one.store ?? ''],
    partnership: one.store ? one.name : undefined,
    partnerships: undefined,
    port: one.page ?? 0,
    arrangement: /\.ya?ml$/.test(one.arrangement) ? beside(one.arrangement) : one.arrangement,
    front: shared.front,
    address: `${shared.address.replace(/\/$/, '')}${pathOf(one)}`,
    slack: one.slack
      ? { file: beside(one.slack), secrets: secrets('SLACK'), apiUrl: place.slackUrl }
      : undefined,
    teams: one.teams
      ? { file: beside(one.teams), secrets: secrets('TEAMS'), standIn: place.teamsStandIn }
      : undefined,
    email: one.email ? { file: beside(one.email), secrets: secrets('EMAIL') } : undefined,
  };
};

/** What stands before each of its paths at the outward server. */
export const pathOf = ({ name }: Pick<Listed, 'name'>): string => `/${name}`;

/** Those that begin so, by the names that they have where one runs alone. */
const ownSecrets = (
  prefix: string,
  one: Listed,
  variables: PartnershipsPlace['variables'],
): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(variables)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefixOf(one).length), value]),
  );

const CALLED: Readonly<Record<string, string>> = {
  HEED_DATA: 'folder',
  HEED_STORE: 'store',
  HEED_PARTNERSHIP: 'the list',
  HEED_ARRANGEMENT: 'arrangement',
  HEED_SLACK: 'slack',
  HEED_TEAMS: 'teams',
  HEED_EMAIL: 'email',
};

/** What Heed says of a setting where one runs alone, by what that is called in the list. */
export const asListed =
  (one: Listed) =>
  (said: string): string =>
    said
      .replaceAll('HEED_KEY', one.key ?? 'key')
      .replaceAll(/\bPORT\b/g, 'page')
      .replaceAll(/\bHEED_[A-Z]+\b/g, (name) => CALLED[name] ?? name)
      .replaceAll(/\b(?=(?:SLACK|TEAMS|EMAIL)_[A-Z])/g, prefixOf(one));
