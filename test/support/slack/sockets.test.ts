import { App, SocketModeReceiver } from '@slack/bolt';
import { afterEach, expect, it } from 'vitest';
import { silent } from './bolt-app.ts';
import { slackDouble } from './double.ts';
import type { SlackDouble } from './types.ts';

const MANIFEST = {
  features: {
    shortcuts: [],
    slash_commands: ['/say', '/deaf'].map((command) => ({ command, should_escape: true })),
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
};

let slack: SlackDouble;
let app: App;

afterEach(async () => {
  await app.stop();
  await slack.close();
});

const start = async () => {
  slack = await slackDouble({ ackTimeoutMs: 1000 });
  slack.install(MANIFEST);
  const team = slack.workspace('T1');
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: 500,
    installerOptions: { clientOptions },
  });
  const authorize = async () => ({ botToken: team.token, botUserId: team.bot });
  app = new App({ receiver, authorize, clientOptions, logger: silent });
  app.command('/say', async ({ ack, command, respond }) => {
    await ack('heard');
    await respond(command.text);
  });
  await app.start();
  return { team, receiver };
};

it('brings commands and events down a socket', async () => {
  const { team } = await start();
  const retries: unknown[] = [];
  app.event('app_uninstalled', async ({ context }) => void retries.push(context.retryNum));
  const ann = team.user('U1');
  expect(await ann.types('/say <hello>')).toMatchObject({ acked: true, body: { text: 'heard' } });
  expect((await ann.answer()).words).toBe('heard');
  expect((await ann.answer()).words).toBe('&lt;hello&gt;');
  expect(await ann.types('/deaf')).toMatchObject({ error: 'operation_timeout' });
  expect(await team.event({ type: 'app_uninstalled' }, { times: 2 })).toMatchObject([
    { attempt: 0, acked: true },
    { attempt: 1, acked: true },
  ]);
  await slack.until(() => retries.length === 2);
  expect(retries).toEqual([0, 1]);
});

it('is renewed, and breaks when all of Slack is down', async () => {
  const { team, receiver } = await start();
  const opened = () => slack.calls.filter(({ method }) => method === 'apps.connections.open');
  const ann = team.user('U1');
  const again = new Promise((resolve) => receiver.client.once('connected', resolve));
  slack.refreshSockets();
  await again;
  expect(opened()).toHaveLength(2);
  expect(await ann.types('/say a')).toMatchObject({ acked: true });
  slack.faults.down(true);
  await slack.until(() => !receiver.client.websocket?.isActive());
  expect(await ann.types('/say b')).toMatchObject({ error: 'dispatch_failed' });
  slack.faults.clear();
});
