import type { Arrangement, Person } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { rolesOf } from '../domain/posts.ts';
import { hasRole, sayRoles } from '../domain/roles.ts';
import { settingAt } from '../domain/setting.ts';
import { listed } from '../domain/words.ts';
import { type Catalogue, type Command, type Decision, refuse, type Situation } from './command.ts';
import { readForm } from './form.ts';
import type { Problem } from './gate.ts';
import { type Raw, readTyped } from './typed.ts';
import { sayMissing } from './usage.ts';

/** What somebody asked, by typing, by a button or by a form. */
export type Asking =
  | { readonly typed: string }
  | { readonly command: string; readonly fields: Readonly<Record<string, string>> };

/** What a decision is made from, beside the asking. */
export interface Scene {
  readonly ledger: Ledger;
  readonly arrangement: Arrangement;
  readonly catalogue: Catalogue;
  readonly actor: Person;
  readonly now: Instant;
}

/** A decision, and the command that took it (none where nothing was understood). */
export interface Decided {
  readonly asked: string;
  readonly decision: Decision;
}

/** PURE: understand, ask whether it is allowed, read the form, decide. */
export const decide = (asking: Asking, scene: Scene): Decided => {
  const situation = situationOf(scene);
  const asked = understand(asking, scene.catalogue);
  switch (asked.is) {
    case 'twice':
      return nothing(`${asked.field} is given twice. Give it once, and send it again.`);
    case 'unknown':
      return nothing(unknownSentence(asked.family, situation));
    case 'asked':
      return {
        asked: asked.command.name,
        decision: decideOn(asked.command, asked.raw, situation),
      };
  }
};

const situationOf = ({ ledger, arrangement, catalogue, actor, now }: Scene): Situation => ({
  ...settingAt(ledger, arrangement, now),
  ledger,
  now,
  actor,
  roles: rolesOf(arrangement, actor),
  catalogue,
});

const understand = (asking: Asking, catalogue: Catalogue): ReturnType<typeof readTyped> => {
  if ('typed' in asking) return readTyped(asking.typed, catalogue);
  const command = catalogue.find(({ name }) => name === asking.command);
  return command
    ? { is: 'asked', command, raw: { fields: asking.fields, bare: [] } }
    : { is: 'unknown' };
};

const nothing = (sentence: string): Decided => ({ asked: '', decision: refuse(sentence) });

const unknownSentence = (family: string | undefined, { catalogue, roles }: Situation): string => {
  const things = catalogue
    .filter(({ name, allow }) => name.split(' ')[0] === family && hasRole(roles, allow))
    .map(({ name }) => name.split(' ').slice(1).join(' '));
  return things.length > 0
    ? `/${family} needs one of these after it: ${things.join(', ')}. /help ${family} says what each does.`
    : 'I do not know that command. /help lists what you may ask.';
};

const decideOn = (command: Command, raw: Raw, situation: Situation): Decision => {
  if (!hasRole(situation.roles, command.allow)) return refuse(notAllowed(command));
  const form = readForm(command, raw, situation);
  switch (form.is) {
    case 'filled':
      return command.decide(form.values as never, situation);
    case 'missing':
      return refuse(sayMissing(command, form.fields));
    case 'wrong':
      return refuse(sayProblems(form.problems), form.problems.flatMap(written));
  }
};

const notAllowed = ({ name, allow }: Command): string =>
  allow === 'everyone'
    ? ''
    : `/${name} is for ${listed(sayRoles(allow))}. Ask the business unit if you need it done.`;

const sayProblems = (problems: readonly Problem[]): string =>
  problems
    .map(({ field, kind, sentence }) =>
      kind || field === '' ? sentence : `${field}: ${sentence.replace(/\.$/, '')}.`,
    )
    .join(' ');

/** Of a refused text only the field and the kind are written down. */
const written = ({ field, kind }: Problem) =>
  kind ? [{ type: 'text-refused', field, kind } as const] : [];
