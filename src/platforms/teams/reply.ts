import type { OpenForm } from '../../app/command.ts';
import { asText, type Message, plain } from '../../app/message.ts';
import { isReference, type Ref } from '../../domain/reference.ts';
import { seenByAll } from '../chat/guarded.ts';
import { sendAmong } from './among.ts';
import type { Asker } from './asker.ts';
import type { Called } from './called.ts';
import { openChat } from './courier.ts';
import { formCard, titleOf } from './form.ts';
import { guard } from './guard.ts';
import { patient } from './patient.ts';
import { postAll, sendOne } from './post.ts';
import { cardOf, type Drawn, elementOf, heading, openDialog } from './render.ts';
import type { Teams } from './teams.ts';

/** How what Heed says goes back to whoever wrote to it. */
export const reply = async (
  teams: Teams,
  asker: Asker,
  { message, form }: { readonly message: Message; readonly form?: OpenForm | undefined },
): Promise<void> => {
  if (form) return sent(teams, asker, asker.isAlone ? formAlone(form) : formAmong(form));
  if (asker.isAlone) return replyAlone(teams, asker, message);
  if (await mayAllSee(teams, asker, message)) {
    const about = [...new Set(refsIn(message))];
    for (const [page, drawn] of teams.pages(message).entries())
      taken(teams, await sendAmong(patient(teams), asker.way, drawn, { message, about, page }));
    return;
  }
  await replyAmong(teams, asker, message);
};

const formAlone = (form: OpenForm): Drawn => ({
  summary: titleOf(form.command),
  card: formCard(form, { isDialog: false }),
});

/** Among others a form opens in a window, for whoever presses it; what was typed goes with it. */
const formAmong = ({ command, summary, filled }: OpenForm): Drawn => {
  const title = titleOf(command);
  const button = { label: 'Fill in the form', command, fields: filled };
  const body = [heading({ title }), elementOf({ type: 'text', text: summary })];
  return { summary: title, card: cardOf(title, body, [openDialog(button)]) };
};

const sent = async (teams: Teams, { way }: Asker, drawn: Drawn): Promise<void> =>
  taken(teams, await sendOne(patient(teams), way, drawn));

const taken = (teams: Teams, called: Called): void => {
  if (called.is !== 'done') teams.onBug(new Error(NOT_REACHED));
};

const NOT_REACHED = 'teams did not take an answer';

const replyAlone = async (teams: Teams, asker: Asker, message: Message): Promise<void> => {
  const { person, way } = asker;
  if (!person) return sent(teams, asker, teams.pages(message)[0] as Drawn);
  if (await postAll(patient(teams), way, message, person)) teams.onBug(new Error(NOT_REACHED));
};

/** What not everybody there may see goes to the asker's own chat; there, nothing of it is said. */
const replyAmong = async (teams: Teams, asker: Asker, message: Message): Promise<void> => {
  const isBrought = await toOwnChat(teams, asker, message);
  await sent(teams, asker, teams.pages(isBrought ? ELSEWHERE : NOWHERE)[0] as Drawn);
};

const ELSEWHERE = plain('The answer is for you alone: it is in your own chat with me.');
const NOWHERE = plain(
  'The answer is for you alone, and you have no chat with me yet. Open one, and ask there.',
);

/** False where there is no way to it. */
export const toOwnChat = async (
  teams: Teams,
  { account, person }: Asker,
  message: Message,
): Promise<boolean> => {
  if (!person) return false;
  const known = teams.register.chatOf(account);
  const opened = known ? { is: 'done' as const, result: known } : await openChat(teams, account);
  if (opened.is !== 'done') return false;
  return (await postAll(patient(teams), opened.result, message, person)) === undefined;
};

/** Whether everybody in the conversation is on the roster and may see all that the answer speaks of. */
const mayAllSee = async (teams: Teams, { way }: Asker, message: Message): Promise<boolean> => {
  if (message.isPrivate) return false;
  const refs = refsIn(message);
  // It speaks of a child without saying of which case: nobody could tell who may see it.
  if (refs.length === 0 && /\bChild [A-Z]/.test(asText(message))) return false;
  const guarded = await guard(teams, way.conversation);
  if (guarded.is !== 'open') return false;
  const { records } = await teams.ledger();
  return refs.every((ref) => seenByAll(teams.arrangement, guarded.members, records.get(ref)));
};

/** All that it names, also where it is a refusal that is about nothing. */
const refsIn = (message: Message): readonly Ref[] => [
  ...message.about,
  ...((asText(message).match(/\b[A-Z]{2}-\d{4}-\d+\b/g) ?? []).filter(isReference) as Ref[]),
];
