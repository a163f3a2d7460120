import type { z } from 'zod';
import { poolOf } from '../domain/cycle/pool.ts';
import { compareReferences } from '../domain/reference.ts';
import { startedTypes } from '../domain/reviews/types.ts';
import { capital } from '../domain/words.ts';
import type { Command, Situation } from './command.ts';
import { type FieldMeta, isRequired, metaOf } from './field.ts';
import { retyped } from './form.ts';
import { isOffered } from './offered.ts';
import { visibleRecord } from './visible.ts';

/** One of what a field may be: as it would be typed, and as a person reads it. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field as a form on any surface asks for it. */
export interface FormField extends FieldMeta {
  readonly name: string;
  readonly required: boolean;
  /** What there is to choose from; without it the answer is typed. */
  readonly choices?: readonly Choice[];
}

/** The form of a command: from here every platform draws its own. */
export const formOf = ({ fields }: Command): readonly FormField[] =>
  (Object.entries(fields.shape) as [string, z.ZodType][]).map(([name, schema]) => {
    const meta = metaOf(schema);
    return { ...meta, name, required: isRequired(schema), ...fixed(meta) };
  });

/** The same in one partnership: without what it has not several of to choose from. */
export const formIn = (
  command: Command,
  arrangement: Situation['arrangement'],
): readonly FormField[] =>
  formOf(command)
    .filter((field) => isOffered(field, arrangement))
    .map((field) => (field.wanted ? { ...field, required: true } : field));

const fixed = ({ options }: FieldMeta): Pick<FormField, 'choices'> =>
  options
    ? { choices: options.map((value) => ({ value, label: capital(value.replaceAll('-', ' ')) })) }
    : {};

/** The same for one person at one moment: their records to choose from, today as a date. */
export const formFor = (command: Command, situation: Situation): readonly FormField[] =>
  formIn(command, situation.arrangement).map((field) => ({
    ...field,
    ...offered(field, situation),
    ...(field.fallback === undefined
      ? {}
      : { fallback: retyped(field, field.fallback, situation) }),
  }));

const offered = (field: FormField, situation: Situation): Pick<FormField, 'choices'> => {
  const { arrangement } = situation;
  switch (field.kind) {
    case 'post':
      return {
        choices: [...arrangement.posts.values()]
          .filter(({ id, ended }) => !ended && (!field.among || poolOf(arrangement).includes(id)))
          .map(({ id, title }) => called(id, title)),
      };
    case 'agency':
    case 'agencies':
      return { choices: arrangement.agencies.map(({ id, name }) => called(id, name)) };
    case 'body':
      return { choices: arrangement.bodies.map(({ id, name }) => called(id, name)) };
    case 'area':
      return { choices: arrangement.areas.map(({ id, name }) => called(id, capital(name))) };
    case 'review-type':
      return { choices: startedTypes(arrangement).map(({ id, title }) => called(id, title)) };
    case 'reference':
    case 'references':
      return { choices: recordsOf(field, situation) };
    default:
      return {};
  }
};

const called = (value: string, label: string): Choice => ({ value, label });

/** What the person may see of a series, the newest first. */
const recordsOf = ({ series }: FormField, situation: Situation): readonly Choice[] =>
  [...situation.ledger.records.keys()]
    .filter(
      (ref) =>
        (!series || series.some((one) => ref.startsWith(one))) && visibleRecord(situation, ref),
    )
    .toSorted((a, b) => compareReferences(b, a))
    .map((ref) => called(ref, ref));
