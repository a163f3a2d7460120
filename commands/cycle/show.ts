import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { sayComing, sayEntry } from '../../src/app/cycle-words.ts';
import { number } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { yearAround } from '../../src/domain/annual-cycle.ts';
import { standingOf } from '../../src/domain/cycle/amendment.ts';
import { comingDays, entriesByTime, keyOfTime } from '../../src/domain/cycle/coming.ts';
import { entryDone } from '../../src/domain/cycle/entry.ts';
import { sayAmendment } from '../../src/domain/cycle/words.ts';
import { addDays, addMonths, type Day, sayMonth } from '../../src/domain/day.ts';
import { counted } from '../../src/domain/words.ts';

export const cycleShow = defineCommand({
  name: 'cycle show',
  summary:
    'Show what the annual cycle has: what of this business year is done or late, and the months to come.',
  allow: 'everyone',
  fields: z.object({
    months: number('For how many months', { least: 1, most: 36 }, { bare: true, fallback: '12' }),
    page: number('Page', { least: 1, most: 9999 }, { fallback: '1' }),
  }),
  decide: ({ months, page }, situation) => {
    const until = addDays(addMonths(situation.today, months), -1);
    const rows = [...opened(situation), ...coming(situation, until)].toSorted((a, b) =>
      a.due.localeCompare(b.due),
    );
    return accept(
      paged({
        title: `${counted(rows.length, 'thing')} in the annual cycle until ${sayMonth(until)}`,
        empty: `The arrangement has nothing in its annual cycle until ${sayMonth(until)}.`,
        rows: [...rows, ...proposed(situation)],
        page,
        next: { command: 'cycle show', fields: { months: String(months) } },
      }),
    );
  },
});

/** What is open or done of this business year, and what is still late of one before. */
const opened = (situation: Situation) => {
  const { from } = yearAround(situation.arrangement, situation.today);
  return [...situation.ledger.records.keys()].flatMap((ref) => {
    const record = ref.startsWith('CY-') ? visibleRecord(situation, ref) : undefined;
    if (record?.is !== 'cycle-entry') return [];
    const isLate = !record.dropped && !entryDone(record);
    return record.due >= from || isLate
      ? [{ due: record.due, line: sayEntry(record, situation), about: [ref], duties: [] }]
      : [];
  });
};

/** What has not begun. */
const coming = (situation: Situation, until: Day) => {
  const written = entriesByTime(situation.ledger);
  return comingDays(situation.ledger, situation.arrangement, situation.today, until)
    .filter((one) => !written.has(keyOfTime(one)))
    .map((one) => ({
      due: one.due,
      line: `${sayComing(one, situation)} [${one.line.id}]`,
      about: [],
      duties: [],
    }));
};

/** Changes that wait for the statutory partners. */
const proposed = (situation: Situation) =>
  [...situation.ledger.records.keys()].flatMap((ref) => {
    const record = ref.startsWith('CA-') ? visibleRecord(situation, ref) : undefined;
    return record?.is === 'amendment' && standingOf(record) === 'proposed'
      ? [{ line: `${ref}, proposed: ${sayAmendment(record)}`, about: [ref], duties: [] }]
      : [];
  });
