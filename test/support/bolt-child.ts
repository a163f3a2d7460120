// Started by test/bench/slack.ts: the least that Bolt can do, to be compared with. "echo" answers in
// the acknowledgement; "answer" acknowledges and answers by the response_url, as Slack's guide does.
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';

const [, , how, signingSecret = ''] = process.argv;
const app = new App({
  signingSecret,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' }),
  logLevel: LogLevel.ERROR,
});

if (how === 'echo') app.command('/incident', async ({ ack }) => ack('ok'));
else
  app.command('/incident', async ({ ack, respond, command }) => {
    await ack();
    await respond(command.text);
  });

const server = await app.start({ port: 0, host: '127.0.0.1' });
const { port } = server.address() as AddressInfo;
process.stdout.write(`http://127.0.0.1:${port}/slack/events\n`);
// Whoever started it has gone.
process.stdin.resume().once('end', () => process.exit());
