import { z } from 'zod';
import { accept, defineCommand } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { sayNear } from '../../src/domain/day.ts';
import { REGISTERS } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { reportCard, sayYear } from './card.ts';
import { onReport } from './find.ts';

export const reportShow = defineCommand({
  name: 'report show',
  summary: 'Show how an annual report stands, or list them.',
  allow: REGISTERS,
  fields: z.object({ report: referenceField('Which annual report', 'AR').optional() }),
  decide: ({ report }, situation) => {
    if (report) return onReport(report, situation, (found) => accept(reportCard(found, situation)));
    const all = [...situation.ledger.records.keys()].flatMap((ref) => {
      const record = visibleRecord(situation, ref);
      return record?.is === 'annual-report' && !record.withdrawn ? [record] : [];
    });
    return accept(
      paged({
        title: counted(all.length, 'annual report'),
        empty: 'No annual report is planned. /report start plans one.',
        rows: all.map((one) => ({
          line: `${one.ref}, ${sayYear(one)}: ${one.published ? `published on ${sayNear(one.published.on, situation.today)}` : `to be published on ${sayNear(one.publish, situation.today)}`}`,
          about: [one.ref],
          duties: [],
        })),
        page: 1,
        next: { command: 'report show', fields: {} },
      }),
    );
  },
});
