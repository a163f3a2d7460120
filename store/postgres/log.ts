import { randomUUID } from 'node:crypto';
import { StoreAway } from '../../src/app/ports.ts';
import { apply } from '../../src/domain/apply.ts';
import type { Entry } from '../../src/domain/change.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { canonical } from '../chain.ts';
import { notYet, readable } from '../entry.ts';
import type { Point } from '../picture.ts';
import { advance, entryOf, type Link, START } from '../walk.ts';
import { insertRows } from './insert.ts';
import { type Hand, linkOf, rowOf, shown } from './link.ts';
import type { Database } from './pool.ts';
import { newsAfter } from './rows.ts';
import { inTurns } from './turns.ts';

export interface SharedLog {
  /** The ledger as the database has it, whoever wrote. */
  readonly read: () => Promise<Ledger>;
  readonly append: (entry: Entry) => Promise<'appended' | 'stale'>;
  /** An entry as the text that it was hashed as elsewhere. */
  readonly adopt: (link: Pick<Link, 'seq' | 'text'>) => Promise<'appended' | 'stale'>;
  readonly durable: (seq: number) => Promise<void>;
  /** As far as this process has read. */
  readonly known: () => Point;
  readonly idle: () => Promise<void>;
}

interface Asked {
  /** Nothing where it is only read. */
  readonly entry?: Entry;
  /** As what it is hashed. */
  readonly text?: string;
  is: 'appended' | 'stale';
}

interface Parts {
  readonly db: Database;
  readonly hand: Hand;
  readonly start: Point;
  /** Between the tries of what may have been written, in milliseconds. */
  readonly rests: readonly number[];
  /** Told of what others have written, and of how far the log goes now. */
  readonly onOthers: (entries: readonly Entry[]) => void;
  readonly onCommit: (point: Point) => void;
}

/**
 * The log in a database that others write too. Whoever reads has all that was written before they
 * asked; of those who decided on the same ledger one wins, wherever they are.
 */
export const sharedLog = (parts: Parts): SharedLog => {
  const head = headOf(parts);
  const turns = inTurns<Asked>(async (asked) => {
    await head.write(asked);
    if (asked.some(({ entry }) => entry === undefined)) await head.catchUp().catch(clear);
  });
  const put = async (entry: Entry, text = canonical(entry)): Promise<Asked['is']> => {
    const asked: Asked = { entry, text, is: 'stale' };
    await turns.take(asked);
    return asked.is;
  };
  const look = (): Promise<void> => turns.take({ is: 'stale' });
  return {
    read: async () => {
      await look();
      return head.now().ledger;
    },
    append: async (given) => put(readable(given)),
    adopt: async ({ seq, text }) => put(entryOf({ ...START, seq, text }), text),
    durable: async (seq) => {
      if (seq > head.now().ledger.seq) await look();
      if (seq > head.now().ledger.seq) throw notYet(seq);
    },
    known: head.now,
    idle: turns.idle,
  };
};

/** As far as this process has read, moved on by what is written here and elsewhere. */
const headOf = ({ db, hand, start, rests, onOthers, onCommit }: Parts) => {
  let head = start;
  const linkHere = () => ({ seq: head.ledger.seq, link: shown(head.hash, hand) });

  const catchUp = async (): Promise<void> => {
    const others: Entry[] = [];
    for await (const row of newsAfter(db, linkHere())) {
      const link = linkOf(row, { seq: head.ledger.seq, hash: head.hash }, hand);
      head = { ledger: advance(head.ledger, link), hash: link.hash };
      others.push(entryOf(link));
    }
    if (others.length === 0) return;
    onCommit(head);
    onOthers(others);
  };

  const write = async (asked: readonly Asked[]): Promise<void> => {
    const batch = lineUp(head, asked, hand);
    const last = batch.at(-1);
    if (!last) return;
    const rows = batch.map(({ row }) => row);
    const is = await insertRows(db, randomUUID(), rows, linkHere(), rests);
    for (const { asked } of batch) asked.is = is;
    if (is === 'stale') return catchUp();
    head = last.after;
    onCommit(head);
  };

  return { now: () => head, catchUp, write };
};

/** Whoever only looked has written nothing that could be unclear. */
const clear = (problem: unknown): never => {
  throw problem instanceof StoreAway ? new StoreAway(problem.message, { cause: problem }) : problem;
};

interface Lined {
  readonly asked: Asked;
  readonly row: ReturnType<typeof rowOf>;
  readonly after: Point;
}

/** Those whose turn it is, one upon another; the others decided on what is no more. */
const lineUp = (head: Point, asked: readonly Asked[], hand: Hand): readonly Lined[] => {
  let { ledger, hash } = head;
  return asked.flatMap((one) => {
    if (one.text === undefined || one.entry?.seq !== ledger.seq + 1) return [];
    const row = rowOf(one.entry.seq, one.text, hash, hand);
    ledger = apply(ledger, one.entry);
    hash = row.hash;
    return [{ asked: one, row, after: { ledger, hash } }];
  });
};
