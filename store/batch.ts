/** Entries that were written together, between the hash they continue and the one they end on. */
export interface Batch {
  readonly prev: string;
  /** The canonical text of each entry. */
  readonly texts: readonly string[];
  readonly hash: string;
}

// JSON allows a tab between two values and never inside one, so the very texts that were hashed
// can be cut out again unparsed: walking the chain costs a hash an entry and nothing else.
const BETWEEN = ',\t';
const SHAPE = /^\{"prev":"([0-9a-f]{64})","entries":\[(.+)\],"hash":"([0-9a-f]{64})"\}$/s;

export const writeBatch = ({ prev, texts, hash }: Batch): string =>
  `{"prev":"${prev}","entries":[${texts.join(BETWEEN)}],"hash":"${hash}"}`;

export const readBatch = (payload: string): Batch | undefined => {
  const [, prev, texts, hash] = SHAPE.exec(payload) ?? [];
  if (prev === undefined || texts === undefined || hash === undefined) return undefined;
  return { prev, texts: texts.split(BETWEEN), hash };
};
