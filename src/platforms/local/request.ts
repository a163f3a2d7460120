import type { Context } from 'hono';
import { z } from 'zod';
import type { Asking } from '../../app/decide.ts';

const Posted = z.union([
  z.object({ who: z.string(), typed: z.string().max(10_000) }),
  z.object({
    who: z.string(),
    command: z.string(),
    // A spreadsheet is as long as it is.
    fields: z.record(z.string(), z.string().max(1_000_000)),
  }),
]);

const Wish = z.object({ to: z.string() });

export interface LocalRequest {
  readonly who: string;
  readonly asking: Asking;
}

/**
 * There is no password here, so the door is the machine itself: the page answers to its own loopback
 * names only, and a request from another site, or under another name, is turned away.
 */
export const isFromThisMachine = (context: Context, port: number): boolean => {
  const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  const origin = context.req.header('origin');
  const host = context.req.header('host') ?? '';
  return names.includes(host) && (!origin || names.some((name) => origin === `http://${name}`));
};

/** What the page posted, or nothing where it is not of the page's form. */
export const readPosted = async (context: Context): Promise<LocalRequest | undefined> => {
  const posted = Posted.safeParse(await json(context)).data;
  if (!posted) return undefined;
  const { who, ...asking } = posted;
  return { who, asking };
};

/** Where the page wants the clock of a rehearsal; empty where that cannot be read. */
export const readWish = async (context: Context): Promise<string> =>
  Wish.safeParse(await json(context)).data?.to ?? '';

/** A form of another site can post text, but not this type without asking first. */
const json = async (context: Context): Promise<unknown> =>
  context.req.header('content-type') === 'application/json'
    ? context.req.json().catch(() => undefined)
    : undefined;
