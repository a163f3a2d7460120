import { z } from 'zod';
import { source } from '../../src/app/coming-of.ts';
import { defineCommand } from '../../src/app/command.ts';
import { agenciesField, dayField, freeText, referenceField } from '../../src/app/field.ts';
import { recordAtMeeting } from './at-meeting.ts';
import { recordBetween } from './between.ts';
import { RECORDERS } from './may.ts';

const votes = (title: string) => agenciesField(title).optional();

const fields = z.object({
  what: freeText('What was decided'),
  meeting: referenceField('At which meeting? Leave it out for one between meetings', 'MT', {
    bare: false,
  }).optional(),
  consulted: agenciesField('Between meetings: which statutory partners were consulted').optional(),
  'consulted-on': dayField('On which day were they consulted, if not the same').optional(),
  for: votes('By vote: which statutory partners were for it'),
  against: votes('By vote: which were against it'),
  abstained: votes('By vote: which abstained'),
  on: dayField('On which day, if not today or at the meeting').optional(),
  source,
});
export type Recorded = z.infer<typeof fields>;

export const decisionRecord = defineCommand({
  name: 'decision record',
  summary: 'Record a decision taken between meetings, or at one: by consensus, or by vote.',
  allow: RECORDERS,
  fields,
  decide: (asked, situation) =>
    asked.meeting === undefined
      ? recordBetween(asked, situation)
      : recordAtMeeting(asked, asked.meeting, situation),
});
