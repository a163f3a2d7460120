import { type Adapter, Low } from 'lowdb';
import { z } from 'zod';
import { Entry } from '../src/domain/change.ts';
import { emptyLedger, type Ledger } from '../src/domain/ledger.ts';
import { fromPicture, type Picture, toPicture } from '../src/domain/picture.ts';
import { canonical, GENESIS, sha256 } from './chain.ts';
import { readIfThere, replaceFile } from './files.ts';
import { frame, frameAt } from './frame.ts';
import { type Envelope, envelope } from './seal.ts';

/** A point of the log: the ledger up to there, and the hash of the last entry in it. */
export interface Point {
  readonly ledger: Ledger;
  readonly hash: string;
}

/** A picture as it is kept: drawn at entry `picture.seq`, whose hash it names. */
interface Drawn {
  readonly format: string;
  readonly hash: string;
  readonly picture: Picture;
}

export interface PictureFile {
  /** What the picture holds; undefined where there is none, or none that can be used. */
  readonly drawn: Point | undefined;
  /** There was a file, and it could not be used. */
  readonly spoilt: boolean;
  draw(point: Point): Promise<void>;
}

/** Raise it when `apply` comes to mean something else; a new shape is noticed without. */
const EDITION = 5;
const FORMAT = sha256(
  canonical([
    EDITION,
    Object.keys(toPicture(emptyLedger)),
    z.toJSONSchema(Entry, { unrepresentable: 'any' }),
  ]),
);

const NOTHING: Point = { ledger: emptyLedger, hash: GENESIS };

export const openPicture = async (path: string, key: Buffer | undefined): Promise<PictureFile> => {
  const bytes = await readIfThere(path);
  const db = new Low<Point>(adapter(path, bytes, envelope('picture', key)), NOTHING);
  await db.read();
  const drawn = db.data === NOTHING ? undefined : db.data;
  return {
    drawn,
    spoilt: bytes !== undefined && drawn === undefined,
    draw: (point) => {
      db.data = point;
      return db.write();
    },
  };
};

const adapter = (
  path: string,
  bytes: Buffer | undefined,
  { wrap, unwrap }: Envelope,
): Adapter<Point> => ({
  read: async () => (bytes ? (pointIn(frameAt(bytes, 0)?.payload ?? '', unwrap) ?? null) : null),
  write: (point) => replaceFile(path, frame(drawnAs(point, wrap))),
});

/** A point as the text that a picture is kept as. */
export const drawnAs = ({ ledger, hash }: Point, wrap: Envelope['wrap']): string => {
  const drawn: Drawn = { format: FORMAT, hash, picture: toPicture(ledger) };
  return wrap(JSON.stringify(drawn));
};

/** A picture is only ever a copy: whatever is wrong with it, the answer is to draw it again. */
export const pointIn = (payload: string, unwrap: Envelope['unwrap']): Point | undefined => {
  try {
    const drawn: Drawn = JSON.parse(unwrap(payload));
    return drawn.format === FORMAT
      ? { ledger: fromPicture(drawn.picture), hash: drawn.hash }
      : undefined;
  } catch {
    return undefined;
  }
};
