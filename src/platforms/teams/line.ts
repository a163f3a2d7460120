import { CallFailed, lossMeans, statusMeans } from './called.ts';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The line to Microsoft: one request, once. Throws CallFailed, which says what became of it. */
export const askOnce = async (
  { url, method, headers, body }: Asked,
  timeoutMs: number,
): Promise<string> => {
  const response = await heard(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status < 300) return response.text;
  throw new CallFailed(statusMeans(response.status, response.retryAfter, response.text));
};

const heard = async (url: string, init: RequestInit) => {
  try {
    const response = await fetch(url, init);
    const { status, headers } = response;
    return { status, retryAfter: headers.get('retry-after'), text: await response.text() };
  } catch (problem) {
    throw new CallFailed(lossMeans(problem));
  }
};
