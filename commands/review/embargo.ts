import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { choice, freeText, referenceField } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { reviewOf, wholeCase } from '../../src/domain/reviews/case.ts';
import { type Embargo, PENDING } from '../../src/domain/reviews/embargo.ts';
import { EMBARGO_ROLES } from '../../src/domain/roles.ts';
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
    const ref = visibleRecord(situation, asked) && reviewOf(situation.ledger, asked);
    const record = ref && visibleRecord(situation, ref);
    if (record?.is !== 'rapid-review')
      return refuse(
        `There is no review under ${asked} that you can see. /review list shows those there are.`,
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
    return writtenOn(record.ref, [change], `${record.ref}: ${SAID[state]}`, situation);
  },
});

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
