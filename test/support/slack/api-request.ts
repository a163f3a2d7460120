import type { IncomingMessage } from 'node:http';
import type { Request } from './api-methods.ts';
import { isJson, type Json, parsed, str } from './json.ts';

export const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Arguments that are JSON within the form: what WebClient's serializeBody makes of objects. */
const ENCODED: ReadonlySet<string> = new Set(['blocks', 'view', 'attachments', 'metadata']);

/** A call of the Web API: form or JSON, its token in the header or among the arguments. */
export const readRequest = (request: IncomingMessage, method: string, body: string): Request => {
  const { token, ...args } = argumentsIn(request, body);
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return { method, token: bearer ?? (str(token) || undefined), args };
};

const argumentsIn = (request: IncomingMessage, body: string): Json => {
  if (isJsonType(request)) {
    const value = parsed(body);
    return isJson(value) ? value : {};
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      ENCODED.has(key) ? (parsed(value) ?? value) : value,
    ]),
  );
};

export const isJsonType = (request: IncomingMessage): boolean =>
  (request.headers['content-type'] ?? '').split(';')[0] === 'application/json';
