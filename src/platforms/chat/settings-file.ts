import { parse } from 'yaml';
import type { z } from 'zod';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { PersonId } from '../../domain/incident.ts';

/** The settings for a chat product cannot be used: each mistake by its place, and what to do. */
export class BadSettingsFile extends Error {
  override readonly name = 'BadSettingsFile';
}

/** What stands in the environment: secrets are never in the file. */
export type Secrets = Readonly<Record<string, string | undefined>>;

/** Throws BadSettingsFile, which names every mistake. */
export const readSettingsFile = <T>(schema: z.ZodType<T>, yaml: string): T => {
  const file = schema.safeParse(parsed(yaml));
  if (file.success) return file.data;
  throw new BadSettingsFile(
    file.error.issues
      .map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
      .join('\n'),
  );
};

const parsed = (yaml: string): unknown => {
  try {
    return parse(yaml);
  } catch (problem) {
    const [line = ''] = (problem as Error).message.split('\n');
    throw new BadSettingsFile(`It is not YAML: ${line}`);
  }
};

export const twice = (values: readonly string[], what: string): readonly string[] =>
  [...new Set(values.filter((one, at) => values.indexOf(one) < at))].map(
    (one) => `${what} ${one}. Each needs its own`,
  );

/** Whom the settings name and the roster does not. */
export const strangers = (
  people: Readonly<Record<string, unknown>>,
  { people: roster, name }: Pick<Arrangement, 'people' | 'name'>,
): readonly string[] =>
  Object.keys(people)
    .filter((id) => !roster.has(id as PersonId))
    .map((id) => `people.${id}: nobody of that id is on the roster of ${name}`);
