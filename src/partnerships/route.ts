import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Handle } from '../front.ts';
import type { Running } from './running.ts';

const OWN = /^\/([a-z][a-z0-9_]{0,39})(\/.*)$/;

/**
 * Whose a request is follows from its path alone, and only that partnership's own secrets are asked whether it
 * is genuine: nothing in a request that nobody has verified decides who gets it. A name that is none is
 * answered as any page that is not there.
 */
export const routed = (all: readonly Running[], outward: Hono): Handle => {
  const named = new Map(all.map((one) => [one.name, one]));
  const rest = getRequestListener(outward.fetch);
  return (request, response) => {
    const [, name = '', path] = OWN.exec(request.url ?? '') ?? [];
    const one = named.get(name);
    if (!one) return void rest(request, response);
    request.url = path;
    return one.handle(request, response);
  };
};
