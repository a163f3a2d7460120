import type { Json } from './json.ts';
import type { Team, World } from './world.ts';

/** A call of the Web API whose token is good. */
export interface Asked {
  readonly world: World;
  readonly team: Team;
  readonly args: Json;
}

export interface Method {
  /** Any one of these will do; none: no scope is needed. */
  readonly scopes?: (asked: Asked) => readonly string[];
  readonly required?: readonly string[];
  readonly answer: (asked: Asked) => Json;
}

export const ok = (fields: Json = {}): Json => ({ ok: true, ...fields });

export const fail = (error: string, fields: Json = {}): Json => ({ ok: false, error, ...fields });

/** What is wrong, the way Slack lists it. */
export const failBecause = (error: string, messages: readonly string[]): Json =>
  fail(error, {
    ...(error === 'invalid_blocks' ? { errors: messages } : {}),
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
