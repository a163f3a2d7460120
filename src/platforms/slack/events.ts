import { z } from 'zod';
import { STRANGER } from '../../app/dispatch.ts';
import { plain } from '../../app/message.ts';
import { digest } from './courier.ts';
import { homeView, strangerView } from './home.ts';
import { isToMend, workspaceTrouble } from './refusals.ts';
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

/** What the rest of Heed in Slack is told of an event. */
export interface Told {
  /** Somebody has come into a channel: who may see what has to be looked at again. */
  readonly channelChanged: () => void;
  readonly homeOpened: (account: string) => Promise<void>;
}

/** What happens in Slack by itself. Slack may say it more than once; it is taken once. */
export const onEvent = async (slack: Slack, body: unknown, told: Told): Promise<void> => {
  const { event_id: id, team_id: team, event } = Envelope.parse(body);
  const { register, roster } = slack;
  await register.refresh();
  if (register.knowsEvent(id)) return;
  await register.add({ is: 'event', id, at: slack.now() });
  if (event.type === 'app_home_opened' && event.tab === 'home' && event.user)
    await told.homeOpened(`${team}/${event.user}`);
  if (event.type === 'member_joined_channel') told.channelChanged();
  const workspace = roster.workspaceOf(team);
  if (workspace && (event.type === 'app_uninstalled' || event.type === 'tokens_revoked')) {
    slack.reach.lost(team);
    await slack.report([workspaceTrouble(workspace, 'auth.test', event.type)]);
  }
};

/** Home tabs, and what each showed last: one that would not change is left alone. */
export interface Homes {
  readonly open: (account: string) => Promise<void>;
  /** Draws those anew that have been opened before. */
  readonly refresh: () => Promise<void>;
}

export const homes = (slack: Slack): Homes => {
  const shown = new Map<string, string>();
  const draw = async (account: string): Promise<void> => {
    const [team = '', user = ''] = account.split('/');
    const view = await viewFor(slack, team, user);
    const drawn = digest({ text: '', blocks: [view] });
    if (shown.get(account) === drawn) return;
    shown.set(account, drawn);
    if (!(await publish(slack, team, user, view))) shown.delete(account);
  };
  return {
    open: async (account) => {
      await slack.register.add({ is: 'home', account });
      shown.delete(account);
      await draw(account);
    },
    refresh: async () => {
      for (const account of slack.register.homes()) await draw(account);
    },
  };
};

const viewFor = async (slack: Slack, team: string, user: string): Promise<object> => {
  const desk = await slack.desk(slack.roster.personOf(team, user) ?? '');
  return desk ? homeView(desk, (text) => slack.worded(plain(text)).title) : strangerView(STRANGER);
};

/** False where it is to be tried again: not with somebody who has no tab any more. */
const publish = async (
  { roster, carrierOf, reach, lanes }: Slack,
  team: string,
  user_id: string,
  view: object,
): Promise<boolean> => {
  const workspace = roster.workspaceOf(team);
  if (!workspace) return true;
  const lane = `${team}/views.publish`;
  if (reach.isAway(team) || lanes.isHeld(lane)) return false;
  const published = await carrierOf(workspace).call('views.publish', { user_id, view });
  if (published.is === 'limited') lanes.hold(lane, published.seconds);
  return published.is === 'done' || (published.is === 'refused' && !isToMend(published.error));
};
