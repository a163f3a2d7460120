import { z } from 'zod';

const Config = z.object({
  /** Seals the folder with AES-256-GCM; 32 bytes as base64 or hex. */
  HEED_KEY: z.string().min(1).optional(),
});

export interface Config {
  readonly key?: string | undefined;
}

/** Reads the environment once; the only reader of process.env. */
export const config = (environment: NodeJS.ProcessEnv = process.env): Config =>
  Object.freeze({ key: Config.parse(environment).HEED_KEY });
