import { hash } from 'node:crypto';

/** What the first entry continues. */
export const GENESIS = '0'.repeat(64);

export const sha256 = (of: string | Uint8Array): string => hash('sha256', of, 'hex');

/** The same value always gives the same text, however its keys were ordered on the way. */
export const canonical = (value: unknown): string => JSON.stringify(value, sortKeys);

const sortKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The hash of an entry, given the hash of the one before it and its canonical text. */
export const chained = (previous: string, text: string): string => sha256(`${previous}\n${text}`);
