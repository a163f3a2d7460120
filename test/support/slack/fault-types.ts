import type { ApiCall } from './types.ts';

export type Fault =
  | { readonly is: '429'; readonly retryAfter: number }
  | { readonly is: '5xx'; readonly status?: 500 | 502 | 503 }
  /** The connection breaks before anything is done. */
  | { readonly is: 'reset' }
  /** Done and answered, after so many real milliseconds. */
  | { readonly is: 'slow'; readonly ms: number }
  /** Done, but no answer ever comes: the caller gives up. */
  | { readonly is: 'accepted-then-timed-out' }
  /** Done, but the connection breaks before the answer. */
  | { readonly is: 'accepted-then-reset' }
  /** Refused with an error of Slack's, in a 200. */
  | { readonly is: 'error'; readonly error: string };

/** What a fault may be chosen by. */
export type Faulted = Pick<ApiCall, 'team' | 'method' | 'args'>;

export interface Faults {
  /** For the next `times` calls (one, unless said) of a method, of "response_url", or of any: "*". */
  readonly next: (method: string, fault: Fault, times?: number) => void;
  /** While it stands: the fault of a call, or undefined. Returns what takes it away. */
  readonly during: (choose: (call: Faulted) => Fault | undefined) => () => void;
  /** A real limit: 429 with Retry-After to a channel's second message within so long. Undefined: none. */
  readonly limit: (method: string, limit: { readonly perChannelMs: number } | undefined) => void;
  /** Nothing of Slack answers: every connection is broken, and open sockets are. */
  readonly down: (isDown: boolean) => void;
  /** No fault, limit or downtime any more. */
  readonly clear: () => void;
}
