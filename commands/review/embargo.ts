import { z } from 'zod';
import {
  accept,
  type Decision,
  defineCommand,
  refuse,
  type Situation,
} from '../../src/app/command.ts';
import { choice, freeText, referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { reviewOf, wholeCase } from '../../src/domain/reviews/case.ts';
import { type Embargo, PENDING } from '../../src/domain/reviews/embargo.ts';
import { EMBARGO_ROLES } from '../../src/domain/roles.ts';
import { incidentCard } from '../incident/card.ts';
import { onIncident } from '../incident/find.ts';
import { on } from './fields.ts';
import { notOn, writtenOn } from './written.ts';

export const reviewEmbargo = defineCommand({
  name: 'review embargo',
  summary: 'Hold a case back pending a trial, an inquest or another enquiry, or let it go again.',
  allow: EMBARGO_ROLES,
  fields: z.object({
    review: referenceField('Which review', ['RR', 'PR', 'SI']),
    state: choice('Held back', ['on', 'still', 'off'], { fallback: 'on', bare: true }),
    pending: choice('What it waits for', PENDING, { fallback: 'other-enquiry' }),
    reason: freeText('Anything to add', { onCase: true }).optional(),
    on,
  }),
  decide: ({ review: asked, state, pending, reason, on }, situation) => {
    const seen = visibleRecord(situation, asked);
    const record = seen && visibleRecord(situation, reviewOf(situation.ledger, asked) ?? asked);
    if (record?.is !== 'rapid-review' && record?.is !== 'incident')
      return refuse(
        `There is no ${asked} that you can see. /review list shows the reviews, /incident list the incidents.`,
      );
    const wrong = whyNot(record.ref, record.embargo, state, on, situation);
    if (wrong) return refuse(wrong);
    const signed = { on, at: situation.now, by: situation.actor.id };
    const embargo = NEXT[state](record.embargo, {
      since: signed,
      pending,
      ...(reason ? { reason } : {}),
    });
    const change = {
      type: 'case-embargoed',
      refs: wholeCase(situation.ledger, record.ref),
      embargo,
    } as const;
    const title = `${record.ref}: ${SAID[state]}`;
    return record.is === 'incident'
      ? heldIncident(record.ref, change, title, situation)
      : writtenOn(record.ref, [change], title, situation);
  },
});

const heldIncident = (ref: Ref, change: Change, title: string, situation: Situation): Decision => {
  const then = afterChanges(situation, [change]);
  return onIncident(ref, then, (incident) => accept(incidentCard(incident, then, title), [change]));
};

type State = 'on' | 'still' | 'off';

const SAID = {
  on: 'the case is held back',
  still: 'the case is still held back',
  off: 'the case is held back no longer',
} as const satisfies Record<State, string>;

const NEXT: Readonly<Record<State, (was: Embargo | undefined, now: Embargo) => Embargo | null>> = {
  on: (_, now) => now,
  still: (was, now) => (was ? { ...was, still: now.since } : now),
  off: () => null,
};

const whyNot = (
  ref: Ref,
  was: Embargo | undefined,
  state: State,
  on: Day,
  situation: Situation,
): string | undefined => {
  if (state === 'on' && was)
    return `${ref} is held back already. Say state=still while it lasts, or state=off to let it go.`;
  if (state !== 'on' && !was)
    return `${ref} is not held back. Hold it back with /review embargo ${ref} pending=trial.`;
  return notOn(on, 'An embargo', situation);
};
