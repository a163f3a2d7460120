import { parseArgs } from 'node:util';
import { SCOPES } from '../manifest/slack-scopes.ts';
import manifest from '../package.json' with { type: 'json' };
import { isPostgres } from '../store/postgres/place.ts';
import { type Clocks, type Finding, isWrong, note, wrong } from './app/finding.ts';
import { loadArrangement } from './arrangements/load.ts';
import { bugLog } from './bugs.ts';
import { loadEmailSettings, loadSlackSettings, loadTeamsSettings } from './chat-settings.ts';
import { type Config, config } from './config.ts';
import { clockFinding } from './doctor/clock.ts';
import { holidayFinding } from './doctor/holidays.ts';
import { examineAll, secretsIn } from './doctor/partnerships.ts';
import { attempt, nodeFinding, type Read, withoutNames } from './doctor/settings.ts';
import { storeFindings } from './doctor/store.ts';
import { tell } from './doctor/tell.ts';
import type { Arrangement } from './domain/arrangement.ts';
import { arrangementOn } from './domain/arrangement-on.ts';
import { instant, londonDay } from './domain/day.ts';
import { shippedCalendar } from './domain/holidays.ts';

const USAGE = 'Write: npm run doctor -- [--data DIR] [--arrangement NAME_OR_YAML]\n';

const optionsGiven = () => {
  try {
    return parseArgs({ options: { data: { type: 'string' }, arrangement: { type: 'string' } } })
      .values;
  } catch {
    return undefined;
  }
};
type Options = NonNullable<ReturnType<typeof optionsGiven>>;

const main = async (): Promise<number> => {
  const given = optionsGiven();
  if (!given) {
    process.stderr.write(USAGE);
    return 2;
  }
  const node = nodeFinding(process.versions.node, manifest.engines.node);
  const settings = attempt('Settings', config, () => 'the environment can be used.');
  const found = [
    node,
    ...settings.findings,
    ...(settings.is === 'read' ? await lookAt(settings.value, given) : [UNLOOKED]),
  ];
  process.stdout.write(tell(found, settings.is === 'read' ? secretsOfAll(settings.value) : []));
  return found.some(isWrong) ? 1 : 0;
};

const UNLOOKED = note('The rest', 'it was not looked at. Mend the settings, and look again.');

const secretsOf = ({ key = '', data = '', slack, teams, email }: Config): readonly string[] => [
  key,
  ...(isPostgres(data) ? [data, URL.parse(data)?.password ?? ''] : []),
  ...Object.entries({ ...slack?.secrets, ...teams?.secrets, ...email?.secrets }).flatMap(
    ([name, secret]) => (/(TOKEN|SECRET|PASSWORD)$/.test(name) && secret ? [secret] : []),
  ),
];

const secretsOfAll = (settings: Config): readonly string[] =>
  settings.partnerships
    ? secretsIn(settings, settings.partnerships, secretsOf)
    : secretsOf(settings);

/** Several partnerships, where they are listed; the one that there is otherwise. */
const lookAt = async (settings: Config, given: Options): Promise<readonly Finding[]> => {
  const place = settings.partnerships;
  return place
    ? examineAll(settings, place, (config) => examine(config, {}))
    : examine(settings, given);
};

const examine = async (settings: Config, given: Options): Promise<readonly Finding[]> => {
  const { slack, teams, email, key } = settings;
  const arrangement = attempt(
    'Arrangement',
    () => loadArrangement(given.arrangement ?? settings.arrangement),
    ({ name, title }) => `${name} can be used (${title}).`,
  );
  const today = londonDay(instant(new Date()));
  const { calendar } =
    arrangement.is === 'read'
      ? arrangementOn(arrangement.value, today)
      : { calendar: shippedCalendar };
  const looked = await lookAtSlack(slack, arrangement);
  return [
    ...arrangement.findings,
    clockFinding(looked.clocks),
    ...(await folderFindings(given.data ?? settings.data, key, settings)),
    holidayFinding(calendar, today),
    ...looked.findings,
    ...(await lookAtTeams(teams, arrangement)),
    ...(await lookAtEmail(email, arrangement)),
  ];
};

