import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { londonDay, londonTime } from '../../src/domain/day.ts';
import type { Happening } from '../../src/rehearsal/play.ts';
import { memoryStore } from '../../store/memory.ts';
import { NEXT } from '../support/next.ts';
import { rehearse } from '../support/rehearse.ts';

/**
 * Each .txt beside this file is a rehearsal. Its lines `#> day time kind @who: first line` are all
 * that anybody is told, in order: a message that is missing, late or that nobody expects fails it.
 * `name.1.txt` and `name.2.txt` are played one after the other over one store.
 */
const here = import.meta.dirname;
const files = readdirSync(here)
  .filter((file) => file.endsWith('.txt'))
  .sort();
const scenarios = Map.groupBy(files, (file) => file.replace(/(\.\d)?\.txt$/, ''));

const sayHappening = ({ at, kind, who, message }: Happening): string =>
  `${londonDay(at)} ${londonTime(at)} ${kind} @${who}: ${asText(message).split('\n')[0]}`;

const expected = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('#> '))
    .map((line) => line.slice(3).trim());

test.each([...scenarios])('%s', async (_, parts) => {
  const store = memoryStore();
  for (const part of parts) {
    const text = readFileSync(join(here, part), 'utf8');
    const happened = await rehearse(text, { store });
    for (const { kind, message } of happened)
      if (kind === 'refusal') expect(asText(message)).toMatch(NEXT);
    const said = happened.filter(({ kind }) => kind !== 'asked').map(sayHappening);
    expect(said).toEqual(expected(text));
  }
});
