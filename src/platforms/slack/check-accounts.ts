import { type Finding, note, well, wrong } from '../../app/finding.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { holderOf, sayPerson } from '../../domain/posts.ts';
import { counted, listed } from '../../domain/words.ts';
import type { Api } from './api.ts';
import { about } from './check-token.ts';
import { isTheirs } from './refusals.ts';
import type { Reached, Roster } from './roster.ts';
import type { SlackSettings, Workspace } from './settings.ts';

interface Looking {
  readonly api: Api;
  readonly settings: SlackSettings;
  readonly arrangement: Arrangement;
  readonly roster: Roster;
}

/** Whether everybody's account that this workspace's bot is to reach is there, and whose it should be. */
export const checkAccounts = async (
  looking: Looking,
  workspace: Workspace,
): Promise<readonly Finding[]> => {
  const mine = accountsIn(looking, workspace);
  const found: Finding[] = [];
  let unseen = 0;
  for (const { reached, whose } of mine) {
    const looked = await look(looking.api, reached);
    if (looked === 'unseen') unseen += 1;
    else if (looked)
      found.push(looked.is(about(workspace), `${whose} (${reached.account}) ${looked.why}`));
  }
  return [...found, ...summary(workspace, { all: mine.length, amiss: found.length, unseen })];
};

const accountsIn = ({ settings, arrangement, roster }: Looking, { team }: Workspace) =>
  [...settings.people.keys()].flatMap((person) =>
    roster
      .accountsOf(person)
      .filter(({ workspace }) => workspace.team === team)
      .map((reached) => ({ reached, whose: `the account of ${sayPerson(arrangement, person)}` })),
  );

interface Amiss {
  readonly is: typeof note;
  readonly why: string;
}

const look = async (
  api: Api,
  { workspace, user, account }: Reached,
): Promise<Amiss | 'unseen' | undefined> => {
  const called = await api.call(workspace.botToken, 'users.info', { user });
  if (called.is === 'refused' && isTheirs(called.error)) return UNKNOWN;
  return called.is === 'done' ? amiss((called.result.user ?? {}) as User, account) : 'unseen';
};

interface User {
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly enterprise_user?: { readonly teams?: readonly string[] };
}

const GIVE = 'Give the right one under people in the settings';
const UNKNOWN: Amiss = { is: wrong, why: `is not known there. ${GIVE}.` };

const amiss = (user: User, account: string): Amiss | undefined => {
  if (user.deleted) return { is: wrong, why: `is deactivated, so nobody is told there. ${GIVE}.` };
  if (user.is_bot) return { is: wrong, why: `is a bot's, so nobody is told there. ${GIVE}.` };
  const [team = ''] = account.split('/');
  const homes = [user.team_id ?? team, ...(user.enterprise_user?.teams ?? [])];
  if (!homes.includes(team))
    return {
      is: note,
      why: `is at home in ${homes[0]}, so Heed may not know who asks. Write ${homes[0]} before the stroke.`,
    };
  return user.is_restricted || user.is_ultra_restricted
    ? { is: note, why: "is a guest's. Make sure that it is meant to see what the post sees." }
    : undefined;
};

interface Counts {
  readonly all: number;
  readonly amiss: number;
  readonly unseen: number;
}

const summary = (workspace: Workspace, { all, amiss, unseen }: Counts): readonly Finding[] => {
  const fine = all - amiss - unseen;
  const of = (n: number): string => `${n} of ${counted(all, 'account')}`;
  return [
    ...(fine > 0 ? [well(about(workspace), `${of(fine)} can be reached.`)] : []),
    ...(unseen > 0
      ? [
          note(
            about(workspace),
            `${of(unseen)} could not be looked at. Mend what else is wrong, and run the doctor again.`,
          ),
        ]
      : []),
  ];
};

/** The posts whose holder has no account. What falls to them cannot be told in Slack. */
export const checkPosts = ({ settings, arrangement }: Looking): readonly Finding[] => {
  const called = [...arrangement.posts.values()]
    .filter(({ id }) => {
      const holder = holderOf(arrangement, id);
      return !holder || !settings.people.has(holder.id);
    })
    .map((post) => `the ${post.called}`);
  return called.length === 0
    ? []
    : [
        note(
          'Slack',
          `no account is given for ${listed(called)}, so nobody is told there of what falls to them. Give theirs under people in the settings.`,
        ),
      ];
};
