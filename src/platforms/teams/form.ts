import { randomUUID } from 'node:crypto';
import type { OpenForm } from '../../app/command.ts';
import type { FormField } from '../../app/describe.ts';
import type { Problem } from '../../app/gate.ts';
import { text } from '../../app/message.ts';
import { capital } from '../../domain/words.ts';
import { inputOf } from './input.ts';
import { MOST_BYTES, sizeOf } from './pages.ts';
import { type AdaptiveCard, cardOf, elementOf, heading } from './render.ts';

export const SAVE = 'save';
const SURE = 'sure';
const FIELD = 'field.';

interface How {
  /** In a window of its own, or as a card in the conversation. */
  readonly isDialog: boolean;
  /** Under which name it is saved, once; a new one unless it was shown before. */
  readonly name?: string | undefined;
  /** Why it was not saved, where no field is to blame. */
  readonly said?: string | undefined;
}

/** What stands in a menu where there is room; what is too much to list is typed. */
const MOST_CHOICES = [200, 60, 15, 0] as const;

/** A command's form as a card: each field by its kind, and above them what is wrong. */
export const formCard = (form: OpenForm, how: How): AdaptiveCard => {
  const saving = saveAction(form.command, how);
  const drawn = (most: number): AdaptiveCard =>
    cardOf(
      titleOf(form.command),
      [
        heading({ title: titleOf(form.command) }),
        elementOf(text(form.summary)),
        ...sayWrong(form, how.said),
        ...form.fields.map((field) =>
          inputOf(`${FIELD}${field.name}`, field, form.filled[field.name] ?? field.fallback, most),
        ),
        ...(form.problems.some(({ kind }) => kind === 'a name') ? [SURE_INPUT] : []),
      ],
      [saving],
    );
  const cards = MOST_CHOICES.map(drawn);
  return cards.find((card) => sizeOf(card) <= MOST_BYTES) ?? (cards.at(-1) as AdaptiveCard);
};

export const titleOf = (command: string): string => capital(command.replaceAll('-', ' '));

const saveAction = (command: string, { isDialog, name = randomUUID() }: How): object => {
  const data = { action: SAVE, dialog_id: SAVE, command, name };
  return isDialog
    ? { type: 'Action.Submit', title: 'Save', data: { verb: SAVE, ...data } }
    : { type: 'Action.Execute', title: 'Save', verb: SAVE, data };
};

/** What a form holds, as it would be typed; what was left empty is left out. */
export const filledIn = (
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      key.startsWith(FIELD) && (typeof value === 'string' || typeof value === 'number')
        ? filled(key.slice(FIELD.length), String(value).trim())
        : [],
    ),
  );

/** A box that is not ticked says "no", which is the same as nothing. */
const filled = (name: string, value: string): readonly (readonly [string, string])[] =>
  value === '' || (name === SURE && value !== 'yes') ? [] : [[name, value]];

const sayWrong = ({ problems, fields }: OpenForm, said: string | undefined): readonly object[] => {
  const sentences = [...(said ? [said] : []), ...problems.map((one) => sayProblem(one, fields))];
  return sentences.length > 0
    ? [elementOf(text('Not saved yet.')), ...sentences.map((one) => elementOf(text(one)))]
    : [];
};

const sayProblem = ({ field, kind, sentence }: Problem, fields: readonly FormField[]): string => {
  const title = fields.find(({ name }) => name === field)?.title;
  const said = kind === 'a name' ? NAME : sentence;
  return title ? `${title}: ${said}` : said;
};

const NAME =
  "Two capitalised words look like a person's name. Write the child's code or the post; if they are nobody's name, fill it in again and tick the box below.";

const SURE_INPUT = {
  type: 'Input.Toggle',
  id: `${FIELD}${SURE}`,
  title: 'It is nobody’s name',
  label: 'What looks like a name',
  valueOn: 'yes',
  valueOff: 'no',
  value: 'no',
};
