import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { sayComing, sayEntry } from '../../src/app/cycle-words.ts';
import { number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { comingDays, entriesByTime, keyOfTime } from '../../src/domain/cycle/coming.ts';
import { type CycleEntry, entryDone } from '../../src/domain/cycle/entry.ts';
import { addDays, addMonths, type Day, sayMonth, sayNear } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { counted } from '../../src/domain/words.ts';

export const cyclePreview = defineCommand({
  name: 'cycle preview',
  summary: 'What the next twelve months bring, in order: the annual cycle and the meetings.',
  allow: 'everyone',
  fields: z.object({ page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }) }),
  decide: ({ page }, situation) => {
    const until = addDays(addMonths(situation.today, 12), -1);
    const rows = [...writtenRows(situation, until), ...coming(situation, until)].toSorted((a, b) =>
      a.on.localeCompare(b.on),
    );
    return accept(
      paged({
        title: `${counted(rows.length, 'thing')} until ${sayMonth(until)}, in order`,
        empty: `Nothing is planned until ${sayMonth(until)}. Plan the meetings with /meeting plan.`,
        rows: rows.map((row) => ({ ...row, duties: [] })),
        page,
        next: { command: 'cycle preview', fields: {} },
      }),
    );
  },
});

interface Row {
  readonly on: Day;
  readonly line: string;
  readonly about: readonly Ref[];
}

/** The meetings that are scheduled, and what of the year is open. */
const writtenRows = (situation: Situation, until: Day): readonly Row[] =>
  [...situation.ledger.records.keys()].flatMap((ref): readonly Row[] => {
    const record = /^(CY|MT)-/.test(ref) ? visibleRecord(situation, ref) : undefined;
    if (record?.is === 'meeting') return meetingRow(record, until, situation);
    return record?.is === 'cycle-entry' ? entryRow(record, until, situation) : [];
  });

const meetingRow = (
  { ref, body, on, at, cancelled }: Meeting,
  until: Day,
  situation: Situation,
): readonly Row[] => {
  const { today } = situation;
  const line = `${ref}, ${bodyName(situation, body)} meets on ${sayNear(on, today)}${at ? ` at ${at}` : ''}`;
  return cancelled || on < today || on > until ? [] : [{ on, line, about: [ref] }];
};

const entryRow = (entry: CycleEntry, until: Day, situation: Situation): readonly Row[] =>
  entry.dropped || entryDone(entry) || entry.due > until
    ? []
    : [{ on: entry.due, line: sayEntry(entry, situation), about: [entry.ref] }];

const coming = (situation: Situation, until: Day): readonly Row[] => {
  const written = entriesByTime(situation.ledger);
  return comingDays(situation.ledger, situation.arrangement, situation.today, until)
    .filter((one) => !written.has(keyOfTime(one)))
    .map((one) => ({ on: one.due, line: sayComing(one, situation), about: [] }));
};
