import type { Arrangement, Person } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import type { Ledger } from '../domain/ledger.ts';
import { rolesOf } from '../domain/posts.ts';
import { hasRole } from '../domain/roles.ts';
import { settingAt } from '../domain/setting.ts';
import {
  type Catalogue,
  type Command,
  type Decision,
  type OpenForm,
  refuse,
  type Situation,
} from './command.ts';
import { readForm } from './form.ts';
import { marked } from './marked.ts';
import { notAllowed, openForm, sayProblems, unknownSentence, written } from './refusal.ts';
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
  readonly isLook?: boolean;
  readonly link?: Situation['link'];
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
      return nothing(
        `${asked.field ?? 'A field'} is given twice. Give it once, and send it again.`,
      );
    case 'unknown':
      return nothing(unknownSentence(asked.family, situation));
    case 'asked':
      return {
        asked: asked.command.name,
        decision: decideOn(asked.command, asked.raw, situation),
      };
  }
};

/** The form of a command for whoever may ask it, with what is filled in already. */
export const formAsked = (
  { command: name, fields }: Extract<Asking, { readonly command: string }>,
  scene: Scene,
): OpenForm | undefined => {
  const situation = situationOf(scene);
  const command = scene.catalogue.find((one) => one.name === name);
  return command && hasRole(situation.roles, command.allow)
    ? openForm(command, { fields, bare: [] }, situation)
    : undefined;
};

export const situationOf = ({
  ledger,
  arrangement,
  catalogue,
  actor,
  now,
  isLook = false,
  link,
}: Scene): Situation => {
  const setting = settingAt(ledger, arrangement, now);
  const roles = rolesOf(setting.arrangement, actor);
  return { ...setting, ledger, now, actor, roles, catalogue, isLook, link };
};

const understand = (asking: Asking, catalogue: Catalogue): ReturnType<typeof readTyped> => {
  if ('typed' in asking) return readTyped(asking.typed, catalogue);
  const command = catalogue.find(({ name }) => name === asking.command);
  return command
    ? { is: 'asked', command, raw: { fields: asking.fields, bare: [] } }
    : { is: 'unknown' };
};

const nothing = (sentence: string): Decided => ({ asked: '', decision: refuse(sentence) });

const withBanner = (decision: Decision, { arrangement }: Situation): Decision =>
  decision.is === 'accepted'
    ? { ...decision, message: marked(decision.message, arrangement) }
    : decision;

const decideOn = (command: Command, raw: Raw, situation: Situation): Decision => {
  if (!hasRole(situation.roles, command.allow)) return refuse(notAllowed(command));
  const form = readForm(command, raw, situation);
  switch (form.is) {
    case 'filled':
      return withBanner(command.decide(form.values as never, situation), situation);
    case 'missing':
      return {
        ...refuse(sayMissing(command, form.fields, situation.arrangement)),
        form: openForm(command, raw, situation),
      };
    case 'wrong':
      return {
        ...refuse(sayProblems(form.problems), form.problems.flatMap(written)),
        form: openForm(command, raw, situation, form.problems),
      };
  }
};
