import type { Trouble } from '../../domain/trouble.ts';
import type { Workspace } from './settings.ts';

/** This person cannot be reached there, whatever one tries. */
const THEIRS = new Set([
  'cannot_dm_bot',
  'channel_not_found',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
  'is_archived',
  'not_in_channel',
  'method_not_supported_for_channel_type',
  'messages_tab_disabled',
]);

/** The bot is not let in at all: nobody of this workspace is reached until somebody mends it. */
const LOCKED_OUT = new Set([
  'account_inactive',
  'app_uninstalled',
  'enterprise_is_restricted',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'tokens_revoked',
  'two_factor_setup_required',
]);

/** It is let in, and may not do this one thing. */
const NOT_ALLOWED = new Set([
  'access_denied',
  'ekm_access_denied',
  'missing_scope',
  'no_permission',
  'posting_to_channel_denied',
  'restricted_action',
  'restricted_action_read_only_channel',
]);

export const isTheirs = (error: string): boolean => THEIRS.has(error);
export const isLockedOut = (error: string): boolean => LOCKED_OUT.has(error);
/** What somebody has to mend before it can go on. */
export const isToMend = (error: string): boolean => isLockedOut(error) || NOT_ALLOWED.has(error);

type Named = Pick<Workspace, 'team' | 'name'>;

/** What is over once such a call is done: a method, and the channel it goes to if there is one. */
export const mendedBy = ({ team }: Named, what: string): readonly string[] => [
  `slack/${team}/bot`,
  `slack/${team}/${what}`,
];

export const workspaceTrouble = ({ team, name }: Named, what: string, error: string): Trouble =>
  isLockedOut(error)
    ? {
        key: `slack/${team}/bot`,
        sentence: `Slack does not let Heed into the workspace ${name} (${error}), so nobody is told anything there. Run npm run doctor: it says what to mend. Until then what is to be said there waits.`,
        lasts: true,
      }
    : {
        key: `slack/${team}/${what}`,
        sentence: `In the workspace ${name} Slack does not let Heed do what it has to (${what}: ${error}), so part of what is to be said there waits. Run npm run doctor: it says what to mend.`,
        lasts: true,
      };

export const socketKey = ({ team }: Pick<Named, 'team'>): string => `slack/${team}/socket`;

export const socketTrouble = ({ team, name }: Named, error: string): Trouble => ({
  key: socketKey({ team }),
  sentence: `Slack opens no socket for Heed in the workspace ${name} (${error}), so what is typed or pressed there does not reach it. Reminders are sent all the same. Run npm run doctor: it says what to mend.`,
  lasts: true,
});
