import { type Activity, rootOf } from './activity.ts';
import { TAKEN } from './answered.ts';
import { type Around, caught } from './around.ts';
import { type Asker, askerOf, askFor, learnt, typedIn } from './asker.ts';
import { onDialog } from './dialog.ts';
import { onExecute } from './execute.ts';
import { reply } from './reply.ts';
import type { Teams } from './teams.ts';
import type { Answered, Handlers } from './wire.ts';

/** Everything that Teams tells. It is acknowledged when it is decided and durable. */
export const handlers = (teams: Teams, around: Around): Handlers => ({
  message: ({ activity }) =>
    known(teams, activity, (asker) =>
      caught(
        teams,
        () => onMessage(teams, around, asker, activity),
        (message) => {
          around.later(asker.way.conversation, () => reply(teams, asker, { message }));
          return TAKEN;
        },
      ),
    ),
  invoke: ({ activity }) =>
    known(teams, activity, async (asker) => {
      const handle = INVOKES.get(activity.name ?? '');
      return handle ? handle(teams, around, asker, activity) : { status: 501 };
    }),
  other: ({ activity }) =>
    known(teams, activity, (asker) => onOther(teams, around, asker, activity)),
});

const INVOKES = new Map([
  ['adaptiveCard/action', onExecute],
  ['task/fetch', onDialog],
  ['task/submit', onDialog],
]);

/** Where it came from is on disk before anything is done about it. */
const known = async (
  teams: Teams,
  activity: Activity,
  work: (asker: Asker) => Promise<Answered>,
): Promise<Answered> => {
  const asker = askerOf(teams, activity);
  await teams.register.learn(...learnt(activity, asker));
  return work(asker);
};

const onMessage = async (
  teams: Teams,
  { desks, later }: Around,
  asker: Asker,
  activity: Activity,
): Promise<Answered> => {
  if (activity.from.id.startsWith('28:')) return TAKEN;
  const typed = typedIn(teams, activity) || 'help';
  if (asker.isAlone && /^\/?desk$/i.test(typed)) {
    later(asker.way.conversation, () => desks.open(asker.account));
    return TAKEN;
  }
  const answer = await askFor(teams, asker, { typed }, `${asker.way.conversation}/${activity.id}`);
  teams.afterwards();
  later(asker.way.conversation, () => reply(teams, asker, answer));
  return TAKEN;
};

const onOther = async (
  { register }: Teams,
  { desks, later, channelChanged }: Around,
  { isAlone, account, way }: Asker,
  { type, action }: Activity,
): Promise<Answered> => {
  if (type === 'installationUpdate' && action?.startsWith('remove'))
    await register.add({ is: 'lost', conversation: rootOf(way.conversation) });
  else if (type === 'installationUpdate' && isAlone)
    later(way.conversation, () => desks.open(account));
  if (!isAlone) channelChanged();
  return TAKEN;
};
