import { z } from 'zod';
import { askOnce } from './line.ts';

/** Where Microsoft is spoken to; in tests, a stand-in for it on this machine. */
export interface Microsoft {
  readonly login: string;
  /** The connector, before anything was heard from it. */
  readonly service: string;
  readonly fetchKeys: () => Promise<unknown>;
}

const METADATA = '/v1/.well-known/openidconfiguration';
const Metadata = z.object({ jwks_uri: z.url() });

export const microsoft = (timeoutMs: number, standIn?: string): Microsoft => {
  const issuer = standIn ?? 'https://login.botframework.com';
  const get = async (url: string): Promise<unknown> =>
    JSON.parse(await askOnce({ url, method: 'GET', headers: {} }, timeoutMs));
  return {
    login: standIn ?? 'https://login.microsoftonline.com',
    service: standIn ? `${standIn}/connector/` : 'https://smba.trafficmanager.net/teams/',
    fetchKeys: async () => {
      const { jwks_uri: keys } = Metadata.parse(await get(`${issuer}${METADATA}`));
      if (new URL(keys).origin !== new URL(issuer).origin) throw new Error('keys from elsewhere');
      return get(keys);
    },
  };
};
