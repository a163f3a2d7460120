import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const APP = '0a0a0a0a-0000-4000-8000-000000000001';
export const TENANT = '0b0b0b0b-0000-4000-8000-000000000001';
export const PARTNER = '0b0b0b0b-0000-4000-8000-000000000002';
const ISSUER = 'https://api.botframework.com';

interface Pair {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  readonly published: object;
}

/** Who signs what the Bot Framework sends: its keys, as they are published, and tokens of every kind. */
export interface Authority {
  /** What is published at this moment. */
  readonly keySet: () => { readonly keys: readonly object[] };
  /** A token as it should be, but for what is said. */
  readonly token: (claims?: JWTPayload, how?: How) => Promise<string>;
  /** From now on another key signs. */
  readonly roll: () => Promise<void>;
}

interface How {
  readonly kid?: string;
  /** Signed by a key that nobody has published. */
  readonly stray?: boolean;
  readonly unendorsed?: boolean;
}

let pairs: Promise<readonly Pair[]> | undefined;

/** Keys cost a second to make: all tests share a few. */
const made = (): Promise<readonly Pair[]> => {
  pairs ??= Promise.all(
    ['first', 'second', 'unendorsed', 'stray'].map(async (kid) => {
      const { privateKey, publicKey } = await generateKeyPair('RS256');
      const endorsements = kid === 'unendorsed' ? ['webchat'] : ['msteams', 'webchat'];
      const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements };
      return { kid, privateKey, published: jwk };
    }),
  );
  return pairs;
};

export const authority = async (
  now: () => number,
  serviceUrl: () => string,
): Promise<Authority> => {
  const [first, second, unendorsed, stray] = (await made()) as readonly [Pair, Pair, Pair, Pair];
  let current = first;
  return {
    keySet: () => ({ keys: [current.published, unendorsed.published] }),
    roll: async () => {
      current = second;
    },
    token: (claims = {}, how = {}) => {
      const { kid, privateKey } = how.stray ? stray : how.unendorsed ? unendorsed : current;
      const at = Math.floor(now() / 1000);
      const usual = { iss: ISSUER, aud: APP, nbf: at, exp: at + 3600, serviceurl: serviceUrl() };
      const said = Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== null);
      return new SignJWT(Object.fromEntries(said))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: how.kid ?? kid })
        .sign(privateKey);
    },
  };
};
