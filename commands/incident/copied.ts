import { defineCommand, refuse } from '../../src/app/command.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { datedFields, recordDate } from './dated.ts';
import { onLiveIncident } from './find.ts';

export const incidentCopied = defineCommand({
  name: 'incident copied',
  summary: 'Record that the business unit has its copy of the notification.',
  allow: KEEPERS,
  fields: datedFields('When did the business unit receive the copy?'),
  decide: ({ incident, on }, situation) =>
    onLiveIncident(incident, situation, ({ ref, dates }) =>
      dates.notified
        ? recordDate({ incident, on, date: 'copied', said: SAID }, situation)
        : refuse(
            `${ref} has no notification yet, so there is nothing to copy. Record it first: /incident notified ${ref} on=DAY.`,
          ),
    ),
});

const SAID = 'the notification was copied to the business unit';
