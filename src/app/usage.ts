import type { z } from 'zod';
import type { Command } from './command.ts';
import { isRequired, type Kind, metaOf } from './field.ts';

/** "Type /incident log harm=died|seriously-harmed abuse=… [aware=DAY]" */
export const usage = (command: Command): string => `Type ${usageLine(command)}`;

export const usageLine = ({ name, fields }: Command): string =>
  [`/${name}`, ...(Object.entries(fields.shape) as [string, z.ZodType][]).map(slot)].join(' ');

const slot = ([name, schema]: readonly [string, z.ZodType]): string => {
  const { kind, options, bare } = metaOf(schema);
  const value = options?.join('|') ?? PLACEHOLDER[kind];
  const shown = bare ? value : `${name}=${value}`;
  return isRequired(schema) ? shown : `[${shown}]`;
};

const PLACEHOLDER = {
  day: 'DAY',
  text: '"…"',
  number: 'NUMBER',
  reference: 'REFERENCE',
  words: 'WORD',
  choice: '…',
  'yes-no': 'yes|no',
} as const satisfies Record<Kind, string>;
