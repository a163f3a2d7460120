import type { Command, Field, OpenForm } from './api.ts';
import { paragraph } from './cards.ts';

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
}

/**
 * Opens the form of a command, drawn from its fields, and resolves with what was filled in, or with
 * nothing where the person closes it. What is wrong stands at the field it belongs to.
 */
export const openForm = (
  { dialog, form }: Parts,
  command: Command,
  { filled, problems }: Pick<OpenForm, 'filled' | 'problems'>,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const wrong = new Map(problems.map(({ field, sentence }) => [field, sentence]));
  const general = problems.filter(
    ({ field }) => !command.fields.some(({ name }) => name === field),
  );
  form.replaceChildren(
    heading(command),
    ...general.map(({ sentence }) => paragraph(sentence, 'wrong')),
    ...command.fields.map((field) => row(field, filled[field.name], wrong.get(field.name))),
    ...(problems.some(({ kind }) => kind === 'a name') ? [sure()] : []),
    buttons(),
  );
  dialog.showModal();
  const first = (of: string) => form.querySelector<HTMLElement>(of);
  (first('[aria-invalid="true"]') ?? first('input, select'))?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => resolve(dialog.returnValue === 'send' ? values(form) : undefined),
      { once: true },
    );
  });
};

const heading = ({ name, summary }: Command): HTMLElement => {
  const holder = document.createElement('div');
  const title = document.createElement('h2');
  title.id = 'dialog-title';
  title.textContent = `/${name}`;
  holder.append(title, paragraph(summary));
  return holder;
};

const row = (field: Field, value: string | undefined, problem: string | undefined): HTMLElement => {
  const holder = document.createElement('div');
  const label = document.createElement('label');
  const control = controlOf(field, value ?? field.fallback ?? '');
  label.htmlFor = control.id;
  label.textContent = field.required || field.fallback ? field.title : `${field.title} (if known)`;
  holder.append(label, control);
  if (problem) {
    const said = paragraph(problem, 'wrong');
    said.id = `${control.id}-wrong`;
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', said.id);
    holder.append(said);
  }
  return holder;
};

const controlOf = (field: Field, value: string): HTMLInputElement | HTMLSelectElement => {
  const control = field.choices ? select(field, value) : input(field, value);
  control.id = `field-${field.name}`;
  control.name = field.name;
  return control;
};

/** Of these one may choose several. */
const SEVERAL: readonly string[] = ['choices', 'agencies', 'references'];

const select = (field: Field, value: string): HTMLSelectElement => {
  const { choices = [], required, fallback, kind } = field;
  const isSeveral = SEVERAL.includes(kind);
  const element = document.createElement('select');
  element.multiple = isSeveral;
  const chosen = isSeveral ? value.split(',') : [value];
  const none = { value: '', label: 'choose' };
  const all = !isSeveral && (required || !fallback) ? [none, ...choices] : choices;
  element.append(
    ...all.map((one) => new Option(one.label, one.value, false, chosen.includes(one.value))),
  );
  return element;
};

const input = ({ kind }: Field, value: string): HTMLInputElement => {
  const element = document.createElement('input');
  element.type = 'text';
  element.value = value;
  if (kind === 'number') element.inputMode = 'numeric';
  if (kind === 'day') element.placeholder = '1 April, today, 2026-04-01';
  return element;
};

const sure = (): HTMLElement => {
  const holder = document.createElement('div');
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = 'sure';
  box.value = 'yes';
  label.append(box, ' What looks like a name is nobody’s name');
  holder.append(label);
  return holder;
};

const buttons = (): HTMLElement => {
  const holder = document.createElement('div');
  holder.className = 'row';
  const send = button('Send', 'send');
  send.className = 'primary';
  holder.append(send, button('Close', 'close'));
  return holder;
};

const button = (text: string, value: string): HTMLButtonElement => {
  const element = document.createElement('button');
  element.textContent = text;
  element.value = value;
  return element;
};

/** What was filled in; several choices of one field with commas between them. */
const values = (form: HTMLFormElement): Readonly<Record<string, string>> => {
  const data = new FormData(form);
  return Object.fromEntries(
    [...new Set(data.keys())].flatMap((name) => {
      const given = data.getAll(name).filter((value) => typeof value === 'string' && value !== '');
      return given.length > 0 ? [[name, given.join(',')]] : [];
    }),
  );
};
