import { sha256 } from './chain.ts';

/** One line of a file, whole: a checksum, a space, and what the checksum is of. */
export interface Frame {
  readonly payload: string;
  /** Where the line starts and where the next one would. */
  readonly at: number;
  readonly end: number;
}

const NEWLINE = 0x0a;
const SUM = 64;
const HEADER = SUM + 1;

export const frame = (payload: string): Buffer =>
  Buffer.from(`${sha256(payload)} ${payload}\n`, 'utf8');

/** The frame that starts exactly here, if a whole one does. */
export const frameAt = (bytes: Buffer, at: number): Frame | undefined => {
  const newline = bytes.indexOf(NEWLINE, at);
  if (newline < at + HEADER) return undefined;
  const body = bytes.subarray(at + HEADER, newline);
  const header = bytes.toString('latin1', at, at + HEADER);
  if (header !== `${sha256(body)} `) return undefined;
  return { payload: body.toString('utf8'), at, end: newline + 1 };
};

/** The whole frames from the start of the file, up to the first that is not. */
export function* frames(bytes: Buffer): Generator<Frame> {
  for (let next = frameAt(bytes, 0); next; next = frameAt(bytes, next.end)) yield next;
}

/**
 * Whether a whole frame starts anywhere after this byte, even in the middle of a line:
 * the newline before it may be the very byte that was damaged.
 */
export const hasFrameAfter = (bytes: Buffer, at: number): boolean => {
  const rest = bytes.subarray(at);
  const headers = rest.toString('latin1').matchAll(/[0-9a-f]{64} /g);
  return headers.some(({ index }) => index > 0 && frameAt(rest, index) !== undefined);
};

/** An interrupted write leaves a part of one line, since each waits for the one before it; more than that is damage. */
export const isTorn = (bytes: Buffer, end: number): boolean => {
  const newline = bytes.indexOf(NEWLINE, end);
  return (newline === -1 || newline === bytes.length - 1) && !hasFrameAfter(bytes, end);
};
