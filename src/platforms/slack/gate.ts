import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request over HTTP as it arrived. */
interface Arrived {
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** Let in, by which secret; or the status to refuse it with. Nothing is said of why. */
type Checked =
  | { readonly is: 'let-in'; readonly secret: string }
  | { readonly is: 'refused'; readonly status: 400 | 401 | 405 | 415 };

export interface Gate {
  readonly check: (arrived: Arrived) => Checked;
}

/** Slack's own limit, and ours for what is dated in the future, which Slack's libraries let through. */
const SECONDS = 300;
const SIGNATURE = /^v0=[0-9a-f]{64}$/;
const STAMP = /^\d{10}$/;
const TYPES = new Set(['application/x-www-form-urlencoded', 'application/json']);

const refused = (status: 400 | 401 | 405 | 415): Checked => ({ is: 'refused', status });

/**
 * What Slack signed, within five minutes of now either way, and has not sent before. Only what is
 * genuine is remembered, so nobody else can fill the memory.
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const gate = (secrets: readonly string[], now: () => number): Gate => {
  const seen = new Map<string, number>();
  return {
    check: (arrived) => {
      const wrong = wrongForm(arrived);
      if (wrong) return refused(wrong);
      const { stamp, signature } = signedBy(arrived);
      const seconds = now() / 1000;
      if (!isTimely(stamp, seconds) || !SIGNATURE.test(signature)) return refused(401);
      const secret = secrets.find((one) => isSigned(one, stamp, arrived.body, signature));
      if (secret === undefined || seen.has(signature)) return refused(401);
      forget(seen, seconds);
      seen.set(signature, Number(stamp));
      return { is: 'let-in', secret };
    },
  };
};

const wrongForm = ({ method, headers }: Arrived): 405 | 415 | undefined => {
  if (method !== 'POST') return 405;
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  return TYPES.has(type.trim().toLowerCase()) ? undefined : 415;
};

const signedBy = ({ headers }: Arrived) => ({
  stamp: String(headers['x-slack-request-timestamp'] ?? ''),
  signature: String(headers['x-slack-signature'] ?? ''),
});

const isTimely = (stamp: string, seconds: number): boolean =>
  STAMP.test(stamp) && Math.abs(seconds - Number(stamp)) <= SECONDS;

const isSigned = (secret: string, stamp: string, body: Buffer, signature: string): boolean => {
  const mine = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest();
  return timingSafeEqual(mine, Buffer.from(signature.slice(3), 'hex'));
};

/** What is too old to be let in again need not be known any more. */
const forget = (seen: Map<string, number>, seconds: number): void => {
  for (const [signature, stamp] of seen) {
    if (seconds - stamp <= SECONDS) break;
    seen.delete(signature);
  }
};
