import type { z } from 'zod';
import type { Command } from './command.ts';
import { type FieldMeta, isRequired, metaOf } from './field.ts';

/** A field as a form on any surface asks for it. */
export interface FormField extends FieldMeta {
  readonly name: string;
  readonly required: boolean;
}

/** The form of a command: from here every platform draws its own. */
export const formOf = ({ fields }: Command): readonly FormField[] =>
  (Object.entries(fields.shape) as [string, z.ZodType][]).map(([name, schema]) => ({
    ...metaOf(schema),
    name,
    required: isRequired(schema),
  }));
