import { z } from 'zod';

const filled = z.string().min(1, 'it is set to nothing: unset it, or give it a value');

const Environment = z.object({
  HEED_KEY: filled.optional(),
  HEED_DATA: filled.optional(),
  PORT: z.coerce.number('write a number').int().min(0).max(65_535).default(3000),
  HEED_ARRANGEMENT: filled.default('merton-2023'),
});

export interface Config {
  /** Seals the folder with AES-256-GCM: 32 bytes, as base64 or hex. */
  readonly key: string | undefined;
  /** The folder that the log is kept in; without one, a rehearsal. */
  readonly data: string | undefined;
  /** The port of the local page. */
  readonly port: number;
  /** The name of an arrangement that ships, or a YAML file. */
  readonly arrangement: string;
}

/** A setting cannot be used; the message names it and says what to do. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** Reads the environment; nobody else does. Throws BadSetting. */
export const config = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const read = Environment.safeParse(environment);
  if (!read.success)
    throw new BadSetting(
      read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  const { HEED_KEY: key, HEED_DATA: data, HEED_ARRANGEMENT: arrangement, PORT: port } = read.data;
  return Object.freeze({ key, data, arrangement, port });
};
