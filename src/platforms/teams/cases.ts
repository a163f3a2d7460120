import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import type { CaseChannel, Posted } from '../chat/case-channel.ts';
import { caseChannelName } from '../chat/case-channel-name.ts';
import { rootOf } from './activity.ts';
import type { NotDone } from './called.ts';
import { onePage } from './draw.ts';
import { guard } from './guard.ts';
import { digest, sendOne } from './post.ts';
import type { Teams } from './teams.ts';

/** The channel for cases, if there is one. */
export const teamsCases = (teams: Teams): readonly CaseChannel[] =>
  teams.settings.cases ? [casesIn(teams, teams.settings.cases)] : [];

const casesIn = (teams: Teams, channel: string): CaseChannel => ({
  key: `teams/${channel}`,
  channel,
  called: `${caseChannelName(teams.arrangement)} in Teams`,
  product: 'Teams',
  guard: () => guard(teams, channel),
  cardOf: (ref) =>
    teams.register
      .postsAbout(ref)
      .find(
        (one) =>
          rootOf(one.conversation) === channel && one.card === 'card' && one.message.title === ref,
      )?.id,
  refsThere: () =>
    teams.register
      .all()
      .flatMap((one) => (rootOf(one.conversation) === channel ? one.message.about : [])),
  post: (message, card) => post(teams, channel, message, card),
});

/** A thread in Teams is a conversation of its own, named by the message that it begins with. */
const post = async (
  teams: Teams,
  channel: string,
  message: Message,
  thread: string | undefined,
): Promise<Posted> => {
  const conversation = thread ? `${channel};messageid=${thread}` : channel;
  const way = teams.register.wayTo(conversation);
  if (!way || teams.lanes.isHeld(channel)) return { is: 'later' };
  const drawn = onePage(teams, message);
  const sent = await sendOne(teams, way, drawn);
  if (sent.is !== 'done') return notPosted(sent);
  const kept = { page: 0, message: KeptMessage.parse(message), drawn: digest(drawn) };
  const card = thread ? ('line' as const) : ('card' as const);
  await teams.register.add({
    is: 'posted',
    post: { conversation, id: sent.result, ...kept, card },
  });
  return { is: 'posted', id: sent.result };
};

const notPosted = (failed: NotDone): Posted => {
  if (failed.is === 'unsure') return { is: 'unsure' };
  return failed.is === 'refused' && failed.status !== 401
    ? { is: 'stuck', error: failed.code }
    : { is: 'later' };
};
