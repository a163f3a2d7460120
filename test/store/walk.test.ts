import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { writeBatch } from '../../store/batch.ts';
import { CannotOpen } from '../../store/cannot-open.ts';
import { canonical, chained, GENESIS } from '../../store/chain.ts';
import { frame } from '../../store/frame.ts';
import { envelope } from '../../store/seal.ts';
import { advance, entryOf, walk } from '../../store/walk.ts';
import { logged } from '../support/entries.ts';
import { bytesOf } from './log-file.ts';
import { stories } from './stories.ts';

const plain = envelope('log', undefined);
const sealed = envelope('log', Buffer.alloc(32, 7));
const ways = [
  ['plain', plain],
  ['sealed', sealed],
] as const;
const NEWLINE = 0x0a;
const three = [logged(1), logged(2), logged(3)];

/** The entries that a damaged log gives; 'refused' where it is not opened at all. */
const whatLoads = (bytes: Buffer, of = plain): readonly string[] | 'refused' => {
  try {
    return [...walk(bytes, of)].map(({ text }) => text);
  } catch (error) {
    if (error instanceof CannotOpen) return 'refused';
    throw error;
  }
};

describe.each(ways)('a %s log', (_how, wrapping) => {
  const logs = fc
    .tuple(stories, fc.integer({ min: 1, max: 4 }))
    .map(([entries, atATime]) => ({ entries, texts: entries.map(canonical), atATime }));

  it('gives back what was written in it, however it was batched', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async ({ entries, texts, atATime }) => {
        const links = [...walk(await bytesOf(entries, wrapping, atATime), wrapping)];
        expect(links.map(({ text }) => text)).toEqual(texts);
        expect(links.map(entryOf)).toEqual(entries);
        expect(links.at(-1)?.hash).toBe(texts.reduce(chained, GENESIS));
      }),
    );
  });

  it('opens to its first batches wherever it is cut off', async () => {
    const texts = three.map(canonical);
    const bytes = await bytesOf(three, wrapping, 1);
    const ends = [...walk(bytes, wrapping)].map(({ end }) => end);
    for (let length = 0; length <= bytes.length; length += 1) {
      const whole = ends.filter((end) => end <= length).length;
      expect(whatLoads(bytes.subarray(0, length), wrapping)).toEqual(texts.slice(0, whole));
    }
  });

  it('never loads a changed entry, whichever byte is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (log, place, flip) => {
          const bytes = await bytesOf(log.entries, wrapping, log.atATime);
          const last = bytes.lastIndexOf(NEWLINE, -2) + 1;
          const at = place % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          const loaded = whatLoads(bytes, wrapping);
          if (loaded !== 'refused') expect(loaded).toEqual(log.texts.slice(0, loaded.length));
          expect(loaded === 'refused').toBe(at < last || bytes[at] === NEWLINE);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('refuses a line that is missing, doubled, or out of its order', async () => {
    const lines = (await bytesOf(three, wrapping, 1)).toString().split('\n').slice(0, 3);
    const [a, b, c] = lines;
    for (const order of [
      [a, c],
      [b, c],
      [a, a, b, c],
      [b, a, c],
      [a, b, b],
    ]) {
      const bytes = Buffer.from(`${order.join('\n')}\n`);
      expect(whatLoads(bytes, wrapping)).toBe('refused');
    }
  });

  it('refuses more than one bad line at its end: no interrupted write leaves that', async () => {
    const bytes = await bytesOf(three, wrapping, 1);
    const [first = 0, second = 0] = [...walk(bytes, wrapping)].map(({ end }) => end);
    bytes.write('?', first + 70);
    bytes.write('?', second + 70);
    expect(() => [...walk(bytes, wrapping)]).toThrow('The log is damaged at entry 2');
  });

  it('finds whole entries behind a newline that was damaged', async () => {
    const bytes = await bytesOf(three, wrapping, 1);
    const [, second = 0] = [...walk(bytes, wrapping)].map(({ end }) => end);
    bytes.write('a', second - 1);
    expect(() => [...walk(bytes, wrapping)]).toThrow('The log is damaged at entry 2');
  });
});

describe('a log that was rewritten with good checksums', () => {
  const forged = (texts: readonly string[], hash: string): Buffer =>
    frame(writeBatch({ prev: GENESIS, texts, hash }));

  it('is refused where the hash is not that of the entries', () => {
    const hash = chained(GENESIS, canonical(logged(1)));
    const bytes = forged([canonical(logged(1, 'another'))], hash);
    expect(() => [...walk(bytes, plain)]).toThrow('it is not what was once written');
  });

  it('is refused where a payload is no batch', () => {
    expect(() => [...walk(frame('{"seq":1}'), plain)]).toThrow('it is in no form that Heed knows');
  });

  it.each([
    ['has another number', canonical(logged(2))],
    ['is no entry', '{"seq":1}'],
  ])('is refused where an entry %s', (_why, text) => {
    const [link] = walk(forged([text], chained(GENESIS, text)), plain);
    expect(() => link && entryOf(link)).toThrow('not an entry that this version of Heed can read');
  });

  it('is refused where an entry speaks of what was never logged', () => {
    const dated = { type: 'incident-dated', ref: 'SI-2026-9', date: 'told', on: '2026-01-06' };
    const text = canonical({ ...logged(1), changes: [dated] });
    const [link] = walk(forged([text], chained(GENESIS, text)), plain);
    expect(() => link && advance(emptyLedger, link)).toThrow('does not follow from the entries');
  });
});
