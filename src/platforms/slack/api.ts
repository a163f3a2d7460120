import { webApi } from '@slack/bolt';
import type { Heard } from '../chat/over-http.ts';
import { post } from './post.ts';
import { checkMessage, checkView } from './validate.ts';

/**
 * What became of a call. `limited`: not now. `refused`: Slack says why. `not-sent`: it never left.
 * `unsure`: it may have been done.
 */
export type Called =
  | { readonly is: 'done'; readonly result: Result }
  | { readonly is: 'limited'; readonly seconds: number }
  | { readonly is: 'refused'; readonly error: string }
  | { readonly is: 'not-sent' }
  | { readonly is: 'unsure' };

type Result = Readonly<Record<string, unknown>>;
type Args = Readonly<Record<string, unknown>>;

export interface Api {
  /** Throws BadForSlack on what Slack would refuse; anything else is said in the answer. */
  readonly call: (token: string, method: string, args: Args) => Promise<Called>;
  /** Answers where something was asked: five times, within thirty minutes. */
  readonly respond: (url: string, body: Args) => Promise<Called>;
}

interface Options {
  /** Slack's own, unless a test has another. */
  readonly apiUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

export const SLACK = 'https://slack.com/api/';
const HOOKS = 'https://hooks.slack.com';
/** Where nothing is heard for so long, nobody knows what became of it. */
const TIMEOUT_MS = 10_000;
/** Slack's own word for "not now" where it says no number. */
const A_WHILE = 30;

export const slackApi = ({ apiUrl = SLACK, timeoutMs = TIMEOUT_MS }: Options): Api => {
  const client = new webApi.WebClient(undefined, {
    slackApiUrl: apiUrl,
    // Retrying is the outbox's work: a repeated post may be a message twice.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: timeoutMs,
    logger: SILENT,
  });
  return {
    call: async (token, method, args) => {
      checkOut(args);
      try {
        return { is: 'done', result: { ...(await client.apiCall(method, { ...args, token })) } };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    respond: async (url, body) => {
      checkOut(body);
      if (!isHook(url, apiUrl)) return { is: 'refused', error: 'invalid_url' };
      try {
        return answered(await post(url, body, timeoutMs));
      } catch (error) {
        return lost(error);
      }
    },
  };
};

/** The one way out: whatever leaves is looked at. */
const checkOut = ({ text = '', blocks, view }: Args): void => {
  if (blocks) checkMessage({ text: text as string, blocks: blocks as readonly object[] });
  if (view) checkView(view as object);
};

/** A signed request named it, but a request goes out from here only to where Slack is. */
const isHook = (url: string, apiUrl: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  if (apiUrl !== SLACK && origin === new URL(apiUrl).origin) return true;
  // An incoming webhook of somebody's is there too, under /services/.
  return origin === HOOKS && /^\/(commands|actions|app)\//.test(pathname);
};

const answered = ({ status, retryAfter, text }: Heard): Called => {
  if (status === 429) return { is: 'limited', seconds: Number(retryAfter) || A_WHILE };
  if (status < 300) return { is: 'done', result: {} };
  return status >= 500 ? { is: 'unsure' } : { is: 'refused', error: codeIn(text) };
};

/** Slack's words are codes; anything else is not repeated. */
const codeIn = (said: string): string => /^[a-z_]{3,40}$/.exec(said.trim())?.[0] ?? 'refused';

const NOW_NOT = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'team_added_to_org',
]);
const MAYBE = new Set(['internal_error', 'fatal_error', 'request_timeout']);

const outcomeOf = (error: unknown): Called => {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { is: 'limited', seconds: error.retryAfter };
  if (error instanceof webApi.WebAPIPlatformError) return refusal(error.data.error);
  // "Service unavailable" is said before anything is done; other 5xx may come after.
  if (error instanceof webApi.WebAPIHTTPError)
    return error.statusCode === 503 ? { is: 'not-sent' } : { is: 'unsure' };
  return lost(error);
};

const refusal = (error: string): Called => {
  if (NOW_NOT.has(error)) return { is: 'limited', seconds: A_WHILE };
  return MAYBE.has(error) ? { is: 'unsure' } : { is: 'refused', error };
};

/** The connection never came about, so nothing was said over it. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

const lost = (error: unknown): Called => {
  // A 429 that does not say how long: the SDK has no other name for it.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return { is: 'limited', seconds: A_WHILE };
  return NEVER_LEFT.has(codeOf(error) ?? '') ? { is: 'not-sent' } : { is: 'unsure' };
};

const codeOf = (error: unknown): string | undefined => {
  for (let one = error as Caused | undefined; one; one = one.original ?? one.cause)
    if (one.code && NEVER_LEFT.has(one.code)) return one.code;
  return undefined;
};
interface Caused {
  readonly code?: string;
  readonly original?: Caused;
  readonly cause?: Caused;
}

const nothing = (): void => undefined;
/** The SDK would log what it sends. */
export const SILENT: webApi.Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: nothing,
};
