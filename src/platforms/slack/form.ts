import type { OpenForm } from '../../app/command.ts';
import type { FormField } from '../../app/describe.ts';
import type { Problem } from '../../app/gate.ts';
import { capital } from '../../domain/words.ts';
import type { Carried } from './carried.ts';
import { escaped } from './escape.ts';
import { inputOf } from './input.ts';
import { plainText, section } from './render.ts';

interface Page {
  /** The second page holds what the first has no room for. */
  readonly page?: Carried['page'];
  /** Of a second page: the first one. */
  readonly first?: string | undefined;
  /** Why it was not saved, where no field is to blame. */
  readonly said?: string | undefined;
}

export const FORM = 'form';
export const MORE = 'more';
const SURE = 'sure';
/** A form of more fields than this has a second page. */
const ONE_PAGE = 10;
const FIRST_PAGE = 8;
const MOST_OF_TITLE = 24;
/** Of what Slack keeps with a window it takes 3,000 characters; ours is more than the fields alone. */
export const MOST_CARRIED = 2700;

/** Slack tells nobody what stood in a window that was closed. */
const BOTH = '*Save* saves both pages. *Back* drops what is filled in on this one.';

/** A command's form as a modal: each field by its kind, and above them what is wrong. */
export const formView = (form: OpenForm, { page = 1, first, said }: Page = {}): object => {
  const asks = asksOf(form, page);
  const elsewhere = Object.entries(form.filled).filter(([name]) => !asks.includes(name));
  const carried: Carried = {
    command: form.command,
    page,
    ...(first ? { first } : {}),
    fields: Object.fromEntries(elsewhere),
  };
  const isName = form.problems.some(({ kind }) => kind === 'a name');
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify(carried),
    title: plainText(titleOf(form.command)),
    submit: plainText('Save'),
    close: plainText(page === 1 ? 'Close' : 'Back'),
    blocks: [
      section(page === 1 ? escaped(form.summary) : BOTH),
      ...sayWrong(form, [said, ...sayLeftOut(form, asks)]),
      ...form.fields
        .filter(({ name }) => asks.includes(name))
        .map((field) => inputOf(field, form.filled[field.name] ?? field.fallback)),
      ...(isName ? [sureInput()] : []),
      ...(page === 1 ? moreOf(form.fields, asks) : []),
    ],
  };
};

/** What a page asks for; a field of another page that is wrong is asked for here too. */
export const asksOf = (
  { fields, problems }: OpenForm,
  page: Carried['page'],
): readonly string[] => {
  const first = firstPage(fields);
  const wrong = problems.map(({ field }) => field);
  return fields
    .map(({ name }) => name)
    .filter((name) => first.includes(name) === (page === 1) || wrong.includes(name));
};

/** What must be filled in, then the others in their order. */
const firstPage = (fields: readonly FormField[]): readonly string[] => {
  const names = fields.map(({ name }) => name);
  if (names.length <= ONE_PAGE) return names;
  const needed = fields.filter(({ required }) => required).map(({ name }) => name);
  const rest = names.filter((name) => !needed.includes(name));
  return [...needed, ...rest.slice(0, Math.max(0, FIRST_PAGE - needed.length))];
};

const moreOf = (fields: readonly FormField[], asks: readonly string[]): readonly object[] => {
  const more = fields.filter(({ name }) => !asks.includes(name));
  if (more.length === 0) return [];
  const titles = more.map(({ title }) => title.replace(/\?$/, '')).join('; ');
  return [
    section(escaped(`There is more you can fill in: ${titles}.`)),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: MORE, text: plainText('More fields') }],
    },
  ];
};

/** Of a text that has no room in its field, where nothing else is said of it. */
const sayLeftOut = (
  { fields, filled, problems }: OpenForm,
  asks: readonly string[],
): readonly string[] =>
  fields
    .filter(({ name }) => asks.includes(name) && !problems.some(({ field }) => field === name))
    .filter(({ name, kind, most }) => kind === 'text' && most && (filled[name] ?? '').length > most)
    .map(
      ({ title, most }) =>
        `${title}: it has more than ${most} characters, so it is left out. Write it again, shorter.`,
    );

const sayWrong = (
  { problems, fields }: OpenForm,
  said: readonly (string | undefined)[],
): readonly object[] => {
  const sentences = [
    ...said.filter((one) => one !== undefined),
    ...problems.map((one) => sayProblem(one, fields)),
  ];
  return sentences.length > 0
    ? [section(`*Not saved yet.* ${sentences.map(escaped).join('\n')}`)]
    : [];
};

const sayProblem = ({ field, kind, sentence }: Problem, fields: readonly FormField[]): string => {
  const title = fields.find(({ name }) => name === field)?.title;
  const said = kind === 'a name' ? NAME : sentence;
  return title ? `${title}: ${said}` : said;
};

const NAME =
  "Two capitalised words look like a person's name. Write the child's code or the post; if they are nobody's name, fill it in again and tick the box below.";

const sureInput = (): object => ({
  type: 'input',
  block_id: SURE,
  optional: true,
  label: plainText('What looks like a name'),
  element: {
    type: 'checkboxes',
    action_id: 'field',
    options: [{ text: plainText('It is nobody’s name'), value: 'yes' }],
  },
});

const titleOf = (command: string): string =>
  capital(command.replaceAll('-', ' ')).slice(0, MOST_OF_TITLE);
