import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { agenciesField, choice, dayField, referenceField, yesNo } from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { KINDS, type RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { counted } from '../../src/domain/words.ts';
import { onLiveIncident } from '../incident/find.ts';
import { on, RUNNERS } from './fields.ts';
import { whyNotStart } from './may-start.ts';
import { scopingOf } from './scoping.ts';
import { writtenOn } from './written.ts';

const fields = z.object({
  incident: referenceField('Which incident', 'SI'),
  kind: choice('Which kind of review', KINDS, { fallback: 'statutory' }),
  agencies: agenciesField('Which agencies take part').optional(),
  panel: dayField('When does its panel meet?').optional(),
  ask: yesNo('Ask these agencies for their information today', { fallback: 'yes' }),
  due: dayField("When is our part, or the agency's learning, expected?").optional(),
  on,
});
type Fields = z.infer<typeof fields>;

export const reviewStart = defineCommand({
  name: 'review start',
  summary: 'Start the review of an incident, and the clocks of its timetable.',
  allow: RUNNERS,
  fields,
  decide: (values, situation) =>
    onLiveIncident(values.incident, situation, (incident) => {
      const wrong = whyNotStart(values, incident, situation);
      if (wrong) return refuse(wrong);
      const opened = openReview(values, incident, situation);
      const request = values.ask ? scopingOf(opened, situation) : undefined;
      const review = request ? { ...opened, scoping: request.ref } : opened;
      const asked = request
        ? [
            `${request.ref} asks ${counted(opened.agencies.length, 'agency', 'agencies')} for their information by ${sayNear(request.due, situation.today)}. It goes to them in ten minutes.`,
          ]
        : [];
      return writtenOn(
        review.ref,
        [
          { type: 'review-started', review },
          ...(request ? [{ type: 'request-opened', request } as const] : []),
        ],
        `${review.ref} is started, for ${incident.ref}`,
        situation,
        asked,
      );
    }),
});

const openReview = (values: Fields, incident: Incident, situation: Situation): RapidReview => {
  const { ledger, arrangement, now, actor, today } = situation;
  const { timetable } = arrangement;
  return {
    is: 'rapid-review',
    ref: nextReference(ledger, 'RR', today),
    kind: values.kind,
    incident: incident.ref,
    children: incident.children,
    timetable: timetable.name,
    started: { on: values.on, at: now, by: actor.id },
    agencies: values.agencies ?? [],
    owners: [...new Set(timetable.steps.map(({ owner }) => owner))],
    panelOn: values.panel,
    expected: values.due,
    record: {},
    steps: {},
    decisions: [],
    sent: {},
    replied: {},
    familyInformed: {},
    media: [],
    ...(incident.embargo ? { embargo: incident.embargo } : {}),
  };
};
