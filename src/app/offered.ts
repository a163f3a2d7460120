import type { z } from 'zod';
import { hasAreas } from '../domain/areas.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Command } from './command.ts';
import { type FieldMeta, isRequired, metaOf } from './field.ts';

type Known = Pick<Arrangement, 'areas'>;

/** Whether there is anything to choose: a partnership of one area is not asked which. */
export const isOffered = ({ kind }: FieldMeta, arrangement: Known): boolean =>
  kind !== 'area' || hasAreas(arrangement);

/** Whether a command cannot do without it in this partnership. */
export const isNeeded = (schema: z.ZodType, arrangement: Known): boolean =>
  isRequired(schema) || (metaOf(schema).wanted === true && isOffered(metaOf(schema), arrangement));

/** The fields that a command has in this partnership. */
export const fieldsIn = (
  { fields }: Command,
  arrangement: Known,
): readonly (readonly [string, z.ZodType])[] =>
  (Object.entries(fields.shape) as [string, z.ZodType][]).filter(([, schema]) =>
    isOffered(metaOf(schema), arrangement),
  );
