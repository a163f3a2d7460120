import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openJournal } from '../../store/journal.ts';
import { inFolder } from './folder.ts';

const item = z.object({ text: z.string() });
const KEY = 'a'.repeat(64);
const open = (dir: string, key?: string) =>
  openJournal({ path: join(dir, 'conversations'), key, item });
const texts = (journal: { all: () => readonly { readonly text: string }[] }) =>
  journal.all().map(({ text }) => text);

describe.each([
  ['plain', undefined],
  ['sealed', KEY],
])('a journal, %s', (_, key) => {
  it('keeps what was added, in order, over a restart', () =>
    inFolder(async (dir) => {
      const journal = await open(dir, key);
      await journal.add([{ text: 'one' }, { text: 'two' }]);
      await Promise.all([journal.add([{ text: 'three' }]), journal.add([{ text: 'four' }])]);
      await journal.close();
      expect(texts(await open(dir, key))).toEqual(['one', 'two', 'three', 'four']);
    }));

  it('cuts off what an interrupted write has left', () =>
    inFolder(async (dir) => {
      const journal = await open(dir, key);
      await journal.add([{ text: 'whole' }]);
      await journal.close();
      appendFileSync(join(dir, 'conversations'), 'half a li');
      const again = await open(dir, key);
      await again.add([{ text: 'after' }]);
      await again.close();
      expect(texts(await open(dir, key))).toEqual(['whole', 'after']);
    }));

  it('with damage that more follows is not opened, and nothing of it is cut off', () =>
    inFolder(async (dir) => {
      const journal = await open(dir, key);
      for (const text of ['one', 'two', 'three']) await journal.add([{ text }]);
      await journal.close();
      const path = join(dir, 'conversations');
      const bytes = readFileSync(path);
      const at = bytes.indexOf('\n') + 3;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      await expect(open(dir, key)).rejects.toThrow('restore the folder from a backup');
      expect(readFileSync(path)).toEqual(bytes);
    }));

  it('is for its owner alone', () =>
    inFolder(async (dir) => {
      await open(dir, key);
      expect(statSync(join(dir, 'conversations')).mode & 0o777).toBe(0o600);
    }));
});

describe('a sealed journal', () => {
  it('shows nothing of what is in it', () =>
    inFolder(async (dir) => {
      const journal = await open(dir, KEY);
      await journal.add([{ text: 'Child A' }]);
      expect(readFileSync(join(dir, 'conversations'), 'utf8')).not.toContain('Child');
    }));

  it('does not open with another key, or without one', () =>
    inFolder(async (dir) => {
      const journal = await open(dir, KEY);
      await journal.add([{ text: 'Child A' }]);
      await journal.close();
      await expect(open(dir, 'b'.repeat(64))).rejects.toThrow('sealed with another key');
      await expect(open(dir)).rejects.toThrow('set HEED_KEY');
    }));
});

it('takes nothing after it is closed', () =>
  inFolder(async (dir) => {
    const journal = await open(dir);
    await journal.close();
    await expect(journal.add([{ text: 'late' }])).rejects.toThrow('closed');
  }));
