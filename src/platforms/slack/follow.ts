import { londonDay } from '../../domain/day.ts';
import type { Ref } from '../../domain/reference.ts';
import { missedAfter } from '../chat/missed.ts';
import { oneAtATime, type Rounds } from '../chat/rounds.ts';
import { caseChannels } from './cases.ts';
import { homes } from './events.ts';
import { refreshing } from './refresh.ts';
import type { Slack } from './slack.ts';

/** What follows the log: cards and threads in the channels, messages that were sent, home tabs. */
export interface Following extends Rounds {
  readonly changed: (refs: readonly Ref[]) => void;
  readonly tick: () => void;
  readonly openHome: (account: string) => Promise<void>;
}

/** Under this name it is written down up to where everything that lies in Slack has been drawn. */
const ALL = '*';

export const following = (slack: Slack): Following => {
  const rounds = oneAtATime(() => round().catch(slack.onTrouble));
  const cases = caseChannels(slack, rounds.isAskedFor);
  const refresh = refreshing(slack);
  const tabs = homes(slack);
  const missed = catchingUp(slack);
  let today = londonDay(slack.now());
  let isNoting = false;
  const round = async (): Promise<void> => {
    await knowBots(slack);
    const { seq } = await slack.ledger();
    refresh.mark(await missed());
    refresh.mark(await cases.run());
    // Once a minute: after a stop, what was drawn meanwhile is only looked at again.
    if ((await refresh.run()) && isNoting && slack.register.told(ALL) !== seq)
      await slack.register.add({ is: 'told', channel: ALL, seq });
    isNoting = false;
    await tabs.refresh();
  };
  return {
    ...rounds,
    openHome: tabs.open,
    changed: (refs) => {
      refresh.mark(refs);
      rounds.begin();
    },
    /** A card says what is late; that changes with the day, without anybody's doing. */
    tick: () => {
      const day = londonDay(slack.now());
      if (day !== today) refresh.mark(slack.register.all().flatMap(({ message }) => message.about));
      today = day;
      isNoting = true;
      rounds.begin();
    },
  };
};

/** What was written while nobody looked, once: from then on each change is told. */
const catchingUp = (slack: Slack): (() => Promise<readonly Ref[]>) => {
  let isDone = false;
  return async () => {
    if (isDone) return [];
    const { register } = slack;
    const shown = register
      .all()
      .flatMap((post) => (isElsewhere(slack, post) ? post.message.about : []));
    const since = await missedAfter(slack, register.told(ALL));
    isDone = true;
    return [...shown, ...since];
  };
};

/** In a channel that is the channel for cases no more: what lies there is taken down. */
const isElsewhere = (
  { roster }: Slack,
  { team, channel, to }: { readonly team: string; readonly channel: string; readonly to?: unknown },
): boolean => to === undefined && roster.workspaceOf(team)?.cases !== channel;

/** Heed's own id in each workspace: it is in the channels too, and is nobody's. */
const knowBots = async ({ settings, roster, carrierOf }: Slack): Promise<void> => {
  for (const workspace of settings.workspaces) {
    if (roster.botOf(workspace.team)) continue;
    const tested = await carrierOf(workspace).call('auth.test', {});
    if (tested.is === 'done') roster.knowBot(workspace.team, String(tested.result.user_id));
  }
};
