import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { transcript } from '../src/rehearsal/transcript.ts';
import { rehearse } from './support/rehearse.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

test('the example in the README is what Heed really prints', async () => {
  const shown = /<!-- rehearsal: (\S+) -->\n```\n([\s\S]*?)\n```/.exec(read('README.md'));
  const happened = await rehearse(read(shown?.[1] ?? ''));
  expect(shown?.[2]).toBe(happened.map(transcript()).join('').trim());
});

test('and the script it shows is the one that was played', () => {
  expect(read('README.md')).toContain(read('docs/easter.txt').trim());
});
