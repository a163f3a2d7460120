import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callMethod, teamOfToken } from './api-methods.ts';
import { bodyOf, isJsonType, readRequest } from './api-request.ts';
import { isJson, type Json, parsed } from './json.ts';
import { jsonReply, replyTo } from './reply.ts';
import { respond } from './response-urls.ts';
import type { Call, Team, World } from './world.ts';

/** Slack's own server, on loopback: the Web API and the response_urls. */
export const openServer = async (world: World): Promise<Server> => {
  const server = createServer((request, response) => {
    answer(world, request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    if (world.faults.isDown()) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  world.origin = `http://127.0.0.1:${port}`;
  return server;
};

const answer = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://slack');
  const body = await bodyOf(request);
  const method = /^\/api\/([\w.]+)$/.exec(pathname)?.[1];
  if (method) return answerMethod(world, request, response, method, body);
  await answerResponseUrl(world, request, response, pathname, body);
};

const recorded = (
  world: World,
  into: Call[],
  call: Pick<Call, 'team' | 'method' | 'args'>,
): Call => {
  const entry: Call = { ...call, at: world.now(), answered: undefined };
  into.push(entry);
  return entry;
};

const answerMethod = (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  body: string,
): Promise<void> => {
  const read = readRequest(request, method, body);
  const team = teamOfToken(world, read.token);
  const call = recorded(world, world.calls, { team: team?.id ?? '', method, args: read.args });
  const scopes: Readonly<Record<string, string>> = team
    ? { 'x-oauth-scopes': team.scopes.join(',') }
    : {};
  const run = () => {
    const { body: said, accepted } = callMethod(world, read);
    return jsonReply(said, { ...scopes, 'x-accepted-oauth-scopes': accepted.join(',') });
  };
  return replyTo(world, call, response, run, scopes);
};

const answerResponseUrl = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  body: string,
): Promise<void> => {
  const url = world.responseUrls.get(path);
  const team: Team | undefined = world.teams.get(url?.team ?? '');
  const said: unknown = isJsonType(request) ? parsed(body) : undefined;
  const args: Json = isJson(said) ? said : {};
  const call = recorded(world, world.responses, {
    team: team?.id ?? '',
    method: 'response_url',
    args,
  });
  await replyTo(world, call, response, () => {
    if (!url || !team) return jsonReply({ ok: false, error: 'no_such_url' }, {}, 404);
    if (!isJson(said)) return jsonReply({ ok: false, error: 'invalid_payload' }, {}, 400);
    return respond(world, team, url, said);
  });
};
