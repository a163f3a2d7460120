import type { z } from 'zod';
import { listed } from '../domain/words.ts';
import type { Command } from './command.ts';
import { isRequired, type Kind, metaOf } from './field.ts';

/** "/incident log still needs abuse=known|suspected|not-suspected. /help incident log shows every field." */
export const sayMissing = (command: Command, missing: readonly string[]): string => {
  const slots = missing.map((name) => wanted(name, command.fields.shape[name] as z.ZodType));
  return `/${command.name} still needs ${listed(slots)}. /help ${command.name} shows every field.`;
};

/** Some of many reads as a choice: "criteria=one or more of none|improvements". */
const wanted = (name: string, schema: z.ZodType): string => {
  const { kind, options = [] } = metaOf(schema);
  return kind === 'choices' ? `${name}=one or more of ${options.join('|')}` : slot([name, schema]);
};

export const usageLine = ({ name, fields }: Command): string =>
  [`/${name}`, ...(Object.entries(fields.shape) as [string, z.ZodType][]).map(slot)].join(' ');

const slot = ([name, schema]: readonly [string, z.ZodType]): string => {
  const { kind, options, bare } = metaOf(schema);
  const value = options?.join(kind === 'choices' ? ',' : '|') ?? PLACEHOLDER[kind];
  const shown = bare ? value : `${name}=${value}`;
  return isRequired(schema) ? shown : `[${shown}]`;
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
  'review-type': 'TYPE',
  sheet: 'CSV',
} as const satisfies Record<Kind, string>;
