import { z } from 'zod';
import type { OpenForm } from '../../app/command.ts';
import type { Answer } from '../../app/dispatch.ts';
import { type Message, plain } from '../../app/message.ts';
import type { Activity } from './activity.ts';
import { type Asker, askFor } from './asker.ts';
import { filledIn, formCard, SAVE } from './form.ts';
import type { AdaptiveCard } from './render.ts';
import type { Teams } from './teams.ts';

/** What a button carries, and what was filled in beside it. */
const Data = z.looseObject({
  verb: z.string().max(200).optional(),
  action: z.string().max(200).optional(),
  command: z.string().max(200).optional(),
  name: z.string().max(100).optional(),
  fields: z.record(z.string().max(100), z.string().max(5000)).default({}),
});
type Data = z.infer<typeof Data>;

const Execute = z.object({ action: z.object({ verb: z.string().max(200), data: Data }) });
const Task = z.object({ data: Data });

/** A button that was pressed, or a form that was saved. */
export interface Press {
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Under which name a form is saved, once. */
  readonly form?: string | undefined;
}

export const pressIn = ({ name, value }: Activity): Press | undefined => {
  if (name === 'adaptiveCard/action') {
    const read = Execute.safeParse(value).data?.action;
    return read && pressOf({ ...read.data, verb: read.verb });
  }
  const read = Task.safeParse(value).data;
  return read && pressOf(read.data);
};

const pressOf = (data: Data): Press | undefined => {
  const verb = data.verb ?? data.action;
  if (verb === SAVE)
    return data.command && data.name
      ? { command: data.command, fields: filledIn(data), form: data.name }
      : undefined;
  return verb ? { command: verb, fields: data.fields } : undefined;
};

/** Decided, and durable. */
export const decided = (
  teams: Teams,
  asker: Asker,
  { command, fields, form }: Press,
  id: string,
): Promise<Answer> =>
  askFor(
    teams,
    asker,
    { command, fields },
    form ? `form/${asker.account}/${form}` : `${asker.way.conversation}/${id}`,
  );

/** The form again, with what is wrong and what was filled in; nothing where that would be no help. */
export const formAgain = async (
  teams: Teams,
  { person }: Asker,
  press: Press,
  answer: Answer,
): Promise<Again | undefined> => {
  if (answer.is === 'accepted') return undefined;
  if (answer.form) return { form: answer.form };
  if (!press.form) return undefined;
  const form = await teams.form(person ?? '', press.command, press.fields);
  return form && { form, said: answer.message.title };
};

interface Again {
  readonly form: OpenForm;
  readonly said?: string;
}

export const againCard = (again: Again, press: Press, isDialog: boolean): AdaptiveCard =>
  formCard(again.form, { isDialog, name: press.form, said: again.said });

export const NOT_UNDERSTOOD: Message = plain(
  'That button is not one that I know any more. Write to me instead: help lists what you may ask.',
);
