import type { App } from '@slack/bolt';
import type { Ack } from './handle.ts';
import type { Ack as FormAck } from './submit.ts';

export interface Handlers {
  readonly command: (body: unknown, ack: Ack) => Promise<void>;
  readonly press: (body: unknown, ack: Ack) => Promise<void>;
  readonly shortcut: (body: unknown, ack: Ack) => Promise<void>;
  readonly submit: (body: unknown, ack: FormAck) => Promise<void>;
  readonly event: (body: unknown) => Promise<void>;
}

/** Everything that Slack tells. It is acknowledged once it is durable: see `onCommand` and `onSubmit`. */
export const listen = (app: App, on: Handlers): void => {
  app.command(/.*/, ({ ack, body }) => on.command(body, (answer) => ack(answer as never)));
  app.action(/.*/, ({ ack, body }) => on.press(body, () => ack()));
  app.shortcut(/.*/, ({ ack, body }) => on.shortcut(body, () => ack()));
  app.view({ callback_id: /.*/, type: 'view_submission' }, ({ ack, body }) =>
    on.submit(body, (answer) => (answer ? ack(answer as never) : ack())),
  );
  app.view({ callback_id: /.*/, type: 'view_closed' }, ({ ack }) => ack());
  app.event(/.*/, ({ body }) => on.event(body));
};
