import type { Address } from './settings.ts';

/** One message to one address, as it is handed to the mail server. */
export interface Mail {
  readonly to: Address;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without its angle brackets; the same whenever the same is sent again. */
  readonly id: string;
  /** The thread that it belongs to: one a record. */
  readonly thread?: string | undefined;
  /** Whether it may be declined: how things stand, and never what somebody owes. */
  readonly isDigest?: boolean | undefined;
}

/**
 * What became of it at the mail server. `later`: it was not taken now (a greylist, a full queue), and
 * the same may be taken in a while. `refused`: it never will be. `away`: nothing reached the server,
 * or the server lets Heed in no more; `code` says which, and never quotes an address.
 */
export type Posted =
  | { readonly is: 'taken' }
  | { readonly is: 'later' }
  | { readonly is: 'refused' }
  | { readonly is: 'unsure' }
  | { readonly is: 'away'; readonly why: Away };

export type Away = 'unreachable' | 'no-tls' | 'no-login' | 'sender';

export type Post = (mail: Mail) => Promise<Posted>;
