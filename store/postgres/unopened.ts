import { CannotOpen } from '../cannot-open.ts';
import { codeOf } from '../files.ts';
import { reasonOf } from './away.ts';
import type { Place } from './place.ts';

/** Why a database could not be opened, and what to do about it; never its password, nor what it said itself. */
export const cannotOpen = (place: Place, problem: unknown): CannotOpen =>
  new CannotOpen(
    `The database ${place.called} cannot be opened${sayWhy(problem, place) ?? ` (${reasonOf(problem)}): see that it runs, and that the user and password in its address are right.`}`,
    { cause: problem },
  );

/** OpenSSL's names for a chain that ends in nobody who is known. */
const UNKNOWN_ISSUER =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(_LOCALLY)?)|CERT_SIGNATURE_FAILURE|CERT_UNTRUSTED)$/;
const NO_TLS = 'The server does not support SSL connections';
/** Whether and how somebody may come is said in the server's pg_hba.conf. */
const NOT_TAKEN = '28000';

const sayWhy = (problem: unknown, { client }: Place): string | undefined => {
  const code = codeOf(problem);
  if (problem instanceof Error && problem.message === NO_TLS)
    return ': it offers no TLS, so nothing was said to it. Have TLS set up on its server; only where it stands on this machine write sslmode=disable.';
  if (UNKNOWN_ISSUER.test(code))
    return `: nobody whom Heed trusts vouches for its certificate (${code}). Give the certificate of its authority as sslrootcert=FILE.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `: its certificate is for another name than ${client.host}. Write the name that the certificate has, or have one made for this name.`;
  if (code === 'CERT_HAS_EXPIRED')
    return ': its certificate has expired. Have a new one set up on its server.';
  if (code === NOT_TAKEN && client.ssl === false)
    return `: it is spoken to in the clear, and it takes nobody who comes so (${code}). Leave sslmode=disable out of its address; on this machine write sslmode=verify-full.`;
  return undefined;
};
