import { type Clocks, type Finding, note, well, wrong } from '../../app/finding.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { counted } from '../../domain/words.ts';
import { caseChannelName } from '../chat/case-channel-name.ts';
import { SLACK, slackApi } from './api.ts';
import { checkAccounts, checkPosts } from './check-accounts.ts';
import { about, checkSocket, checkToken } from './check-token.ts';
import { type Guarding, guard } from './guard.ts';
import { roster } from './roster.ts';
import type { SlackSettings, Workspace } from './settings.ts';

interface Given {
  readonly settings: SlackSettings;
  readonly arrangement: Arrangement;
  /** The least that the bot must be allowed. */
  readonly scopes: readonly string[];
  readonly apiUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Looks at every workspace through the eyes of its bot. Nothing is sent to anybody. */
export const checkSlack = async (given: Given): Promise<readonly Finding[]> => {
  const looking = lookingBy(given);
  const found: Finding[] = [];
  for (const workspace of given.settings.workspaces)
    found.push(...(await checkWorkspace(looking, workspace)));
  return [...found, ...checkPosts(looking)];
};

type Looking = ReturnType<typeof lookingBy>;

const lookingBy = (given: Given) => {
  const api = slackApi(given);
  const carrierOf: Guarding['carrierOf'] = ({ botToken }) => ({
    call: (method, args) => api.call(botToken, method, args),
    respond: api.respond,
  });
  return { ...given, api, carrierOf, roster: roster(given.settings) };
};

const checkWorkspace = async (
  looking: Looking,
  workspace: Workspace,
): Promise<readonly Finding[]> => {
  const { api, settings, scopes } = looking;
  const token = await checkToken(api, workspace, scopes);
  const socket = settings.mode === 'socket' ? [await checkSocket(api, workspace)] : [];
  if (token.bot === undefined) return [...token.findings, ...socket];
  looking.roster.knowBot(workspace.team, token.bot);
  return [
    ...token.findings,
    ...socket,
    await checkChannel(looking, workspace),
    ...(await checkAccounts(looking, workspace)),
  ];
};

const checkChannel = async (looking: Guarding, workspace: Workspace): Promise<Finding> => {
  if (!workspace.cases)
    return well(
      about(workspace),
      `no channel for cases is given${wanted(looking.arrangement)}, so no case is shown in one.`,
    );
  const called = caseChannelName(looking.arrangement);
  const guarded = await guard(looking, workspace, workspace.cases);
  if (guarded.is === 'closed')
    return wrong(
      about(workspace),
      `no case is shown in ${called.replace(/,$/, '')}: ${guarded.why}.`,
    );
  return guarded.is === 'open'
    ? well(
        about(workspace),
        `${called} is private, and ${counted(guarded.members.length, 'person is', 'people are')} in it, all of whom may see cases.`,
      )
    : note(about(workspace), `${called} could not be seen. Run the doctor again.`);
};

/** What to make, where the arrangement has a name for it. */
const wanted = ({ channels }: Pick<Arrangement, 'channels'>): string => {
  const name = channels.get('cases');
  return name ? ` (the arrangement calls it #${name})` : '';
};

/** What Slack's clock says, against this machine's halfway through asking; undefined where it is not heard. */
export const slackClock = async (
  apiUrl = SLACK,
  now: () => number = Date.now,
  timeoutMs = 10_000,
): Promise<Clocks | undefined> => {
  const asked = now();
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const heard = await fetch(new URL('api.test', apiUrl), { method: 'POST', signal });
    await heard.arrayBuffer();
    const there = Date.parse(heard.headers.get('date') ?? '');
    return Number.isNaN(there) ? undefined : { here: (asked + now()) / 2, there };
  } catch {
    return undefined;
  }
};