/** Without a folder Heed tries things out, which it does not do in a chat product. */
const folderFindings = async (
  folder: string | undefined,
  key: Config['key'],
  { slack, teams, email, partnership }: Pick<Config, 'slack' | 'teams' | 'email' | 'partnership'>,
): Promise<readonly Finding[]> => {
  if (folder !== undefined && isPostgres(folder)) {
    const { databaseFindings } = await import('./doctor/database.ts');
    return databaseFindings(folder, key, partnership);
  }
  if (folder !== undefined) return storeFindings(folder, key);
  const [first] = [slack && 'Slack', teams && 'Teams', email && 'e-mail'].filter(Boolean);
  const what = 'no folder is given';
  const todo = 'Set HEED_DATA or HEED_STORE, or write --data DIR';
  return [
    first
      ? wrong('Folder', `${what}, and ${first} needs one to keep. ${todo}.`)
      : note('Folder', `${what}, so npm start is a rehearsal. ${todo} for the real thing.`),
  ];
};

interface Looked {
  readonly clocks?: Clocks | undefined;
  readonly findings: readonly Finding[];
}

/** The SDK is loaded only where Slack is set up. */
const lookAtSlack = async (
  slack: Config['slack'],
  arrangement: Read<Arrangement>,
): Promise<Looked> => {
  if (!slack)
    return { findings: [note('Slack', 'HEED_SLACK is not set, so it was not looked at.')] };
  const { checkSlack, slackClock } = await import('./platforms/slack/checks.ts');
  const { file, secrets, apiUrl } = slack;
  const clocks = await slackClock(apiUrl);
  if (arrangement.is === 'unread')
    return {
      clocks,
      findings: [note('Slack', 'it was not looked at: mend the arrangement first.')],
    };
  const people = arrangementOn(arrangement.value, londonDay(instant(new Date())));
  const settings = attempt(
    'Slack',
    () => loadSlackSettings(file, secrets, arrangement.value),
    () => 'its settings can be used.',
  );
  if (settings.is === 'unread')
    return { clocks, findings: withoutNames(settings.findings, people.people) };
  const scopes = Object.keys(SCOPES);
  const given = { settings: settings.value, arrangement: people, scopes, apiUrl };
  return { clocks, findings: [...settings.findings, ...(await checkSlack(given))] };
};

/** Nor is the SDK needed to look: Microsoft is asked with plain requests. */
const lookAtTeams = async (
  teams: Config['teams'],
  arrangement: Read<Arrangement>,
): Promise<readonly Finding[]> => {
  if (!teams || arrangement.is === 'unread') return [];
  const { file, secrets, standIn } = teams;
  const people = arrangement.value;
  const settings = attempt(
    'Teams',
    () => loadTeamsSettings(file, secrets, people),
    () => 'its settings can be used.',
  );
  if (settings.is === 'unread') return withoutNames(settings.findings, people.people);
  const { checkTeams } = await import('./platforms/teams/checks.ts');
  const found = await checkTeams({ settings: settings.value, arrangement: people, standIn });
  return [...settings.findings, ...found];
};

/** Nothing is sent: the mail server is only asked to let Heed in. */
const lookAtEmail = async (
  email: Config['email'],
  arrangement: Read<Arrangement>,
): Promise<readonly Finding[]> => {
  if (!email || arrangement.is === 'unread') return [];
  const { file, secrets } = email;
  const people = arrangement.value;
  const settings = attempt(
    'E-mail',
    () => loadEmailSettings(file, secrets, people),
    () => 'its settings can be used.',
  );
  if (settings.is === 'unread') return withoutNames(settings.findings, people.people);
  const { checkEmail } = await import('./platforms/email/checks.ts');
  return [...settings.findings, ...(await checkEmail(settings.value))];
};

const onBug = bugLog(
  (line) => void process.stderr.write(line),
  () => instant(new Date()),
);

process.exitCode = await main().catch((bug: unknown) => {
  process.stderr.write(`The doctor could not look: something is wrong in it (${onBug(bug)}).\n`);
  return 1;
});
