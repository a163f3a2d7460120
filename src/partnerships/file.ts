import { z } from 'zod';
import { BadSettingsFile, readSettingsFile } from '../platforms/chat/settings-file.ts';

const Name = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,39}$/,
    'expected small letters, digits and _, a letter first, like merton: it is its name in addresses and in the database',
  );
const Variable = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]*$/,
    'expected the name of an environment variable, like MERTON_KEY. What is secret stands there, never in this file',
  );
const Path = z.string().min(1, 'expected the path of a file');

const One = z
  .strictObject({
    name: Name,
    /** One that ships, or a YAML file. */
    arrangement: z.string().min(1, 'expected the name of an arrangement, or a YAML file'),
    folder: z.string().min(1, 'expected the path of a folder').optional(),
    /** The variable with the address of the database. */
    store: Variable.optional(),
    /** The variable with the key; nothing is sealed without. */
    key: Variable.optional(),
    slack: Path.optional(),
    teams: Path.optional(),
    email: Path.optional(),
    /** The port of its local page, which is for this machine alone; without one it has none. */
    page: z.int('expected a port').min(1).max(65_535).optional(),
  })
  .refine(({ folder, store }) => (folder === undefined) !== (store === undefined), {
    message: 'expected either folder or store: where it keeps its things',
  });

const File = z.strictObject({
  /** Connections to databases, at the most, of all together. */
  connections: z
    .int('expected a whole number')
    .min(8, 'expected 8 at the least')
    .max(1000)
    .default(40),
  partnerships: z.array(One).min(1, 'expected at least one partnership'),
});

export type Listed = z.infer<typeof One>;
export type List = z.infer<typeof File>;

/**
 * Reads the list of the partnerships that one process runs. Throws BadSettingsFile, which names every
 * mistake by its path: what two have alike would bring one to what is the other's.
 */
export const readList = (
  yaml: string,
  variables: Readonly<Record<string, string | undefined>>,
): List => {
  const list = readSettingsFile(File, yaml);
  const own = (what: keyof Listed) => (one: Listed) => one[what]?.toString();
  const mistakes = [
    ...alike(list, 'name', own('name')),
    ...alike(list, 'folder', (one) => one.folder?.replace(/\/+$/, '')),
    ...alike(list, 'store', (one) => one.store && (variables[one.store] ?? one.store)),
    ...alike(list, 'key', (one) => one.key && (variables[one.key] ?? one.key)),
    ...alike(list, 'slack', own('slack')),
    ...alike(list, 'teams', own('teams')),
    ...alike(list, 'email', own('email')),
    ...alike(list, 'page', own('page')),
  ];
  if (mistakes.length > 0) throw new BadSettingsFile(mistakes.join('\n'));
  return list;
};

/** What it is like is not said: it may be a secret. */
const alike = (
  { partnerships }: List,
  what: keyof Listed,
  sayOf: (one: Listed) => string | undefined,
): readonly string[] => {
  const values = partnerships.map(sayOf);
  return values.flatMap((value, at) => {
    const first = values.indexOf(value);
    return value === undefined || first === at
      ? []
      : [
          `partnerships.${at}.${what}: it is the same as partnerships.${first}.${what} (${partnerships[first]?.name}). Give each its own`,
        ];
  });
};
