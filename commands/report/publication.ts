import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText, words } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import { type AnnualReport, missingOf } from '../../src/domain/report/report.ts';
import { listed } from '../../src/domain/words.ts';
import { on } from '../review/fields.ts';
import { notOn } from '../review/written.ts';
import { onOpenReport, report, writtenOn } from './find.ts';
import { ticked } from './ticked.ts';
import { sayPart } from './words.ts';

export const reportPresented = defineCommand({
  name: 'report presented',
  summary: 'Record that the annual report was presented to a board outside the partnership.',
  allow: ['business-unit', 'chair'],
  fields: z.object({
    report,
    for: words('To which board or committee, as /report show has them'),
    on,
  }),
  decide: ({ report: ref, for: board, on }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const title = `${ref}: the presentation is recorded`;
      return ticked(found, { step: 'presented', parts: board, on, title }, situation);
    }),
});

export const reportPublished = defineCommand({
  name: 'report published',
  summary: 'Record the publication of the annual report: its five recipients have it in 7 days.',
  allow: ['business-unit'],
  fields: z.object({
    report,
    on,
    url: words('At which address').optional(),
    anyway: freeText('Why, where not everybody has signed it off', { most: 300 }).optional(),
  }),
  decide: ({ report: ref, on: day, url, anyway }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const unsigned = missingOf(found, 'sign-off');
      const wrong =
        whyNotPublished(found, situation) ??
        notOn(day, 'Its publication', situation) ??
        (anyway ? undefined : whyUnsigned(found, unsigned, situation));
      if (wrong) return refuse(wrong);
      const change = {
        type: 'report-published',
        ref,
        on: day,
        ...(url ? { url } : {}),
        ...(anyway && unsigned.length > 0 ? { anyway } : {}),
      } as const;
      const title = `${ref} is published: its five recipients have it within 7 calendar days`;
      return writtenOn(ref, [change], title, situation);
    }),
});

const whyNotPublished = (
  { ref, published }: AnnualReport,
  { today }: Situation,
): string | undefined =>
  published &&
  `${ref} was published on ${sayNear(published.on, today)} already. Nothing more is needed.`;

const whyUnsigned = (
  report: AnnualReport,
  unsigned: readonly string[],
  situation: Situation,
): string | undefined =>
  unsigned.length > 0
    ? `${report.ref} is not signed off by ${listed(unsigned.map((one) => sayPart(report, 'sign-off', one, situation)))}. Record it with /report sign-off, or say why it was published all the same with anyway="…".`
    : undefined;

export const reportSent = defineCommand({
  name: 'report sent',
  summary: 'Record to whom the published annual report was sent, each with its day.',
  allow: ['business-unit'],
  fields: z.object({
    report,
    to: words('To whom: panel, ofsted, dfe, secretary-of-state, what-works-centre; or all'),
    on,
  }),
  decide: ({ report: ref, to, on: day }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const { published } = found;
      if (!published)
        return refuse(
          `${ref} is not published yet, so there is nothing to send. Record it with /report published ${ref}.`,
        );
      const wrong = notOn(day, 'It', situation, { day: published.on, what: 'its publication' });
      if (wrong) return refuse(wrong);
      const title = `${ref}: what was sent is recorded`;
      return ticked(found, { step: 'sent', parts: to, on: day, title }, situation);
    }),
});

export const reportMove = defineCommand({
  name: 'report move',
  summary: 'Give an annual report another day of publication: every step before it moves.',
  allow: ['business-unit'],
  fields: z.object({
    report,
    to: dayField('To which day'),
    reason: freeText('Why?', { most: 300 }),
  }),
  decide: ({ report: ref, to, reason }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const { today } = situation;
      if (found.published)
        return refuse(
          `${ref} is published, so its day stays. Record what was sent with /report sent ${ref}.`,
        );
      if (to <= today || to === found.publish)
        return refuse(`${sayNear(to, today)} is not another day to come. Check the day.`);
      if (to <= found.about.until)
        return refuse(
          `The year it is about is not over by ${sayNear(to, today)}. Give a later day.`,
        );
      const change = { type: 'report-moved', ref, to, reason } as const;
      return writtenOn(
        ref,
        [change],
        `${ref} is now to be published on ${sayNear(to, today)}`,
        situation,
      );
    }),
});

export const reportWithdraw = defineCommand({
  name: 'report withdraw',
  summary: 'Give an annual report up that was planned by mistake; nothing of it is owed any more.',
  allow: ['business-unit'],
  fields: z.object({ report, reason: freeText('Why?', { most: 300 }) }),
  decide: ({ report: ref, reason }, situation) =>
    onOpenReport(ref, situation, ({ published }) =>
      published
        ? refuse(`${ref} is published, so it stays. Record what was sent with /report sent ${ref}.`)
        : writtenOn(
            ref,
            [{ type: 'report-withdrawn', ref, reason }],
            `${ref} is given up`,
            situation,
          ),
    ),
});
