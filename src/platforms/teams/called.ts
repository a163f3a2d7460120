/**
 * What became of a call. `limited`: not now. `refused`: Microsoft says no, under a status and a code.
 * `not-sent`: it never left. `unsure`: it may have been done.
 */
export type Called<T = unknown> = { readonly is: 'done'; readonly result: T } | NotDone;

export type NotDone =
  | { readonly is: 'limited'; readonly seconds: number }
  | { readonly is: 'refused'; readonly status: number; readonly code: string }
  | { readonly is: 'not-sent' }
  | { readonly is: 'unsure' };

/** The same, thrown: the SDK lets through whatever is no error of its own. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly called: NotDone;
  constructor(called: NotDone) {
    super(called.is);
    this.called = called;
  }
}

/** Where Microsoft says "not now" without a number. */
const A_WHILE = 30;
/** Said before anything is done: learn.microsoft.com, "Optimize your bot with rate limiting". */
const NOT_YET = new Set([412, 503]);

/** What a status means. Of what a gateway says, nobody knows whether it had passed the request on. */
export const statusMeans = (
  status: number,
  retryAfter: string | undefined,
  body: string,
): NotDone => {
  if (status === 429) return { is: 'limited', seconds: Number(retryAfter) || A_WHILE };
  if (NOT_YET.has(status)) return { is: 'not-sent' };
  if (status === 408 || status >= 500) return { is: 'unsure' };
  return { is: 'refused', status, code: codeIn(body) };
};

/** Microsoft's codes are words; anything else is not repeated. */
const codeIn = (body: string): string => {
  try {
    const { error } = JSON.parse(body);
    const code = typeof error === 'string' ? error : error?.code;
    return /^\w{3,60}$/.exec(String(code))?.[0] ?? 'refused';
  } catch {
    return 'refused';
  }
};

/** The connection never came about, so nothing was said over it. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

export const lossMeans = (problem: unknown): NotDone => {
  for (let one = problem as Caused | undefined; one; one = one.cause)
    if (one.code && NEVER_LEFT.has(one.code)) return { is: 'not-sent' };
  return { is: 'unsure' };
};

interface Caused {
  readonly code?: string;
  readonly cause?: Caused;
}
