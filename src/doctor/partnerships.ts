import { type Finding, wrong } from '../app/finding.ts';
import { loadArrangement } from '../arrangements/load.ts';
import { loadSlackSettings, loadTeamsSettings } from '../chat-settings.ts';
import { BadSetting, type Config, type PartnershipsPlace } from '../config.ts';
import { counted } from '../domain/words.ts';
import type { Listed } from '../partnerships/file.ts';
import { allMarks, type Marks } from '../partnerships/marks.ts';
import { asListed, configOf, loadList } from '../partnerships/settings.ts';
import { attempt } from './settings.ts';

type Examine = (config: Config) => Promise<readonly Finding[]>;

/** Each partnership of the list as if it ran alone, by its name; and what two of them have alike. */
export const examineAll = async (
  settings: Config,
  place: PartnershipsPlace,
  examine: Examine,
): Promise<readonly Finding[]> => {
  const list = attempt(
    'List',
    () => loadList(place),
    ({ partnerships, connections }) =>
      `it can be used: ${counted(partnerships.length, 'partnership')}, ${connections} connections to databases at the most.`,
  );
  if (list.is === 'unread') return list.findings;
  const found = [...list.findings];
  const marks = allMarks();
  for (const one of list.value.partnerships) {
    const own = attempt(
      'Settings',
      () => configOf(one, place, settings),
      () => 'what the list names is there.',
    );
    const looked = own.is === 'read' ? await examine(own.value) : [];
    if (own.is === 'read') readMarks(one.name, own.value, marks);
    found.push(...[...own.findings, ...looked.map(apart)].map(named(one)));
  }
  return [...found, ...list.value.partnerships.flatMap((one) => alike(one, marks))];
};

/** All that is secret in what the list names, so that nothing of it is printed. */
export const secretsIn = (
  settings: Config,
  place: PartnershipsPlace,
  secretsOf: (config: Config) => readonly string[],
): readonly string[] => {
  const list = attempt(
    'List',
    () => loadList(place),
    () => '',
  );
  if (list.is === 'unread') return [];
  return list.value.partnerships.flatMap((one) => {
    const own = attempt(
      'Settings',
      () => configOf(one, place, settings),
      () => '',
    );
    return own.is === 'read' ? secretsOf(own.value) : [];
  });
};

/** A user who may do more is no more than noted where one runs alone; of several it is not started. */
const apart = (finding: Finding): Finding =>
  finding.about === 'User' && finding.is === 'note'
    ? wrong(
        'User',
        'it may do more than work for one partnership, so it is not opened. Make it one of its own: npm run partnership -- add NAME ADDRESS.',
      )
    : finding;

const named =
  (one: Listed) =>
  (finding: Finding): Finding => ({
    ...finding,
    about: `${one.name}, ${finding.about}`,
    sentence: asListed(one)(finding.sentence),
  });

/** Settings that cannot be read are found wrong elsewhere. */
const readMarks = (name: string, { arrangement: of, slack, teams }: Config, marks: Marks): void => {
  const read = <T>(what: () => T): T | undefined => {
    try {
      return what();
    } catch {
      return undefined;
    }
  };
  const arrangement = read(() => loadArrangement(of));
  if (!arrangement) return;
  const [inSlack, inTeams] = [
    slack && read(() => loadSlackSettings(slack.file, slack.secrets, arrangement)),
    teams && read(() => loadTeamsSettings(teams.file, teams.secrets, arrangement)),
  ];
  marks.read(name, {
    slack: inSlack && { settings: inSlack },
    teams: inTeams && { settings: inTeams },
  });
};

const alike = ({ name }: Listed, marks: Marks): readonly Finding[] => {
  try {
    marks.check(name);
    return [];
  } catch (problem) {
    if (!(problem instanceof BadSetting)) throw problem;
    return problem.message.split('\n').map((one) => wrong(`${name}, Settings`, `${one}.`));
  }
};
