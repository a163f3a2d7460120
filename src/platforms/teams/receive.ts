import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Gate, LetIn } from './gate.ts';
import type { Answered } from './wire.ts';

interface Parts {
  readonly gate: Gate;
  readonly take: (letIn: LetIn) => Promise<Answered>;
  /** A bug, or a store that is not safe any more. */
  readonly onTrouble: (problem: unknown) => void;
}

/** More than Teams ever sends. */
const MOST_BYTES = 1_000_000;

/** What comes to the messaging endpoint. Whatever is refused is refused alike: nothing is said of why. */
export const receiver =
  ({ gate, take, onTrouble }: Parts) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const answer = async (): Promise<Answered> => {
      const body = await bytesOf(request);
      const { method, headers } = request;
      const letIn = body && (await gate.check({ method, headers, body }));
      return letIn ? take(letIn) : { status: 401 };
    };
    void answer()
      .then((answered) => end(response, answered))
      .catch((problem: unknown) => {
        // Whoever hangs up half-way is no bug of ours.
        if (!request.destroyed || request.complete) onTrouble(problem);
        end(response, { status: 500 });
      });
  };

/** The whole body; nothing where there is too much of it. */
const bytesOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size <= MOST_BYTES) parts.push(part as Buffer);
  }
  return size > MOST_BYTES ? undefined : Buffer.concat(parts);
};

const end = (response: ServerResponse, { status, body }: Answered): void => {
  if (response.writableEnded) return;
  if (body === undefined) response.writeHead(status).end();
  else
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(body));
};
