import type { Entry } from '../../src/domain/change.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { canonical, GENESIS } from '../../store/chain.ts';
import { commitBatch, type Flushed, type LogFile } from '../../store/commit.ts';
import type { Envelope } from '../../store/seal.ts';

export interface FakeFile extends LogFile {
  written(): Buffer;
}

/** A file in memory, whose disk can be made to misbehave. */
export const fakeFile = (
  disk: { write?: (length: number) => number; sync?: () => void } = {},
): FakeFile => {
  let bytes = Buffer.alloc(0);
  return {
    written: () => bytes,
    write: async (given, offset, length) => {
      const bytesWritten = disk.write?.(length) ?? length;
      bytes = Buffer.concat([bytes, given.subarray(offset, offset + bytesWritten)]);
      return { bytesWritten };
    },
    datasync: async () => disk.sync?.(),
    close: async () => undefined,
  };
};

export const EMPTY: Flushed = { ledger: emptyLedger, hash: GENESIS, size: 0 };

/** The bytes of a log in which these entries were written, so many at a time. */
export const bytesOf = async (
  entries: readonly Entry[],
  envelope: Envelope,
  atATime: number,
): Promise<Buffer> => {
  const file = fakeFile();
  let flushed = EMPTY;
  for (let from = 0; from < entries.length; from += atATime) {
    const batch = entries.slice(from, from + atATime).map((entry) => ({
      text: canonical(entry),
      ledger: { ...emptyLedger, seq: entry.seq },
    }));
    flushed = await commitBatch(file, envelope, flushed, batch);
  }
  return file.written();
};
