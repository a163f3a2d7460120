import { createHmac } from 'node:crypto';

/** docs.slack.dev/authentication/verifying-requests-from-slack */
const signature = (secret: string, timestamp: number | string, rawBody: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${rawBody}`).digest('hex')}`;

/** The two headers that a request of Slack's carries, for `post`. */
export const signed = (
  secret: string,
  nowMs: number,
  rawBody: string,
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(nowMs / 1000));
  return {
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature(secret, timestamp, rawBody),
  };
};
