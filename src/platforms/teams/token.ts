import { z } from 'zod';
import { CallFailed } from './called.ts';
import { askOnce } from './line.ts';
import type { TeamsSettings } from './settings.ts';

const Granted = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

export interface Tokens {
  /** Throws CallFailed. */
  readonly get: () => Promise<string>;
  /** It was not taken: another is asked for next. */
  readonly forget: () => void;
}

interface Parts {
  readonly settings: Pick<TeamsSettings, 'app' | 'tenant' | 'password'>;
  readonly login: string;
  readonly now: () => number;
  readonly timeoutMs: number;
}

const SCOPE = 'https://api.botframework.com/.default';
/** It must not end on its way. */
const EARLY_MS = 300_000;

/** What shows Microsoft that it is Heed: asked for once, and again before it ends. */
export const tokens = ({ settings, login, now, timeoutMs }: Parts): Tokens => {
  let known: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const { app, tenant, password } = settings;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app,
      client_secret: password,
      scope: SCOPE,
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = `${login}/${tenant}/oauth2/v2.0/token`;
    const said = await nothingLeft(askOnce({ url, method: 'POST', headers, body }, timeoutMs));
    const granted = Granted.parse(JSON.parse(said));
    known = { token: granted.access_token, until: now() + granted.expires_in * 1000 - EARLY_MS };
    return known.token;
  };
  return {
    forget: () => {
      known = undefined;
    },
    get: async () => {
      if (known && known.until > now()) return known.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
};

/** Whatever became of the token, the message it was for has not left. */
const nothingLeft = async (asked: Promise<string>): Promise<string> => {
  try {
    return await asked;
  } catch (problem) {
    if (!(problem instanceof CallFailed)) throw problem;
    const { called } = problem;
    if (called.is === 'unsure') throw new CallFailed({ is: 'not-sent' });
    throw called.is === 'refused' ? new CallFailed({ ...called, status: 401 }) : problem;
  }
};
