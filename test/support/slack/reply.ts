import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault-types.ts';
import { type Json, str } from './json.ts';
import type { Call, World } from './world.ts';

type Headers = Readonly<Record<string, string>>;

export interface Reply {
  readonly status: number;
  readonly headers?: Headers;
  readonly body: string;
  /** For `ApiCall.answered`. */
  readonly answered: string;
}

export const jsonReply = (body: Json, headers: Headers = {}, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
  answered: body.ok === true ? 'ok' : str(body.error),
});

/** Does what was called and answers it, or whatever the fault makes of that. */
export const replyTo = async (
  world: World,
  call: Call,
  response: ServerResponse,
  run: () => Reply,
  headers: Headers = {},
): Promise<void> => {
  response.on('close', () => {
    call.answered ??= 'hung up';
  });
  const fault = world.faults.meet(call, world.now());
  if (!fault) return send(world, call, response, run());
  await FAULTY[fault.is]({ world, call, response, run, fault, headers });
};

interface Faulty {
  readonly world: World;
  readonly call: Call;
  readonly response: ServerResponse;
  readonly run: () => Reply;
  readonly fault: Fault;
  readonly headers: Headers;
}

const FAULTY = {
  '429': ({ world, call, response, fault, headers }: Faulty) => {
    const after = { ...headers, 'retry-after': String(fault.is === '429' ? fault.retryAfter : 1) };
    const reply = jsonReply({ ok: false, error: 'ratelimited' }, after, 429);
    send(world, call, response, { ...reply, answered: '429' });
  },
  '5xx': ({ world, call, response, fault }: Faulty) => {
    const status = (fault.is === '5xx' ? fault.status : undefined) ?? 503;
    const body = `<html><body>${STATUS_CODES[status]}</body></html>`;
    const headers = { 'content-type': 'text/html' };
    send(world, call, response, { status, headers, body, answered: String(status) });
  },
  reset: ({ call, response }: Faulty) => cut(call, response, 'reset'),
  slow: async ({ world, call, response, run, fault }: Faulty) => {
    const reply = run();
    const ended = new AbortController();
    response.on('close', () => ended.abort());
    const ms = fault.is === 'slow' ? fault.ms : 0;
    await pause(ms, undefined, { signal: ended.signal }).catch(() => {});
    if (!ended.signal.aborted) send(world, call, response, reply);
  },
  'accepted-then-timed-out': ({ call, run }: Faulty) => {
    run();
    call.answered = 'accepted-then-timed-out';
  },
  'accepted-then-reset': ({ call, response, run }: Faulty) => {
    run();
    cut(call, response, 'accepted-then-reset');
  },
  error: ({ world, call, response, fault, headers }: Faulty) => {
    const error = fault.is === 'error' ? fault.error : 'internal_error';
    send(world, call, response, jsonReply({ ok: false, error }, headers));
  },
} as const satisfies Record<Fault['is'], (faulty: Faulty) => void | Promise<void>>;

const cut = (call: Call, response: ServerResponse, answered: string): void => {
  call.answered = answered;
  response.socket?.resetAndDestroy();
};

const send = (world: World, call: Call, response: ServerResponse, reply: Reply): void => {
  call.answered = reply.answered;
  response.writeHead(reply.status, {
    date: new Date(world.now()).toUTCString(),
    ...reply.headers,
  });
  response.end(reply.body);
};
