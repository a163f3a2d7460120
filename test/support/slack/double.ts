import { WebSocket } from 'ws';
import { openServer } from './api-server.ts';
import { phpJson } from './deliver.ts';
import { faultBook } from './fault-book.ts';
import { send } from './http-out.ts';
import { isJson, parsed } from './json.ts';
import { readManifest } from './manifest.ts';
import { VERIFICATION_TOKEN } from './payloads.ts';
import { signed } from './sign.ts';
import { breakSockets, refreshSockets, takeSockets } from './sockets.ts';
import type { Answered, DoubleOptions, SlackDouble } from './types.ts';
import { settled, until } from './waiting.ts';
import { newWorkspace } from './workspace.ts';
import { emptyWorld, nextId, type World } from './world.ts';

export { signed } from './sign.ts';

/** A Slack on 127.0.0.1, for tests of an app built with Bolt. */
export const slackDouble = async (options: DoubleOptions = {}): Promise<SlackDouble> => {
  let breakAll = (): void => {};
  const world = emptyWorld({
    now: options.now ?? Date.now,
    signingSecret: options.signingSecret ?? 'signing-secret-of-the-double',
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    prefix: options.prefix ?? '',
    faults: faultBook(() => breakAll()),
  });
  const server = await openServer(world);
  takeSockets(world, server);
  breakAll = () => {
    breakSockets(world);
    server.closeAllConnections();
  };
  return {
    apiUrl: `${world.origin}/api/`,
    signingSecret: world.signingSecret,
    appToken: world.appToken,
    appId: world.appId,
    connect: (requestUrl) => {
      world.requestUrl = requestUrl;
    },
    install: (manifest) => {
      world.installed = readManifest(manifest, world.prefix);
      for (const team of world.teams.values()) team.scopes = team.granted ?? world.installed.scopes;
    },
    workspace: (team, given) => newWorkspace(world, team, given),
    calls: world.calls,
    responses: world.responses,
    mentions: world.mentions,
    faults: world.faults.faults,
    until,
    settled: (quietMs = 40) => settled(world, quietMs),
    post: (rawBody, headers) => post(world, rawBody, headers),
    verifyUrl: () => verifyUrl(world),
    hasSocket: () => [...world.sockets].some(({ readyState }) => readyState === WebSocket.OPEN),
    refreshSockets: () => refreshSockets(world),
    close: async () => {
      world.requestUrl = undefined;
      for (const outgoing of world.outgoing) outgoing.destroy();
      const closed = new Promise((resolve) => server.close(resolve));
      breakAll();
      await closed;
    },
  };
};

const post = async (
  world: World,
  rawBody: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answered> => {
  if (world.requestUrl === undefined) throw new Error('The app is not connected.');
  const sent = await send(world.requestUrl, rawBody, headers, world);
  if (sent.is === 'answered') return sent.answer;
  throw new Error(`The app did not answer: ${sent.is}.`);
};

/** docs.slack.dev/reference/events/url_verification */
const verifyUrl = async (world: World): Promise<boolean> => {
  const challenge = nextId(world, 'c');
  const rawBody = phpJson({ token: VERIFICATION_TOKEN, challenge, type: 'url_verification' });
  const { status, body } = await post(world, rawBody, {
    'content-type': 'application/json',
    ...signed(world.signingSecret, world.now(), rawBody),
  });
  const said = parsed(body);
  return status === 200 && (body === challenge || (isJson(said) && said.challenge === challenge));
};
