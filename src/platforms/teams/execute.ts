import type { Answer } from '../../app/dispatch.ts';
import { KeptMessage } from '../../app/kept-message.ts';
import type { Message } from '../../app/message.ts';
import type { Activity } from './activity.ts';
import { aside, inPlace } from './answered.ts';
import { type Around, caught } from './around.ts';
import type { Asker } from './asker.ts';
import { drawAlone } from './draw.ts';
import { digest, postAll } from './post.ts';
import { againCard, decided, formAgain, NOT_UNDERSTOOD, type Press, pressIn } from './press.ts';
import { redraw } from './refresh.ts';
import type { Drawn } from './render.ts';
import { reply, toOwnChat } from './reply.ts';
import type { Teams } from './teams.ts';
import type { Answered } from './wire.ts';

interface Place {
  readonly conversation: string;
  readonly id: string;
}

/** A button or a form on a card: the card changes in place, for whoever pressed it alone. */
export const onExecute = (
  teams: Teams,
  around: Around,
  asker: Asker,
  activity: Activity,
): Promise<Answered> =>
  caught(
    teams,
    async () => {
      const press = pressIn(activity);
      if (!press) return aside(NOT_UNDERSTOOD);
      const place = { conversation: activity.conversation.id, id: activity.replyToId ?? '' };
      return press.form
        ? onSave(teams, around, asker, { press, place, id: activity.id })
        : onPress(teams, around, asker, { press, place, id: activity.id });
    },
    aside,
  );

interface Pressed {
  readonly press: Press;
  readonly place: Place;
  readonly id: string;
}

/** Alone, the answer follows below; among others there is no other place for it than the card. */
const onPress = async (
  teams: Teams,
  around: Around,
  asker: Asker,
  { press, place, id }: Pressed,
): Promise<Answered> => {
  const answer = await decided(teams, asker, press, id);
  teams.afterwards();
  const { message, form } = answer;
  if (asker.isAlone) {
    around.later(asker.way.conversation, () => reply(teams, asker, { message, form }));
    return pressed(teams, around, asker, place);
  }
  if (form) return inPlace(againCard({ form }, press, false));
  return amongOthers(teams, around, asker, answer);
};

const onSave = async (
  teams: Teams,
  around: Around,
  asker: Asker,
  { press, place, id }: Pressed,
): Promise<Answered> => {
  const answer = await decided(teams, asker, press, id);
  teams.afterwards();
  const again = await formAgain(teams, asker, press, answer);
  if (again) return inPlace(againCard(again, press, false));
  if (!asker.isAlone) return amongOthers(teams, around, asker, answer);
  around.later(asker.way.conversation, () => keepInPlace(teams, asker, place, answer.message));
  return inPlace(firstOf(teams, answer.message).card);
};

/** It stands there until the card changes for everybody, so what was done is said in their own chat too. */
const amongOthers = (
  teams: Teams,
  { later }: Around,
  asker: Asker,
  { message, changed }: Answer,
): Answered => {
  if (changed || teams.pages(message).length > 1)
    later(asker.way.conversation, () => toOwnChat(teams, asker, message));
  return inPlace(firstOf(teams, message).card);
};

const firstOf = ({ pages }: Teams, message: Message): Drawn => pages(message)[0] as Drawn;

/** What the card that was pressed says now. */
const pressed = async (
  teams: Teams,
  { desks }: Around,
  { account, person }: Asker,
  place: Place,
): Promise<Answered> => {
  const post = teams.register.at(place);
  if (post && person) return inPlace((await drawAlone(teams, post, person)).card);
  const desk = teams.register.desks().get(account);
  if (desk?.id === place.id) return inPlace((await desks.draw(account)).card);
  return aside({ title: 'The answer is below.' });
};

/** A form that was saved is its answer from now on, on every device. */
const keepInPlace = async (
  teams: Teams,
  { person, way }: Asker,
  place: Place,
  message: Message,
): Promise<void> => {
  const drawn = firstOf(teams, message);
  if (!person) return;
  const kept = { to: person, page: 0, message: KeptMessage.parse(message), drawn: digest(drawn) };
  await teams.register.add({ is: 'posted', post: { ...place, ...kept } });
  await redraw(teams, way, place, drawn);
  await postAll(teams, way, message, person, 1);
};
