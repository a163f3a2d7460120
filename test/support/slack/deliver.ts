import { type Sent, send } from './http-out.ts';
import { type Json, parsed, str } from './json.ts';
import type { Delivered, Parcel } from './parcel.ts';
import { signed } from './sign.ts';
import { sendDown } from './sockets.ts';
import type { Answered } from './types.ts';
import type { World } from './world.ts';

/** To the request URL where there is one, else down a socket. */
export const deliver = async (world: World, parcel: Parcel): Promise<Delivered> => {
  world.delivering += 1;
  try {
    return world.requestUrl === undefined
      ? await sendDown(world, parcel)
      : opened(await sendSigned(world, world.requestUrl, parcel));
  } finally {
    world.delivering -= 1;
  }
};

const sendSigned = (world: World, url: string, parcel: Parcel): Promise<Sent> => {
  const { contentType, rawBody } = encoded(parcel);
  const headers = {
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    accept: parcel.kind === 'events_api' ? '*/*' : 'application/json,*/*',
    'accept-encoding': 'gzip,deflate',
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(rawBody)),
    ...signed(world.signingSecret, world.now(), rawBody),
    ...(parcel.retry
      ? {
          'x-slack-retry-num': String(parcel.retry.attempt),
          'x-slack-retry-reason': parcel.retry.reason,
        }
      : {}),
  };
  return send(url, rawBody, headers, world);
};

const FORM = 'application/x-www-form-urlencoded';

const encoded = ({ kind, payload }: Parcel): { contentType: string; rawBody: string } => {
  if (kind === 'events_api') return { contentType: 'application/json', rawBody: phpJson(payload) };
  const fields = kind === 'slash_commands' ? payload : { payload: phpJson(payload) };
  const form = Object.entries(fields).map(([key, value]): [string, string] => [key, str(value)]);
  return { contentType: FORM, rawBody: new URLSearchParams(form).toString() };
};

/** Slack escapes more than JSON.stringify does, so that only the raw body has the right signature. */
export const phpJson = (value: Json): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

const opened = (sent: Sent): Delivered =>
  sent.is === 'answered'
    ? {
        is: 'answered',
        status: sent.answer.status,
        body: contentOf(sent.answer),
        stopsRetries: sent.answer.headers['x-slack-no-retry'] === '1',
      }
    : sent;

const contentOf = ({ headers, body }: Answered): unknown => {
  if (body === '') return undefined;
  return headers['content-type']?.includes('application/json') ? (parsed(body) ?? body) : body;
};
