import { apply } from '../src/domain/apply.ts';
import type { Entry } from '../src/domain/change.ts';
import type { Ledger } from '../src/domain/ledger.ts';
import { canonical } from './chain.ts';
import { commitBatch, type Flushed, type LogFile, type Waiting } from './commit.ts';
import { notYet, readable } from './entry.ts';
import { groupCommit } from './group.ts';
import type { Envelope } from './seal.ts';
import { entryOf, type Link, START } from './walk.ts';

export interface Log {
  read(): Ledger;
  append(entry: Entry): Promise<'appended' | 'stale'>;
  /** An entry as the text that it was hashed as elsewhere. */
  adopt(link: Pick<Link, 'seq' | 'text'>): Promise<'appended' | 'stale'>;
  durable(seq: number): Promise<void>;
  flushed(): Flushed;
  /** Says whether all that was appended is on the disk. */
  close(): Promise<boolean>;
}

/** The log from `start` on, in a file that was opened for appending. */
export const openLog = (
  file: LogFile,
  envelope: Envelope,
  start: Flushed,
  onCommit: (now: Flushed) => void,
): Log => {
  let head = start.ledger;
  let flushed = start;
  const group = groupCommit<Waiting>(async (batch) => {
    flushed = await commitBatch(file, envelope, flushed, batch);
    for (const { ledger } of batch) pending.delete(ledger.seq);
    onCommit(flushed);
  });
  const pending = new Map<number, Promise<void>>();

  // There is no await before `add`: of two entries decided on one ledger only one may pass.
  const put = async (entry: Entry, text: string): Promise<'appended' | 'stale'> => {
    head = apply(head, entry);
    const done = group.add({ text, ledger: head });
    pending.set(entry.seq, done);
    await done;
    return 'appended';
  };

  return {
    flushed: () => flushed,
    read: () => {
      group.check();
      return head;
    },
    append: async (given) => {
      group.check();
      if (given.seq !== head.seq + 1) return 'stale';
      const entry = readable(given);
      return put(entry, canonical(entry));
    },
    adopt: async ({ seq, text }) => {
      group.check();
      return seq === head.seq + 1 ? put(entryOf({ ...START, seq, text }), text) : 'stale';
    },
    durable: async (seq) => {
      group.check();
      if (seq > head.seq) throw notYet(seq);
      await pending.get(seq);
    },
    close: async () => {
      const whole = await group.stop();
      await file.close().catch(() => undefined);
      return whole;
    },
  };
};
