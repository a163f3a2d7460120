import type { Ledger } from '../src/domain/ledger.ts';
import { writeBatch } from './batch.ts';
import { frame } from './frame.ts';
import type { Point } from './picture.ts';
import type { Envelope } from './seal.ts';
import { nextHash } from './walk.ts';

/** What is needed of a file that is open for appending. */
export interface LogFile {
  write(bytes: Buffer, offset: number, length: number): Promise<{ readonly bytesWritten: number }>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/** As far as the disk holds the log, and how many bytes that is. */
export interface Flushed extends Point {
  readonly size: number;
}

/** An entry to be written, and the ledger once it has been. */
export interface Waiting {
  readonly text: string;
  readonly ledger: Ledger;
}

/** Writes a batch after `from`, and resolves when it would survive a power cut. */
export const commitBatch = async (
  file: LogFile,
  { wrap }: Envelope,
  from: Flushed,
  batch: readonly Waiting[],
): Promise<Flushed> => {
  const texts = batch.map(({ text }) => text);
  const hash = texts.reduce(
    (so, text, at) => nextHash(so, text, from.ledger.seq + at + 1, from.size),
    from.hash,
  );
  const bytes = frame(wrap(writeBatch({ prev: from.hash, texts, hash })));
  await writeAll(file, bytes);
  await file.datasync();
  const { ledger } = batch.at(-1) ?? from;
  return { ledger, hash, size: from.size + bytes.length };
};

/** A write may take only part of what it is given. */
export const writeAll = async (file: LogFile, bytes: Buffer): Promise<void> => {
  for (let sent = 0; sent < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, sent, bytes.length - sent);
    if (bytesWritten === 0) throw new Error('the disk took nothing');
    sent += bytesWritten;
  }
};
