import { createHash, randomBytes } from 'node:crypto';

/** What a secret address looks like that `freshToken` made; what is anything else is not looked up. */
export const TOKEN = '[A-Za-z0-9_-]{43}';
const BYTES = 32;

/** 256 bits that nobody can guess, as base64url. What is kept of them is their SHA-256 alone. */
export const freshToken = (): string => randomBytes(BYTES).toString('base64url');

export const sha256 = (text: string, as: 'hex' | 'base64url'): string =>
  createHash('sha256').update(text).digest(as);

/** What is shown under a secret address is kept by nobody between, and found by no search. */
export const UNSEEN = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
} as const;
