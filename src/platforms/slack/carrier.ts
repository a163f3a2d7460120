import type { Api } from './api.ts';
import { isLockedOut, isToMend, mendedBy, workspaceTrouble } from './refusals.ts';
import type { Workspace } from './settings.ts';
import type { Slack } from './slack.ts';
import type { Carrier } from './way.ts';

/** The bot's token goes with every call; that it is not let in, or is again, is told. */
export const carrier = (slack: Slack, api: Api, workspace: Workspace): Carrier => ({
  respond: api.respond,
  call: async (method, args) => {
    const called = await api.call(workspace.botToken, method, args);
    const what = typeof args.channel === 'string' ? `${method}/${args.channel}` : method;
    if (called.is === 'not-sent') slack.reach.lost(workspace.team);
    if (called.is === 'done') await mended(slack, workspace, what);
    if (called.is === 'refused' && isToMend(called.error) && !LOOKS.has(method))
      await toMend(slack, workspace, what, called.error);
    return called;
  },
});

const mended = async ({ reach, report }: Slack, workspace: Workspace, what: string) => {
  reach.heard(workspace.team);
  await report([], mendedBy(workspace, what));
};

const toMend = async (
  { reach, report }: Slack,
  workspace: Workspace,
  what: string,
  error: string,
): Promise<void> => {
  if (isLockedOut(error)) reach.lost(workspace.team);
  await report([workspaceTrouble(workspace, what, error)]);
};

/** What these are refused is no trouble by itself: a channel that cannot be looked at shows no cases. */
const LOOKS = new Set(['conversations.info', 'conversations.members']);
