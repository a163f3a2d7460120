import { jwtVerify } from 'jose';
import { Activity, tenantsOf } from './activity.ts';
import type { Keys } from './keys.ts';
import type { TeamsSettings } from './settings.ts';

/** A request over HTTP as it arrived. */
interface Arrived {
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** What was let in: as Heed reads it, and as it came, for the SDK. */
export interface LetIn {
  readonly activity: Activity;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface Gate {
  /** Nothing where it is refused; whoever sent it learns nothing of why. */
  readonly check: (arrived: Arrived) => Promise<LetIn | undefined>;
}

interface Parts {
  readonly settings: Pick<TeamsSettings, 'app' | 'tenant' | 'tenants' | 'hosts'>;
  readonly keys: Keys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A stand-in for Microsoft on this machine, for tests. */
  readonly standIn?: string | undefined;
}

const ISSUER = 'https://api.botframework.com';
/** Clocks differ: Microsoft's own libraries allow for as much. */
const TOLERANCE_SECONDS = 300;
const BEARER = /^Bearer ([\w-]{1,4000}\.[\w-]{1,8000}\.[\w-]{1,2000})$/;

/**
 * Only what the Bot Framework signed, for this app, from a tenant that is let in, and with the service
 * URL that it vouches for. The SDK behind it is trusted with none of that.
 * Source: learn.microsoft.com, Bot Framework authentication, "Connector to bot".
 */
export const gate = ({ settings, keys, now, standIn }: Parts): Gate => {
  const tenants = new Set([settings.tenant, ...settings.tenants]);
  const isHome = ({ protocol, host, origin, username }: URL): boolean =>
    (protocol === 'https:' && username === '' && settings.hosts.includes(host)) ||
    (standIn !== undefined && origin === new URL(standIn).origin);
  const isLetIn = (activity: Activity, serviceUrl: unknown): boolean => {
    const from = tenantsOf(activity);
    return (
      activity.serviceUrl === serviceUrl &&
      isHome(new URL(activity.serviceUrl)) &&
      from.length > 0 &&
      from.every((tenant) => tenants.has(tenant))
    );
  };
  const serviceUrlOf = async (token: string): Promise<unknown> => {
    const { payload, protectedHeader } = await jwtVerify(token, keys.find, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: settings.app,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(now()),
      requiredClaims: ['exp', 'serviceurl'],
    });
    const isOurs = payload.aud === settings.app && keys.isForTeams(protectedHeader.kid);
    return isOurs ? payload.serviceurl : undefined;
  };
  return {
    check: async ({ method, headers, body }) => {
      const [, token] = BEARER.exec(String(headers.authorization ?? '')) ?? [];
      if (method !== 'POST' || !token) return undefined;
      // Whatever is wrong with a token is the same to whoever sent it.
      const serviceUrl = await serviceUrlOf(token).catch(() => undefined);
      if (serviceUrl === undefined) return undefined;
      const raw = objectIn(body);
      const activity = Activity.safeParse(raw).data;
      return raw && activity && isLetIn(activity, serviceUrl) ? { activity, raw } : undefined;
    },
  };
};

const objectIn = (body: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};
