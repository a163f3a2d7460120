import type { Delivered } from './parcel.ts';
import type { Outcome, Trouble } from './types.ts';

/** What a person's client makes of what came back: docs.slack.dev/interactivity/implementing-slash-commands. */
export const outcomeOf = (delivered: Delivered): Outcome => {
  if (delivered.is === 'timed-out') return refused('operation_timeout');
  if (delivered.is === 'unreached') return refused('dispatch_failed');
  const { status, body } = delivered;
  return status === 200
    ? { acked: true, status, body }
    : { acked: false, status, body, error: 'dispatch_failed' };
};

/** Nothing was sent, or nothing came back. */
export const refused = (error: Trouble, labels?: readonly string[]): Outcome => ({
  acked: false,
  status: 0,
  error,
  body: undefined,
  ...(labels ? { labels } : {}),
});
