import { ask, type Heard } from '../chat/over-http.ts';
import { CallFailed, lossMeans, statusMeans } from './called.ts';

type Asked = Parameters<typeof ask>[0];

/** The line to Microsoft: one request, once. Throws CallFailed, which says what became of it. */
export const askOnce = async (asked: Asked, timeoutMs: number): Promise<string> => {
  const { status, retryAfter, text } = await heard(asked, timeoutMs);
  if (status < 300) return text;
  throw new CallFailed(statusMeans(status, retryAfter, text));
};

const heard = async (asked: Asked, timeoutMs: number): Promise<Heard> => {
  try {
    return await ask(asked, timeoutMs);
  } catch (problem) {
    throw new CallFailed(lossMeans(problem));
  }
};
