import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { instant } from '../../src/domain/day.ts';
import { goesWith, namedBy } from '../../src/domain/keeping/goes-with.ts';
import { holdOver } from '../../src/domain/keeping/hold.ts';
import { textsIn } from '../../src/domain/keeping/mention.ts';
import { RECORDS_OF } from '../../src/domain/keeping/periods.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { fold } from '../../src/domain/picture.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { canonical } from '../../store/chain.ts';
import { memoryOpened } from '../../store/memory.ts';
import { planPurge } from '../../store/purge-plan.ts';
import { type Link, START } from '../../store/walk.ts';
import { rehearse } from '../support/rehearse.ts';
import { decided } from './purge-stories.ts';

const SCENARIOS = join(import.meta.dirname, '../scenarios');
const names = (await readdir(SCENARIOS)).filter((name) => /^[^.]+\.txt$/.test(name));

/** The log that a scenario leaves. */
const linksOf = async (name: string): Promise<readonly Link[]> => {
  const store = memoryOpened();
  await rehearse(await readFile(join(SCENARIOS, name), 'utf8'), { store });
  const links: Link[] = [];
  for await (const link of store.links()) links.push({ ...START, ...link });
  return links;
};

const LATER = instant('2060-01-01T00:00:00.000Z');

/** As long as a sentence, so that nothing else says it by chance. */
const ofItself = (value: unknown): readonly string[] =>
  [...textsIn(value)].filter((text) => text.length > 16 && /\s/.test(text));

const entriesOf = async (links: readonly Link[]) => {
  const store = memoryOpened();
  for (const link of links) await store.adopt(link);
  return Array.fromAsync(store.entries());
};

type Purged = NonNullable<Awaited<ReturnType<typeof purgeOne>>>;

const purgeOne = async (links: readonly Link[], ref: Ref) => {
  const entries = await entriesOf(links);
  const ledger = fold(entries);
  if (namedBy(ledger, goesWith(ledger, ref))) return undefined;
  const store = memoryOpened();
  for (const entry of [...entries, decided(entries, ref)]) await store.append(entry);
  const all: Link[] = [];
  for await (const link of store.links()) all.push({ ...START, ...link });
  return { ledger, all, plan: planPurge(all, LATER) };
};

/** What a scenario leaves of a record that is purged: nothing, and of all others what there was. */
const expectGone = ({ ledger, all, plan }: Purged, ref: Ref): void => {
  const { refs = [], marks, after } = plan ?? {};
  expect(refs).toContain(ref);
  const stays = ledger.records.deleteAll(refs);
  expect(canonical(after?.ledger.records)).toBe(canonical(stays));
  const left = all.map(({ seq, text }) => marks?.get(seq) ?? text).join('\n');
  const others = JSON.stringify(stays);
  for (const text of ofItself(refs.map((one) => ledger.records.get(one))))
    if (!others.includes(JSON.stringify(text))) expect(left).not.toContain(JSON.stringify(text));
};

const purgeable = ({ records }: Ledger): readonly Ref[] =>
  [...records.values()].flatMap(({ ref, is }) => (RECORDS_OF[is] ? [ref] : []));

describe('every record that a scenario leaves', () => {
  it.each(names)('can be purged, and all the others stay as they were: %s', async (name) => {
    const links = await linksOf(name);
    for (const ref of purgeable(fold(await entriesOf(links)))) {
      const purged = await purgeOne(links, ref);
      if (!purged) continue;
      if (holdOver(purged.ledger, ref)) expect(purged.plan).toBeUndefined();
      else expectGone(purged, ref);
    }
  });
});
