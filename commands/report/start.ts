import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, number } from '../../src/app/field.ts';
import { yearAround } from '../../src/domain/annual-cycle.ts';
import { addDays, addMonths, type Day, sayNear } from '../../src/domain/day.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import type { AnnualReport } from '../../src/domain/report/report.ts';
import { sayYear } from './card.ts';
import { writtenOn } from './find.ts';

export const reportStart = defineCommand({
  name: 'report start',
  summary: 'Plan an annual report back from the day of its publication.',
  allow: ['business-unit'],
  fields: z.object({
    publish: dayField('On which day is it to be published'),
    year: number('The year in which the business year began that it is about', {
      least: 2000,
      most: 2100,
    }).optional(),
  }),
  decide: ({ publish, year }, situation) => {
    const { today } = situation;
    if (publish <= today)
      return refuse(`${sayNear(publish, today)} is not a day to come. Check the day.`);
    const report = begun(aboutOf(year, situation), publish, situation);
    const wrong = whyNot(report, situation);
    if (wrong) return refuse(wrong);
    return writtenOn(
      report.ref,
      [{ type: 'report-started', report }],
      `${report.ref}: the annual report on ${sayYear(report)}, to be published on ${sayNear(publish, today)}`,
      situation,
    );
  },
});

/** The business year that has ended, where nobody says which. */
const aboutOf = (
  year: number | undefined,
  { arrangement, today }: Situation,
): AnnualReport['about'] => {
  const { from } = yearAround(arrangement, today);
  const begins = year === undefined ? addMonths(from, -12) : (`${year}${from.slice(4)}` as Day);
  return { from: begins, until: addDays(addMonths(begins, 12), -1) };
};

const begun = (
  about: AnnualReport['about'],
  publish: Day,
  { arrangement: { report }, ledger, today, now, actor }: Situation,
): AnnualReport => ({
  is: 'annual-report',
  ref: nextReference(ledger, 'AR', today),
  about,
  publish,
  started: { on: today, at: now, by: actor.id },
  ...report,
  ticks: { contents: {}, input: {}, 'sign-off': {}, presented: {}, sent: {} },
  moves: [],
});

const whyNot = (report: AnnualReport, { ledger }: Situation): string | undefined => {
  if (report.about.until >= report.publish)
    return `${sayYear(report)} is not over by then. Give the year it is about with year=, or a later day.`;
  const other = [...ledger.records.values()].find(
    (record) =>
      record.is === 'annual-report' && !record.withdrawn && record.about.from === report.about.from,
  );
  return other
    ? `${other.ref} is the report on ${sayYear(report)} already. Move its day with /report move ${other.ref} to=DAY.`
    : undefined;
};
