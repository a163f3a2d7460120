import type { App } from '@slack/bolt';
import type { Ack } from './submit.ts';
import { turns } from './turns.ts';

export interface Handlers {
  readonly command: (body: unknown) => Promise<void>;
  readonly press: (body: unknown) => Promise<void>;
  readonly shortcut: (body: unknown) => Promise<void>;
  readonly submit: (body: unknown, ack: Ack) => Promise<void>;
  readonly event: (body: unknown) => Promise<void>;
}

/** Everything that Slack tells. It is acknowledged first, but for a form: see `onSubmit`. */
export const listen = (app: App, on: Handlers): void => {
  const turn = turns();
  app.command(/.*/, async ({ ack, body }) => {
    await ack();
    await turn();
    await on.command(body);
  });
  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    await turn();
    await on.press(body);
  });
  app.shortcut(/.*/, async ({ ack, body }) => {
    await ack();
    await turn();
    await on.shortcut(body);
  });
  app.view({ callback_id: /.*/, type: 'view_submission' }, ({ ack, body }) =>
    on.submit(body, (answer) => (answer ? ack(answer as never) : ack())),
  );
  app.view({ callback_id: /.*/, type: 'view_closed' }, ({ ack }) => ack());
  app.event(/.*/, ({ body }) => on.event(body));
};
