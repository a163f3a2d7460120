import { z } from 'zod';

const Environment = z.object({
  HEED_KEY: z.string().min(1).optional(),
  HEED_DATA: z.string().min(1).default('.heed'),
  HEED_ARRANGEMENT: z.string().min(1).default('merton-2023'),
});

export interface Config {
  /** Seals the folder with AES-256-GCM: 32 bytes, as base64 or hex. */
  readonly key: string | undefined;
  /** The folder that the log is kept in. */
  readonly data: string;
  /** The name of an arrangement that ships, or a YAML file. */
  readonly arrangement: string;
}

/** Reads the environment; nobody else does. */
export const config = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const { HEED_KEY, HEED_DATA, HEED_ARRANGEMENT } = Environment.parse(environment);
  return Object.freeze({ key: HEED_KEY, data: HEED_DATA, arrangement: HEED_ARRANGEMENT });
};
