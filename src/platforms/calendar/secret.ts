import { createHash, randomBytes } from 'node:crypto';
import type { FreshLink } from '../../app/command.ts';

const BYTES = 32;
const HERE = 'http://127.0.0.1:3000';
export const CALENDAR_PATH = '/calendar/';
const SHAPE = /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** An address that nobody can guess (256 bits), under that of this Heed. */
export const freshLink =
  (base = HERE) =>
  (): FreshLink => {
    const token = randomBytes(BYTES).toString('base64url');
    return {
      address: `${base.replace(/\/$/, '')}${CALENDAR_PATH}${token}.ics`,
      hash: hashOf(token),
    };
  };

/** The secret in a path; nothing where it is no such path. */
export const tokenIn = (path: string): string | undefined => SHAPE.exec(path)?.[1];
