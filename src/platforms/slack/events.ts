import { z } from 'zod';
import { STRANGER } from '../../app/dispatch.ts';
import { digest } from './courier.ts';
import { homeView, strangerView } from './home.ts';
import { workspaceTrouble } from './refusals.ts';
import type { Slack } from './slack.ts';

const Envelope = z.object({
  event_id: z.string(),
  team_id: z.string(),
  event: z.object({
    type: z.string(),
    user: z.string().optional(),
    channel: z.string().optional(),
    tab: z.string().optional(),
  }),
});

/** What happens in Slack by itself. Slack may say it more than once; it is taken once. */
export const onEvent = async (
  slack: Slack,
  body: unknown,
  onChannelChanged: () => void,
): Promise<void> => {
  const { event_id: id, team_id: team, event } = Envelope.parse(body);
  const { register, roster } = slack;
  if (register.knowsEvent(id)) return;
  await register.add({ is: 'event', id, at: slack.now() });
  if (event.type === 'app_home_opened' && event.tab === 'home' && event.user) {
    await register.add({ is: 'home', account: `${team}/${event.user}` });
    await publishHome(slack, team, event.user);
  }
  if (event.type === 'member_joined_channel') onChannelChanged();
  const workspace = roster.workspaceOf(team);
  if (workspace && (event.type === 'app_uninstalled' || event.type === 'tokens_revoked'))
    await slack.report([workspaceTrouble(workspace, event.type)]);
};

/** What each home tab showed last, so that one that would not change is left alone. */
export const homes = (slack: Slack) => {
  const shown = new Map<string, string>();
  return {
    /** Draws the home tabs anew that have been opened before. */
    refresh: async (): Promise<void> => {
      for (const account of slack.register.homes()) {
        const [team = '', user = ''] = account.split('/');
        const view = await viewFor(slack, team, user);
        const drawn = digest({ text: '', blocks: [view] });
        if (shown.get(account) === drawn) continue;
        if (await publish(slack, team, user, view)) shown.set(account, drawn);
      }
    },
  };
};

const publishHome = async (slack: Slack, team: string, user: string): Promise<void> => {
  await publish(slack, team, user, await viewFor(slack, team, user));
};

const viewFor = async (slack: Slack, team: string, user: string): Promise<object> => {
  const desk = await slack.desk(slack.roster.personOf(team, user) ?? '');
  return desk ? homeView(desk) : strangerView(STRANGER);
};

const publish = async (
  { roster, carrierOf }: Slack,
  team: string,
  user_id: string,
  view: object,
): Promise<boolean> => {
  const workspace = roster.workspaceOf(team);
  if (!workspace) return true;
  const { is } = await carrierOf(workspace).call('views.publish', { user_id, view });
  return is === 'done';
};
