import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { gate } from './gate.ts';
import type { Workspace } from './settings.ts';

type Body = Readonly<Record<string, unknown>>;

interface Parts {
  readonly workspaces: readonly Workspace[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onBug: (bug: unknown) => void;
}

/** Slack over HTTP: what comes to the request URL. */
export interface HttpReceiver extends Receiver {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

/** More than Slack ever sends. */
const MOST_BYTES = 1_000_000;
/** Slack hangs up after three seconds; a listener that says nothing must not keep the connection. */
const PATIENCE_MS = 3000;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const Payload = z.record(z.string(), z.unknown());
const Team = z.object({
  team_id: z.string().optional(),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ team_id: z.string().optional() }).optional(),
  view: z.object({ app_installed_team_id: z.string().nullish() }).optional(),
});

/** Taken in, or what it is answered with at once. */
type Admitted = { readonly body: Body } | { readonly status: number; readonly answer?: unknown };

export const httpReceiver = ({ workspaces, now, onBug }: Parts): HttpReceiver => {
  const door = gate([...new Set(workspaces.map(({ signingSecret }) => signingSecret))], now);
  let app: App | undefined;
  const admit = async (request: IncomingMessage): Promise<Admitted> => {
    const body = await bytesOf(request);
    if (!body) return { status: 413 };
    const { method, headers } = request;
    const checked = door.check({ method, headers, body });
    if (checked.is === 'refused') return { status: checked.status };
    const read = readBody(String(headers['content-type']), body.toString('utf8'));
    return read ? ownAnswer(read, workspaces, checked.secret) : { status: 400 };
  };
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const admitted = await admit(request);
    if ('status' in admitted) return end(response, admitted.status, admitted.answer);
    await app?.processEvent(eventOf(request, response, admitted.body));
  };
  return {
    init: (one) => {
      app = one;
    },
    start: async () => undefined,
    stop: async () => undefined,
    handle: (request, response) =>
      void take(request, response).catch((bug: unknown) => {
        onBug(bug);
        end(response, 500);
      }),
  };
};

/** What Slack asks of the address itself is answered here; the rest must come from its own workspace. */
const ownAnswer = (body: Body, workspaces: readonly Workspace[], secret: string): Admitted => {
  if (body.type === 'url_verification')
    return { status: 200, answer: { challenge: body.challenge } };
  if (body.ssl_check) return { status: 200 };
  return isFrom(workspaces, secret, body) ? { body } : { status: 401 };
};

/** The whole body; nothing where there is too much of it. */
const bytesOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BYTES) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};

/** Events come as JSON; commands as a form; buttons and modals as JSON in a form. */
const readBody = (type: string, text: string): Body | undefined => {
  if (type.startsWith('application/json')) return Payload.safeParse(json(text)).data;
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? form : Payload.safeParse(json(form.payload)).data;
};

/** Whether it speaks of a workspace that this secret belongs to. */
const isFrom = (workspaces: readonly Workspace[], secret: string, body: Body): boolean => {
  const read = Team.safeParse(body).data;
  const teams = [
    read?.team_id,
    read?.team?.id,
    read?.user?.team_id,
    read?.view?.app_installed_team_id,
  ];
  return workspaces.some(
    ({ team, signingSecret }) => signingSecret === secret && teams.includes(team),
  );
};

const eventOf = (request: IncomingMessage, response: ServerResponse, body: Body): ReceiverEvent => {
  const late = setTimeout(() => end(response, 404), PATIENCE_MS);
  late.unref();
  const retry = request.headers['x-slack-retry-num'];
  return {
    body,
    ...(retry === undefined ? {} : { retryNum: Number(retry) }),
    ack: async (answer?: unknown) => {
      clearTimeout(late);
      end(response, 200, answer);
    },
  };
};

const end = (response: ServerResponse, status: number, body?: unknown): void => {
  if (response.writableEnded) return;
  if (body === undefined) response.writeHead(status).end();
  else
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
};
