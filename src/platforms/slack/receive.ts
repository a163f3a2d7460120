import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { gate } from './gate.ts';
import { askerOf, Interaction } from './request.ts';
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
const Team = z.object({ team_id: z.string() });

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
        // Whoever hangs up half-way is no bug of ours.
        if (!request.destroyed) onBug(bug);
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

/** What Slack sends in a form: a slash command, or a payload of one of these. */
const PAYLOADS = new Set([
  'block_actions',
  'view_submission',
  'view_closed',
  'shortcut',
  'message_action',
]);

/** Events come as JSON; commands as a form; buttons and modals as JSON in a form. Nothing else is read. */
const readBody = (type: string, text: string): Body | undefined => {
  if (type.startsWith('application/json')) return readEvent(json(text));
  const form = Object.fromEntries(new URLSearchParams(text));
  if (form.payload === undefined)
    return form.ssl_check || (form.command && !form.event) ? form : undefined;
  const payload = Payload.safeParse(json(form.payload)).data;
  const isKnown = PAYLOADS.has(String(payload?.type)) && !payload?.event && !payload?.command;
  return isKnown ? payload : undefined;
};

const readEvent = (read: unknown): Body | undefined => {
  const body = Payload.safeParse(read).data;
  const isEvent = body?.type === 'event_callback' && !body.command;
  return isEvent || body?.type === 'url_verification' ? body : undefined;
};

/**
 * Whether the workspace that it comes from is one that this secret belongs to. A person is vouched for
 * by the secret of their own workspace alone, or the host's where it has none: otherwise whoever knows
 * a partner's could speak as anybody.
 */
const isFrom = (workspaces: readonly Workspace[], secret: string, body: Body): boolean => {
  const vouches = (team: string | undefined): boolean =>
    workspaces.some((one) => one.team === team && one.signingSecret === secret);
  const isKnown = (team: string): boolean => workspaces.some((one) => one.team === team);
  if (body.command || body.event) return vouches(Team.safeParse(body).data?.team_id);
  const read = Interaction.safeParse(body).data;
  if (!read) return false;
  const { home, team } = askerOf(read);
  return vouches(team) && (isKnown(home) ? vouches(home) : workspaces[0]?.signingSecret === secret);
};

/** What an acknowledgement says has nobody to hear it. */
class TooLate extends Error {
  override readonly name = 'TooLate';
}

const eventOf = (request: IncomingMessage, response: ServerResponse, body: Body): ReceiverEvent => {
  const late = setTimeout(() => end(response, 404), PATIENCE_MS);
  late.unref();
  const retry = request.headers['x-slack-retry-num'];
  return {
    body,
    ...(retry === undefined ? {} : { retryNum: Number(retry) }),
    ack: async (answer?: unknown) => {
      clearTimeout(late);
      if (answer !== undefined && (response.writableEnded || response.destroyed))
        throw new TooLate('nobody waits for this answer any more');
      end(response, 200, answer);
    },
  };
};

const end = (response: ServerResponse, status: number, body?: unknown): void => {
  if (response.writableEnded) return;
  if (body === undefined) return void response.writeHead(status).end();
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': length })
    .end(text);
};
