import { hasRole, sayRoles } from '../domain/roles.ts';
import { listed } from '../domain/words.ts';
import type { Command, OpenForm, Situation } from './command.ts';
import { formFor } from './describe.ts';
import { retyped, withBare } from './form.ts';
import type { Problem } from './gate.ts';
import type { Raw } from './typed.ts';

export const unknownSentence = (
  family: string | undefined,
  { catalogue, roles }: Situation,
): string => {
  const things = catalogue
    .filter(({ name, allow }) => name.split(' ')[0] === family && hasRole(roles, allow))
    .map(({ name }) => name.split(' ').slice(1).join(' '));
  return things.length > 0
    ? `/${family} needs one of these after it: ${things.join(', ')}. /help ${family} says what each does.`
    : 'I do not know that command. /help lists what you may ask.';
};

export const notAllowed = ({ name, allow }: Command): string =>
  `/${name} is for ${listed(sayRoles(allow === 'everyone' ? [] : allow))}. Ask the business unit if you need it done.`;

export const sayProblems = (problems: readonly Problem[]): string =>
  problems
    .map(({ field, kind, sentence }) =>
      kind || field === '' ? sentence : `${field}: ${sentence.replace(/\.$/, '')}.`,
    )
    .join(' ');

/** What was wrong is left out of it: an identifier is not handed back. */
export const openForm = (
  command: Command,
  raw: Raw,
  situation: Situation,
  problems: readonly Problem[] = [],
): OpenForm => {
  const { fields } = withBare(raw, command);
  const form = formFor(command, situation);
  const kept = form.filter(
    ({ name }) => fields[name] !== undefined && !problems.some(({ field }) => field === name),
  );
  return {
    command: command.name,
    summary: command.summary,
    fields: form,
    filled: Object.fromEntries(
      kept.map((field) => [field.name, retyped(field, fields[field.name] ?? '', situation)]),
    ),
    problems,
  };
};

/** Of a refused text only the field and the kind are written down. */
export const written = ({ field, kind }: Problem) =>
  kind ? [{ type: 'text-refused', field, kind } as const] : [];
