import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { fold } from '../../src/domain/picture.ts';
import { canonical, GENESIS } from '../../store/chain.ts';
import { frame, frameAt } from '../../store/frame.ts';
import { openStore } from '../../store/open.ts';
import type { PictureFile, Point } from '../../store/picture.ts';
import { redrawing } from '../../store/redraw.ts';
import { laterEntries, logged } from '../support/entries.ts';
import { newFolder } from './folder.ts';

const COUNT = 5;
const expected = canonical(fold(Array.from({ length: COUNT }, (_, index) => logged(index + 1))));

const filled = async (count = COUNT): Promise<string> => {
  const dir = await newFolder();
  const store = await openStore(dir);
  for (let seq = 1; seq <= count; seq += 1) await store.append(logged(seq));
  await store.close();
  return dir;
};

const pictureOf = (dir: string): string => join(dir, 'picture');

/** Changes what the picture says, under a checksum that is right again. */
const forge = async (dir: string, change: (text: string) => string): Promise<void> => {
  const { payload = '' } = frameAt(await readFile(pictureOf(dir)), 0) ?? {};
  await writeFile(pictureOf(dir), frame(change(payload)));
};

const flipByte = async (dir: string): Promise<void> => {
  const bytes = await readFile(pictureOf(dir));
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(pictureOf(dir), bytes);
};

const damages: readonly (readonly [string, (dir: string) => Promise<void>])[] = [
  ['is missing', (dir) => rm(pictureOf(dir))],
  ['is empty', (dir) => writeFile(pictureOf(dir), '')],
  ['is null', (dir) => writeFile(pictureOf(dir), frame('null'))],
  ['is no JSON', (dir) => writeFile(pictureOf(dir), frame('{'))],
  [
    'is torn',
    async (dir) => writeFile(pictureOf(dir), (await readFile(pictureOf(dir))).subarray(0, -9)),
  ],
  ['has a changed byte', flipByte],
  [
    'is of another format',
    (dir) => forge(dir, (text) => text.replace(/"format":"./, '"format":"x')),
  ],
  [
    'names another hash',
    (dir) => forge(dir, (text) => text.replace(/"hash":"[0-9a-f]{64}/, `"hash":"${GENESIS}`)),
  ],
  [
    'is ahead of the log',
    async (dir) => writeFile(pictureOf(dir), await readFile(pictureOf(await filled(9)))),
  ],
  ['is of another log', async (dir) => writeFile(pictureOf(dir), await otherPicture())],
];

const otherPicture = async (): Promise<Buffer> => {
  const dir = await newFolder();
  const store = await openStore(dir);
  await store.append(logged(1, 'another'));
  await store.close();
  return readFile(pictureOf(dir));
};

describe('a picture', () => {
  it.each(damages)('that %s is drawn again from the log', async (_how, damage) => {
    const dir = await filled();
    const good = await readFile(pictureOf(dir));
    await damage(dir);
    const store = await openStore(dir);
    expect(canonical(await store.read())).toBe(expected);
    await store.close();
    expect(await readFile(pictureOf(dir))).toEqual(good);
  });

  it('is believed where the log bears it out, so that opening need not fold the log', async () => {
    const dir = await filled();
    await forge(dir, (text) => text.replace('"codes":5', '"codes":6'));
    const store = await openStore(dir);
    expect((await store.read()).codes).toBe(6);
    await store.close();
  });

  it('is caught up with what was written after it', async () => {
    const dir = await filled(2);
    const old = await readFile(pictureOf(dir));
    const store = await openStore(dir);
    for (let seq = 3; seq <= COUNT; seq += 1) await store.append(logged(seq));
    await store.close();
    await writeFile(pictureOf(dir), old);
    const again = await openStore(dir);
    expect(canonical(await again.read())).toBe(expected);
    expect(again.notes).toEqual([]);
    await again.close();
  });

  it('that holds more than the log is kept aside: it may be all that is left', async () => {
    const dir = await filled();
    const ahead = await readFile(pictureOf(await filled(9)));
    await writeFile(pictureOf(dir), ahead);
    const store = await openStore(dir);
    expect(store.notes.join()).toContain('The picture holds 9 entries and the log only 5');
    expect(await readFile(join(dir, 'picture.set-aside-9'))).toEqual(ahead);
    await store.close();
  });

  it('leaves no draft behind', async () => {
    expect(await readdir(await filled())).toEqual(['entries.chain', 'picture']);
  });
});

/** Counts what is drawn, in entries, instead of drawing it. */
const counting = () => {
  const drawn: number[] = [];
  const picture: PictureFile = {
    drawn: undefined,
    spoilt: false,
    draw: async ({ ledger }) => {
      drawn.push(ledger.seq);
    },
  };
  return { drawn, picture };
};

const pointAt = (seq: number): Point => ({ ledger: { ...emptyLedger, seq }, hash: GENESIS });

it('a picture of another log does not make a good log look damaged', async () => {
  const dir = await newFolder();
  const store = await openStore(dir);
  await store.append(logged(1));
  for (const [index, later] of laterEntries.entries()) await store.append(later(index + 2, ''));
  const before = canonical(await store.read());
  await store.close();

  const other = await newFolder();
  const unlike = await openStore(other);
  await unlike.append({ ...logged(1), changes: [], queued: [] });
  await unlike.close();
  await writeFile(pictureOf(dir), await readFile(pictureOf(other)));

  const again = await openStore(dir);
  expect(canonical(await again.read())).toBe(before);
  expect(again.notes.join()).toContain('The picture is not of this log');
  await again.close();
});

describe('drawing again', () => {
  it('happens when as much has been written as is drawn, and never under a thousand', async () => {
    const { drawn, picture } = counting();
    const redraw = redrawing(picture, 0, []);
    for (let seq = 1; seq <= 20_000; seq += 1) {
      redraw.consider(pointAt(seq));
      await redraw.idle();
    }
    expect(drawn).toEqual([1001, 2003, 4007, 8015, 16031]);
  });

  it('happens at the end only if there is anything new', async () => {
    const { drawn, picture } = counting();
    const redraw = redrawing(picture, 7, []);
    await redraw.finish(pointAt(7));
    await redraw.finish(pointAt(8));
    expect(drawn).toEqual([8]);
  });

  it('that fails is noted, and leaves the store as it is', async () => {
    const notes: string[] = [];
    const draw = async () => {
      throw Object.assign(new Error(), { code: 'ENOSPC' });
    };
    await redrawing({ ...counting().picture, draw }, 0, notes).finish(pointAt(1));
    expect(notes).toEqual([
      'The picture could not be written (ENOSPC): the next start will be slower.',
    ]);
  });
});
