import { type Asked, fail, failBecause, type Method } from './api-answer.ts';
import { CHAT } from './api-chat.ts';
import { CONVERSATIONS } from './api-conversations.ts';
import { PEOPLE } from './api-people.ts';
import { VIEWS } from './api-views.ts';
import type { Json } from './json.ts';
import type { Team, World } from './world.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...PEOPLE,
  ...CONVERSATIONS,
  ...CHAT,
  ...VIEWS,
};

const OPEN_SOCKET = 'apps.connections.open';

export interface Request {
  readonly method: string;
  readonly token: string | undefined;
  readonly args: Json;
}

export interface Response {
  readonly body: Json;
  /** The scopes the method asks for. */
  readonly accepted: readonly string[];
}

export const teamOfToken = (world: World, token: string | undefined): Team | undefined =>
  [...world.teams.values()].find((team) => team.token === token);

/** Does what is asked, or refuses it as Slack does. */
export const callMethod = (world: World, request: Request): Response => {
  const team = teamOfToken(world, request.token);
  const isApp = request.token === world.appToken;
  if (request.method === OPEN_SOCKET) return openSocket(world, request, isApp);
  const method = Object.hasOwn(METHODS, request.method) ? METHODS[request.method] : undefined;
  if (!method) return unasked(fail('unknown_method', { req_method: request.method }));
  if (isApp) return unasked(fail('not_allowed_token_type'));
  if (!team) return unasked(fail(request.token ? 'invalid_auth' : 'not_authed'));
  if (!team.installed) return unasked(fail('account_inactive'));
  const asked: Asked = { world, team, args: request.args };
  const accepted = method.scopes?.(asked) ?? [];
  return { body: checked(method, asked, accepted), accepted };
};

const unasked = (body: Json): Response => ({ body, accepted: [] });

const checked = (method: Method, asked: Asked, accepted: readonly string[]): Json => {
  const { scopes } = asked.team;
  if (accepted.length > 0 && !accepted.some((scope) => scopes.includes(scope)))
    return fail('missing_scope', { needed: accepted.join(','), provided: scopes.join(',') });
  const missing = (method.required ?? []).filter((name) => !asked.args[name]);
  return missing.length > 0
    ? failBecause(
        'invalid_arguments',
        missing.map((name) => `missing required field: ${name}`),
      )
    : method.answer(asked);
};

const openSocket = (world: World, request: Request, isApp: boolean): Response => {
  if (!request.token) return unasked(fail('not_authed'));
  if (!isApp) return unasked(fail('not_allowed_token_type'));
  world.serial += 1;
  const url = `${world.origin.replace('http', 'ws')}/link/?ticket=${world.serial}&app_id=${world.appId}`;
  return { body: { ok: true, url }, accepted: ['connections:write'] };
};
