import type { OpenForm } from '../../app/command.ts';
import type { Answer } from '../../app/dispatch.ts';
import { type Message, plain } from '../../app/message.ts';
import { UnsafeStore } from '../../app/ports.ts';
import { sayBug } from '../chat/say-bug.ts';
import type { Carried } from './carried.ts';
import { asksOf, FORM, formView } from './form.ts';
import { askFor, carrierFor } from './handle.ts';
import { reached, soon } from './patience.ts';
import { type Asker, askerOf, carriedBy, filledIn, Submission } from './request.ts';
import type { Slack } from './slack.ts';
import { tellAsker } from './tell.ts';
import { checkView } from './validate.ts';
import { answerView } from './way.ts';

/** What a form is answered with: what is wrong at which field, or what stands there next. */
type FormAnswer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: object };

export type Ack = (answer?: FormAnswer) => Promise<void>;

/**
 * A form that was sent: decided and durable before it is acknowledged, since only the acknowledgement
 * can show what is wrong at a field. Where that takes too long, the answer follows.
 */
export const onSubmit = async (slack: Slack, body: unknown, ack: Ack): Promise<void> => {
  const submission = Submission.parse(body);
  const { view } = submission;
  const carried = carriedBy(view);
  if (view.callback_id !== FORM || !carried) return ack();
  const asker = askerOf(submission);
  const fields = { ...carried.fields, ...filledIn(view) };
  const working = answered(slack, asker, { ...carried, fields }, carried.first ?? view.id);
  const outcome = await soon(slack, working);
  const shown = outcome?.shown ?? { response_action: 'update', view: answerView(WORKING) };
  const isThere = await reached(ack(shown));
  if (outcome && isThere) return;
  await show(slack, asker, view.id, await working);
};

const WORKING = plain('Heed is saving this. The answer comes here in a moment.');

/** In the window, or by direct message where that was closed meanwhile. */
const show = async (
  slack: Slack,
  asker: Asker,
  view_id: string,
  { shown, message, again }: Outcome,
): Promise<void> => {
  const view = shown.response_action === 'update' ? shown.view : (again ?? answerView(message));
  const updated = await carrierFor(slack, asker).call('views.update', { view_id, view });
  if (updated.is !== 'done') await tellAsker(slack, asker, message);
};

/** What the form is answered with, and the same in words. */
interface Outcome {
  readonly shown: FormAnswer;
  readonly message: Message;
  /** The form as it was filled in, for where it is too late to say at its fields what is wrong. */
  readonly again?: object | undefined;
}

const answered = async (
  slack: Slack,
  asker: Asker,
  carried: Carried,
  name: string,
): Promise<Outcome> => {
  const { command, fields } = carried;
  try {
    const answer = await askFor(slack, asker, { command, fields }, `view/${name}`);
    slack.afterwards();
    const { message } = answer;
    const shown: FormAnswer =
      answer.is === 'accepted'
        ? { response_action: 'update', view: answerView(message) }
        : await declined(slack, asker, carried, answer);
    const { page, first } = carried;
    const again = answer.form && formView(answer.form, { page, first });
    return { shown: checked(shown), message, again };
  } catch (bug) {
    if (bug instanceof UnsafeStore) slack.onTrouble(bug);
    const message = slack.worded(sayBug(bug, slack.onBug));
    return { shown: { response_action: 'update', view: answerView(message) }, message };
  }
};

/** What Slack would refuse never leaves by an acknowledgement either. */
const checked = (answer: FormAnswer): FormAnswer => {
  if (answer.response_action === 'update') checkView(answer.view);
  return answer;
};

/** At the fields where that can be said, above them otherwise; what was typed stays. */
const declined = async (
  slack: Slack,
  { home, user }: Asker,
  { command, fields, page, first }: Carried,
  { form, message }: Answer,
): Promise<FormAnswer> => {
  if (form)
    return (
      atFields(form, page) ?? { response_action: 'update', view: formView(form, { page, first }) }
    );
  const person = slack.roster.personOf(home, user) ?? '';
  const again = await slack.form(person, command, fields);
  const view = again ? formView(again, { page, first, said: message.title }) : answerView(message);
  return { response_action: 'update', view };
};

/** Where each problem has its field on this page, and nothing more has to be asked. */
const atFields = (
  { problems, ...form }: OpenForm,
  page: Carried['page'],
): FormAnswer | undefined => {
  const here = asksOf({ ...form, problems: [] }, page);
  const all = problems.length > 0 && problems.every(({ field }) => here.includes(field));
  if (!all || problems.some(({ kind }) => kind === 'a name')) return undefined;
  const errors = Object.fromEntries(problems.map(({ field, sentence }) => [field, sentence]));
  return { response_action: 'errors', errors };
};
