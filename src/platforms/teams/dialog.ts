import type { Message } from '../../app/message.ts';
import type { Activity } from './activity.ts';
import { inWindow } from './answered.ts';
import { type Around, caught } from './around.ts';
import type { Asker } from './asker.ts';
import { titleOf } from './form.ts';
import { teamsPages } from './pages.ts';
import { againCard, decided, formAgain, NOT_UNDERSTOOD, type Press, pressIn } from './press.ts';
import { type Drawn, submit } from './render.ts';
import { toOwnChat } from './reply.ts';
import type { Teams } from './teams.ts';
import type { Answered } from './wire.ts';

/** A window: it opens with a form, and shows the answer when that is saved. Only who opened it sees it. */
export const onDialog = (
  teams: Teams,
  around: Around,
  asker: Asker,
  activity: Activity,
): Promise<Answered> =>
  caught(
    teams,
    async () => {
      const press = pressIn(activity);
      return press ? answered(teams, around, asker, press, activity.id) : window(NOT_UNDERSTOOD);
    },
    (message) => window(message),
  );

const answered = async (
  teams: Teams,
  around: Around,
  asker: Asker,
  press: Press,
  id: string,
): Promise<Answered> => {
  const answer = await decided(teams, asker, press, id);
  teams.afterwards();
  const again = await formAgain(teams, asker, press, answer);
  if (again) return inWindow(titleOf(again.form.command), againCard(again, press, true));
  const { message } = answer;
  if (teamsPages(message, submit).length > 1)
    around.later(asker.way.conversation, () => toOwnChat(teams, asker, message));
  return window(message);
};

/** Of a long answer the first page; all of it is in their own chat. */
const window = (message: Message): Answered =>
  inWindow('Heed', (teamsPages(message, submit)[0] as Drawn).card);
