import { createLocalJWKSet, errors, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';

/** A published key, with the channels whose activities it may sign. */
const Key = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  endorsements: z.array(z.string()).optional(),
});
const KeySet = z.object({ keys: z.array(z.unknown()) });

type Found = Awaited<ReturnType<ReturnType<typeof createLocalJWKSet>>>;

/** The keys that the Bot Framework signs with. */
export interface Keys {
  /** Rejects where there is no such key. */
  readonly find: (header: JWSHeaderParameters) => Promise<Found>;
  /** The key vouches for activities of Teams. */
  readonly isForTeams: (kid: string | undefined) => boolean;
}

interface Parts {
  readonly fetchKeys: () => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Keys are rolled at any time; Microsoft asks that they be looked at once a day. */
const OLD_MS = 24 * 60 * 60_000;
/** Whoever invents key ids must not make us ask for each of them. */
const APART_MS = 30_000;

/** Published keys, remembered; asked for again when one is unknown, but not more than twice a minute. */
export const publishedKeys = ({ fetchKeys, now }: Parts): Keys => {
  let known: readonly z.infer<typeof Key>[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    const { keys } = KeySet.parse(await fetchKeys());
    known = keys.flatMap((one) => Key.safeParse(one).data ?? []);
    readAt = now();
  };
  const refresh = (): Promise<void> => {
    if (asking) return asking;
    if (now() - askedAt < APART_MS) return Promise.resolve();
    askedAt = now();
    asking = read().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const find = (header: JWSHeaderParameters): Promise<Found> =>
    createLocalJWKSet({ keys: [...known] })(header);
  return {
    isForTeams: (kid) =>
      known.some((key) => key.kid === kid && (key.endorsements ?? []).includes('msteams')),
    find: async (header) => {
      // What is known still serves where Microsoft cannot be asked.
      if (now() - readAt > OLD_MS) await refresh().catch((bug) => known.length > 0 || reject(bug));
      try {
        return await find(header);
      } catch (problem) {
        if (!(problem instanceof errors.JWKSNoMatchingKey)) throw problem;
        await refresh();
        return find(header);
      }
    },
  };
};

const reject = (bug: unknown): never => {
  throw bug;
};
