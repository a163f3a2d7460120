import type { z } from 'zod';
import type { Arrangement } from '../domain/arrangement.ts';
import { listed } from '../domain/words.ts';
import type { Command } from './command.ts';
import { type Kind, metaOf } from './field.ts';
import { fieldsIn, isNeeded } from './offered.ts';

/** "/incident log still needs abuse=known|suspected|not-suspected. /help incident log shows every field." */
export const sayMissing = (
  command: Command,
  missing: readonly string[],
  arrangement: Arrangement,
): string => {
  const slots = missing.map((name) =>
    wanted(name, command.fields.shape[name] as z.ZodType, arrangement),
  );
  return `/${command.name} still needs ${listed(slots)}. /help ${command.name} shows every field.`;
};

/** Some of many reads as a choice: "criteria=one or more of none|improvements". */
const wanted = (name: string, schema: z.ZodType, arrangement: Arrangement): string => {
  const { kind, options = [] } = metaOf(schema);
  return kind === 'choices'
    ? `${name}=one or more of ${options.join('|')}`
    : slot([name, schema], arrangement);
};

export const usageLine = (command: Command, arrangement: Arrangement): string =>
  [
    `/${command.name}`,
    ...fieldsIn(command, arrangement).map((field) => slot(field, arrangement)),
  ].join(' ');

const slot = ([name, schema]: readonly [string, z.ZodType], arrangement: Arrangement): string => {
  const { kind, bare, ...meta } = metaOf(schema);
  const options = kind === 'area' ? arrangement.areas.map(({ id }) => id) : meta.options;
  const value = options?.join(kind === 'choices' ? ',' : '|') ?? PLACEHOLDER[kind];
  const shown = bare ? value : `${name}=${value}`;
  return isNeeded(schema, arrangement) ? shown : `[${shown}]`;
};

const PLACEHOLDER = {
  day: 'DAY',
  text: '"…"',
  number: 'NUMBER',
  reference: 'REFERENCE',
  references: 'REFERENCE,REFERENCE',
  words: 'WORD',
  choice: '…',
  choices: '…',
  'yes-no': 'yes|no',
  post: 'POST',
  agency: 'AGENCY',
  agencies: 'AGENCY,AGENCY|all',
  body: 'BODY',
  area: 'AREA',
  'review-type': 'TYPE',
  sheet: 'CSV',
} as const satisfies Record<Kind, string>;
