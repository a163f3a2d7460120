import type { Json } from './json.ts';

export interface Parcel {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Json;
  readonly retry?: { readonly attempt: number; readonly reason: string } | undefined;
}

/** What came back from the app. */
export type Delivered =
  | {
      readonly is: 'answered';
      readonly status: number;
      /** JSON where it is JSON, else text; undefined where it is empty. */
      readonly body: unknown;
      readonly stopsRetries: boolean;
    }
  | { readonly is: 'timed-out' }
  | { readonly is: 'unreached' };
