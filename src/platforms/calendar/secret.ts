import type { FreshLink } from '../../app/command.ts';
import { freshToken, sha256, TOKEN } from '../secret/token.ts';

const HERE = 'http://127.0.0.1:3000';
export const CALENDAR_PATH = '/calendar/';
const SHAPE = new RegExp(`^${CALENDAR_PATH}(${TOKEN})\\.ics$`);

export const hashOf = (token: string): string => sha256(token, 'hex');

/** An address that nobody can guess (256 bits), under that of this Heed. */
export const freshLink =
  (base = HERE) =>
  (): FreshLink => {
    const token = freshToken();
    return {
      address: `${base.replace(/\/$/, '')}${CALENDAR_PATH}${token}.ics`,
      hash: hashOf(token),
    };
  };

/** The secret in a path; nothing where it is no such path. */
export const tokenIn = (path: string): string | undefined => SHAPE.exec(path)?.[1];
