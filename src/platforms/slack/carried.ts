import { z } from 'zod';

/** What a modal carries with it to Slack and back. */
export const Carried = z.object({
  command: z.string(),
  /** Filled in already: by a button, or on the page below. */
  fields: z.record(z.string(), z.string()).readonly(),
  /** Of a second page: the first one, under whose name both are saved. */
  first: z.string().optional(),
  /** The second page holds what the first has no room for. */
  page: z.union([z.literal(1), z.literal(2)]),
});
export type Carried = z.infer<typeof Carried>;
