import type { Trouble } from '../../domain/trouble.ts';
import type { Called } from './called.ts';
import type { Teams } from './teams.ts';
import type { Sdk } from './wire.ts';

/** The calls to Microsoft; that Heed is not let in, or is again, is told. */
export type Carrier = Pick<Sdk, 'send' | 'update' | 'remove' | 'present' | 'open'>;

/** There is one connector: it can be spoken to, or nobody can. */
const HERE = 'teams';
const KEY = 'teams/bot';

export const carrier = (
  { reach, report }: Pick<Teams, 'reach' | 'report'>,
  sdk: () => Carrier,
): Carrier => {
  const heeded = async <T>(calling: Promise<Called<T>>): Promise<Called<T>> => {
    const called = await calling;
    if (called.is === 'not-sent' || isLockedOut(called)) reach.lost(HERE);
    if (isLockedOut(called)) await report([lockedOut(called.code)]);
    if (called.is === 'done') {
      reach.heard(HERE);
      await report([], [KEY]);
    }
    return called;
  };
  return {
    send: (...given) => heeded(sdk().send(...given)),
    update: (...given) => heeded(sdk().update(...given)),
    remove: (...given) => heeded(sdk().remove(...given)),
    present: (...given) => heeded(sdk().present(...given)),
    open: (...given) => heeded(sdk().open(...given)),
  };
};

export const isAway = ({ reach }: Pick<Teams, 'reach'>): boolean => reach.isAway(HERE);

/** Whether it can be spoken to again is asked once a minute, with something that says nothing. */
export const askAway = async (teams: Teams): Promise<void> => {
  if (!isAway(teams)) return;
  const [chat] = [...teams.settings.people.values()]
    .flat()
    .flatMap((account) => teams.register.chatOf(account) ?? []);
  const called = chat ? await teams.carrier.present(chat) : undefined;
  if (!called || (called.is === 'refused' && !isLockedOut(called))) teams.reach.heard(HERE);
};

type Refused = Extract<Called, { is: 'refused' }>;

const isLockedOut = (called: Called): called is Refused =>
  called.is === 'refused' && called.status === 401;

const lockedOut = (code: string): Trouble => ({
  key: KEY,
  sentence: `Microsoft does not let Heed into Teams (${code}), so nobody is told anything there. The client secret may be over: make another under Certificates & secrets of the registration, and set TEAMS_APP_PASSWORD. Until then what is to be said there waits.`,
  lasts: true,
});
