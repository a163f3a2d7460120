import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CannotOpen } from './cannot-open.ts';

/** What a sealed text is for. It is bound to it, so a picture cannot be passed off as a log. */
export type Purpose = 'log' | 'picture' | 'journal';

/** How a text is put on the disk and taken off it again. */
export interface Envelope {
  wrap(text: string): string;
  /** Throws CannotOpen where the key is missing, wrong, or not called for. */
  unwrap(payload: string): string;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const HEX = /^[0-9a-f]{64}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/** Reads HEED_KEY. */
export const parseKey = (text: string): Buffer => {
  const trimmed = text.trim();
  if (HEX.test(trimmed)) return Buffer.from(trimmed, 'hex');
  if (BASE64.test(trimmed)) return Buffer.from(trimmed, 'base64');
  throw new CannotOpen(
    'HEED_KEY must be 32 bytes, written as 64 hexadecimal digits or as base64: make one with "openssl rand -base64 32".',
  );
};

/** `what` is what somebody is told of: "folder", "database". */
export const envelope = (purpose: Purpose, key: Buffer | undefined, what = 'folder'): Envelope =>
  key === undefined ? plain(what) : sealed(purpose, key, what);

const isPlain = (payload: string): boolean => payload.startsWith('{');

const plain = (what: string): Envelope => ({
  wrap: (text) => text,
  unwrap: (payload) => {
    if (isPlain(payload)) return payload;
    throw new CannotOpen(
      `This ${what} is sealed: set HEED_KEY to the key that it was sealed with.`,
    );
  },
});

const sealed = (purpose: Purpose, key: Buffer, what: string): Envelope => ({
  wrap: (text) => encrypt(purpose, key, text),
  unwrap: (payload) => {
    if (isPlain(payload))
      throw new CannotOpen(
        `This ${what} is not sealed, but HEED_KEY is set: unset it, or give Heed a new ${what}.`,
      );
    return decrypt(purpose, key, Buffer.from(payload, 'base64'), what);
  },
});

// A nonce is drawn afresh each time: at 96 random bits one key is good for some four thousand
// million sealings (NIST SP 800-38D, 8.3), more than a partnership writes in any lifetime.
const encrypt = (purpose: Purpose, key: Buffer, text: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(`heed ${purpose}`));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
};

const decrypt = (purpose: Purpose, key: Buffer, bytes: Buffer, what: string): string => {
  try {
    const body = bytes.subarray(NONCE, -TAG);
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(`heed ${purpose}`))
      .setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw new CannotOpen(
      `This ${what} was sealed with another key: set HEED_KEY to the key that it was sealed with.`,
    );
  }
};
