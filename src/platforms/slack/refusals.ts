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
  'restricted_action',
  'messages_tab_disabled',
]);

/** The bot itself is not let in: nobody of this workspace is reached until somebody mends it. */
const WORKSPACES = new Set([
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

export const isTheirs = (error: string): boolean => THEIRS.has(error);
export const isWorkspaces = (error: string): boolean => WORKSPACES.has(error);

export const workspaceKey = ({ team }: Pick<Workspace, 'team'>): string => `slack/${team}/bot`;

export const workspaceTrouble = (workspace: Workspace, error: string): Trouble => ({
  key: workspaceKey(workspace),
  sentence: `Slack does not let Heed into the workspace ${workspace.name} (${error}), so nobody is told anything there. Run npm run doctor: it says what to mend. Until then what is to be said there waits.`,
  lasts: true,
});
