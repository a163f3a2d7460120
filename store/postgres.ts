import type { Entry } from '../src/domain/change.ts';
import { emptyLedger } from '../src/domain/ledger.ts';
import { GENESIS } from './chain.ts';
import type { OpenStore } from './embedded.ts';
import { vouching } from './mark.ts';
import { drawnAs, type Point, pointIn } from './picture.ts';
import { LEASE_MS, openClaims } from './postgres/claims.ts';
import { RESTS } from './postgres/insert.ts';
import { openSharedJournal } from './postgres/journal.ts';
import { type Hand, linkOf, shown } from './postgres/link.ts';
import { type SharedLog, sharedLog } from './postgres/log.ts';
import { type Place, placeOf, poolOf } from './postgres/place.ts';
import { type Database, openDatabase } from './postgres/pool.ts';
import { prepare, type Seat } from './postgres/prepare.ts';
import type { Ration } from './postgres/ration.ts';
import { rowsAfter } from './postgres/rows.ts';
import { redrawing } from './redraw.ts';
import { envelope, parseKey } from './seal.ts';
import { entryOf, type Link, START } from './walk.ts';

export interface InPostgres {
  /** postgres://USER:PASSWORD@HOST:PORT/DATABASE */
  readonly address: string;
  /** HEED_KEY: with it everything that is written is sealed. */
  readonly key?: string | undefined;
  /** Which partnership's, where whoever comes in may have several. */
  readonly partnership?: string | undefined;
  /** Where others in this process have their connections from the same. */
  readonly ration?: Ration | undefined;
  /** Whether only a user is taken who can do no more than see one partnership. */
  readonly isApart?: boolean | undefined;
  /** Told of what other processes have written. */
  readonly onOthers?: ((entries: readonly Entry[]) => void) | undefined;
  readonly leaseMs?: number;
  /** Between the tries of what may have been written, in milliseconds. */
  readonly rests?: readonly number[];
  /** The clock of leases, where time is not the machine's. */
  readonly now?: (() => string) | undefined;
}

/** A database that several processes may share: the rows are the truth, and the picture makes opening quick. */
export const openPostgres = async (given: InPostgres): Promise<OpenStore> => {
  const key = given.key === undefined ? undefined : parseKey(given.key);
  const place = placeOf(given.address);
  const seat = await seatIn(place, given);
  const limits = { most: poolOf(given.address), ration: given.ration };
  const db = openDatabase(place, seat.role, limits);
  try {
    return await openSeated(db, key, given, [...place.notes, ...seat.notes]);
  } catch (problem) {
    await db.close();
    throw problem;
  }
};

/** Preparing takes a connection too, and gives it back. */
const seatIn = async (
  place: Place,
  { partnership, isApart, ration }: InPostgres,
): Promise<Seat> => {
  const giveBack = await ration?.take();
  try {
    return await prepare(place, { partnership, isApart });
  } finally {
    giveBack?.();
  }
};

const openSeated = async (
  db: Database,
  key: Buffer | undefined,
  { onOthers = () => undefined, leaseMs = LEASE_MS, rests = RESTS, now }: InPostgres,
  notes: string[],
): Promise<OpenStore> => {
  const hand: Hand = { envelope: envelope('log', key, 'database'), key };
  const picture = pictureIn(db, hand);
  const drawn = await picture.read();
  const redraw = redrawing(picture, drawn?.ledger.seq ?? 0, notes);
  let isOpening = true;
  const log = sharedLog({
    db,
    hand,
    start: drawn ?? NOTHING,
    rests,
    onOthers: (entries) => {
      if (!isOpening) onOthers(entries);
    },
    onCommit: redraw.consider,
  });
  await log.read();
  isOpening = false;
  const claims = openClaims({ db, leaseMs, now });
  return {
    ...asStore(db, log, hand),
    claim: claims.claim,
    notes,
    journal: (name, item) => openSharedJournal({ db, key, name, item }),
    close: once(async () => {
      await log.idle();
      await redraw.finish(log.known());
      await claims.close();
      await db.close();
    }),
  };
};

const NOTHING: Point = { ledger: emptyLedger, hash: GENESIS };

const asStore = (
  db: Database,
  { read, append, adopt, durable }: SharedLog,
  hand: Hand,
): Omit<OpenStore, 'close' | 'notes' | 'journal'> => ({
  read,
  append,
  adopt,
  links: () => chainOf(db, hand),
  durable,
  async *entries(after = 0) {
    for await (const row of rowsAfter(db, after))
      yield entryOf({ ...START, seq: row.seq, text: hand.envelope.unwrap(row.body) });
  },
  async *chain() {
    for await (const link of chainOf(db, hand)) yield { entry: entryOf(link), hash: link.hash };
  },
});

/** Every link, each vouched for by those before it. Throws Damaged. */
async function* chainOf(db: Database, hand: Hand): AsyncGenerator<Link> {
  let last = START;
  const marks = vouching();
  for await (const row of rowsAfter(db, 0)) {
    last = linkOf(row, last, hand);
    marks.take(last);
    yield last;
  }
  marks.end();
}

const DRAW = `
  insert into heed.pictures (seq, body) values ($1, $2)
  on conflict (partnership) do update set seq = excluded.seq, body = excluded.body
  where pictures.seq < excluded.seq`;

/** Only ever a copy: one that cannot be used, or that the rows deny, is drawn again. */
const pictureIn = (db: Database, hand: Hand) => {
  const { wrap, unwrap } = envelope('picture', hand.key);
  return {
    read: async (): Promise<Point | undefined> => {
      const [row] = await db.ask<{ body: string }>('select body from heed.pictures');
      const point = row && pointIn(row.body, unwrap);
      if (!point) return undefined;
      const [entry] = await db.ask<{ link: string }>(
        'select link from heed.entries where seq = $1',
        [point.ledger.seq],
      );
      return entry?.link === shown(point.hash, hand) ? point : undefined;
    },
    draw: async (point: Point): Promise<void> => {
      await db.ask(DRAW, [point.ledger.seq, drawnAs(point, wrap)]);
    },
  };
};

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
};
