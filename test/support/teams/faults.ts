/** What happens to a call instead of, or after, what should. */
export type Fault =
  | {
      readonly is: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly code?: string;
    }
  | { readonly is: 'reset' }
  | { readonly is: 'accepted-then-reset' }
  | { readonly is: 'accepted-then-silent' };

export interface Call {
  readonly method: 'send' | 'update' | 'remove' | 'members' | 'open' | 'token' | 'keys';
  readonly conversation: string;
}

export interface Faults {
  readonly during: (fault: (call: Call) => Fault | undefined) => () => void;
  readonly of: (call: Call) => Fault | undefined;
}

export const faults = (): Faults => {
  const books = new Set<(call: Call) => Fault | undefined>();
  return {
    during: (fault) => {
      books.add(fault);
      return () => void books.delete(fault);
    },
    of: (call) => [...books].map((book) => book(call)).find((fault) => fault !== undefined),
  };
};
