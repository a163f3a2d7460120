import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { emptyLedger } from '../src/domain/ledger.ts';
import { CannotOpen } from './cannot-open.ts';
import type { Flushed } from './commit.ts';
import { FILES, readIfThere } from './files.ts';
import type { PictureFile, Point } from './picture.ts';
import type { Envelope } from './seal.ts';
import { cutTail } from './tail.ts';
import { advance, START, walk } from './walk.ts';

export interface Opened {
  readonly loaded: Flushed;
  /** How many entries are in the picture that was used. */
  readonly drawn: number;
  readonly notes: string[];
}

/** Reads the log with the help of the picture, and sets aside what cannot be used. */
export const load = async (
  path: string,
  envelope: Envelope,
  { drawn, spoilt }: PictureFile,
): Promise<Opened> => {
  const bytes = (await readIfThere(path)) ?? newLog(path, drawn !== undefined || spoilt);
  const helped = drawn && foldFrom(drawn, bytes, envelope);
  const loaded = helped ?? foldAll(bytes, envelope);
  const notes = [
    ...(spoilt ? ['The picture could not be used: it is drawn again from the log.'] : []),
    ...(drawn && !helped ? [await setAside(path, drawn, loaded)] : []),
    ...(await cutTail(path, bytes, loaded.size)),
  ];
  return { loaded, drawn: helped ? drawn.ledger.seq : 0, notes };
};

const newLog = (path: string, hasPicture: boolean): Buffer => {
  if (!hasPicture) return Buffer.alloc(0);
  throw new CannotOpen(
    `The log is missing, though there is a picture of it: put ${path} back from a backup, or give Heed an empty folder.`,
  );
};

/** Walks the whole chain but folds only what the picture lacks; undefined where the log denies it. */
const foldFrom = (drawn: Point, bytes: Buffer, envelope: Envelope): Flushed | undefined => {
  let { ledger } = drawn;
  let last = START;
  for (const link of walk(bytes, envelope)) {
    if (link.seq === drawn.ledger.seq && link.hash !== drawn.hash) return undefined;
    if (link.seq > ledger.seq) ledger = advance(ledger, link);
    last = link;
  }
  return last.seq < ledger.seq ? undefined : { ledger, hash: last.hash, size: last.end };
};

const foldAll = (bytes: Buffer, envelope: Envelope): Flushed => {
  let ledger = emptyLedger;
  let last = START;
  for (const link of walk(bytes, envelope)) {
    ledger = advance(ledger, link);
    last = link;
  }
  return { ledger, hash: last.hash, size: last.end };
};

/** It may be all that is left of what the log has lost, so it is kept. */
const setAside = async (log: string, drawn: Point, loaded: Flushed): Promise<string> => {
  const { seq } = drawn.ledger;
  const name = `${FILES.picture}.set-aside-${seq}`;
  await rename(join(dirname(log), FILES.picture), join(dirname(log), name));
  const what =
    seq > loaded.ledger.seq
      ? `The picture holds ${seq} entries and the log only ${loaded.ledger.seq}, so the log may have lost some`
      : 'The picture is not of this log';
  return `${what}: it was kept as ${name}, and is drawn again from the log.`;
};
