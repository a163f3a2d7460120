import { ask, type Heard } from '../chat/over-http.ts';

/** JSON, posted. Rejects where nothing was heard in time, or it is sent elsewhere. */
export const post = (url: string, body: object, timeoutMs: number): Promise<Heard> =>
  ask(
    {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    timeoutMs,
  );
