import { type Finding, note, well, wrong } from '../../app/finding.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { counted } from '../../domain/words.ts';
import { type Called, CallFailed } from './called.ts';
import { microsoft } from './microsoft.ts';
import type { TeamsSettings } from './settings.ts';
import { tokens } from './token.ts';

interface Parts {
  readonly settings: TeamsSettings;
  readonly arrangement: Pick<Arrangement, 'people'>;
  readonly standIn?: string | undefined;
  readonly timeoutMs?: number;
}

/** What the doctor says of Teams: whether Microsoft lets Heed in, whether its keys are there, who is reached. */
export const checkTeams = async ({
  settings,
  arrangement,
  standIn,
  timeoutMs = 10_000,
}: Parts): Promise<readonly Finding[]> => {
  const there = microsoft(timeoutMs, standIn);
  const { get } = tokens({ settings, login: there.login, now: Date.now, timeoutMs });
  return [
    sayToken(await outcome(get)),
    sayKeys(await outcome(there.fetchKeys)),
    sayPeople(settings, arrangement),
  ];
};

const outcome = async (ask: () => Promise<unknown>): Promise<Called> => {
  try {
    return { is: 'done', result: await ask() };
  } catch (problem) {
    return problem instanceof CallFailed ? problem.called : { is: 'unsure' };
  }
};

const sayToken = (called: Called): Finding => {
  if (called.is === 'done') return well('Teams', 'Microsoft lets Heed in.');
  if (called.is === 'refused')
    return wrong(
      'Teams',
      `Microsoft does not let Heed in (${called.code}). Make a new client secret under Certificates & secrets of the registration, set TEAMS_APP_PASSWORD, and check app and tenant.`,
    );
  return wrong(
    'Teams',
    'login.microsoftonline.com cannot be reached. Let this machine through to it.',
  );
};

const sayKeys = ({ is }: Called): Finding =>
  is === 'done'
    ? well('Teams', "the Bot Framework's keys can be read.")
    : wrong(
        'Teams',
        'login.botframework.com cannot be reached, so nothing that Teams says would be believed. Let this machine through to it.',
      );

const sayPeople = ({ people }: TeamsSettings, roster: Parts['arrangement']): Finding => {
  const without = [...roster.people.keys()].filter((id) => !people.has(id));
  return without.length === 0
    ? well('Teams', 'everybody on the roster has an account there.')
    : note(
        'Teams',
        `${counted(without.length, 'person', 'people')} of the roster ${without.length === 1 ? 'has' : 'have'} no account there: ${without.join(', ')}.`,
      );
};
