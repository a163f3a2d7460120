import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import {
  agenciesField,
  choice,
  dayField,
  referenceField,
  reviewTypeField,
  yesNo,
} from '../../src/app/field.ts';
import { sayNear } from '../../src/domain/day.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { KINDS, type RapidReview, type ReviewKind } from '../../src/domain/reviews/rapid-review.ts';
import { startedTypes } from '../../src/domain/reviews/types.ts';
import { KIND } from '../../src/domain/reviews/words.ts';
import { counted } from '../../src/domain/words.ts';
import { onLiveIncident } from '../incident/find.ts';
import { on, RUNNERS } from './fields.ts';
import { whyNotStart } from './may-start.ts';
import { scopingOf } from './scoping.ts';
import { writtenOn } from './written.ts';

const fields = z.object({
  incident: referenceField('Which incident', 'SI'),
  kind: choice('Which kind of review; statutory, if no type says otherwise', KINDS).optional(),
  type: reviewTypeField('Which of the reviews that the partnership has').optional(),
  agencies: agenciesField('Which agencies take part').optional(),
  panel: dayField('When does its panel meet?').optional(),
  ask: yesNo('Ask these agencies for their information today', { fallback: 'yes' }),
  due: dayField("When is our part, or the agency's learning, expected?").optional(),
  on,
});
type Fields = z.infer<typeof fields> & { readonly kind: ReviewKind };

export const reviewStart = defineCommand({
  name: 'review start',
  summary: 'Start the review of an incident, and the clocks of its timetable.',
  allow: RUNNERS,
  fields,
  decide: (given, situation) =>
    onLiveIncident(given.incident, situation, (incident) => {
      const read = kindOf(given, situation);
      if ('wrong' in read) return refuse(read.wrong);
      const values = { ...given, ...read };
      const wrong = whyNotStart(values, incident, situation);
      if (wrong) return refuse(wrong);
      const opened = openReview(values, incident, situation);
      const request = values.ask ? scopingOf(opened, situation) : undefined;
      const review = request ? { ...opened, scoping: request.ref } : opened;
      return writtenOn(
        review.ref,
        [
          { type: 'review-started', review },
          ...(request ? [{ type: 'request-opened', request } as const] : []),
        ],
        `${review.ref} is started, for ${incident.ref}`,
        situation,
        sayAsked(request, situation),
      );
    }),
});

const sayAsked = (
  request: InformationRequest | undefined,
  { today }: Situation,
): readonly string[] =>
  request
    ? [
        `${request.ref} asks ${counted(Object.keys(request.parts).length, 'agency', 'agencies')} for their information by ${sayNear(request.due, today)}. It goes to them in ten minutes.`,
      ]
    : [];

/** A review of the partnership's own types runs as its arrangement says. */
const kindOf = (
  { kind, type }: z.infer<typeof fields>,
  { arrangement }: Situation,
): { readonly kind: ReviewKind } | { readonly wrong: string } => {
  const own = startedTypes(arrangement).find(({ id }) => id === type);
  if (!own) return { kind: kind ?? 'statutory' };
  return kind === undefined || kind === own.runsAs
    ? { kind: own.runsAs }
    : {
        wrong: `${own.title} runs as ${KIND[own.runsAs]} (${own.source}). Leave kind out, or choose another type.`,
      };
};

const openReview = (values: Fields, incident: Incident, situation: Situation): RapidReview => {
  const { ledger, arrangement, now, actor, today } = situation;
  const { timetable } = arrangement;
  return {
    is: 'rapid-review',
    ref: nextReference(ledger, 'RR', today),
    kind: values.kind,
    ...(values.type ? { type: values.type } : {}),
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
