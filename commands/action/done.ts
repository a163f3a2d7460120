import { z } from 'zod';
import { defineCommand, type Situation } from '../../src/app/command.ts';
import { type Action, type ActionEvent, doneOf, evidenceOf } from '../../src/domain/action.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { on } from '../review/fields.ts';
import { notOn } from '../review/written.ts';
import { actions, evidence } from './fields.ts';
import { mayReport, notYours, onActions } from './find.ts';
import { writtenActions } from './several.ts';

export const actionDone = defineCommand({
  name: 'action done',
  summary: 'Record that actions are done, with the evidence of their impact.',
  allow: 'everyone',
  fields: z.object({ actions, evidence: evidence.optional(), on }),
  decide: ({ actions: refs, evidence, on }, situation) =>
    onActions(
      refs,
      situation,
      (action) => whyNot(action, evidence, on, situation),
      (actions) =>
        writtenActions(
          actions.map((action) => ({ action, event: eventOf(action, evidence, on, situation) })),
          {
            one: ({ ref }) => `${ref} is done, on ${sayNear(on, situation.today)}`,
            many: (n) => `${n} actions are done, on ${sayNear(on, situation.today)}`,
            more: evidence ? [] : [wantsEvidence(actions)],
          },
          situation,
        ),
    ),
});

const wantsEvidence = (actions: readonly Action[]): string =>
  `No evidence of impact is recorded. When there is some: /action done ${actions.map(({ ref }) => ref).join(',')} evidence="…".`;

const whyNot = (
  action: Action,
  evidence: string | undefined,
  on: Day,
  situation: Situation,
): string | undefined => {
  if (!mayReport(action, situation)) return notYours(action.ref);
  if (!doneOf(action)) return notOn(on, `The end of ${action.ref}`, situation, beganOn(action));
  if (evidence && !evidenceOf(action)) return undefined;
  return `${action.ref} is done already. Give /action reopen ${action.ref} if it is not.`;
};

const beganOn = ({ given: { on: day }, ref }: Action) => ({ day, what: `${ref} was given` });

/** What is done already only lacks its evidence. */
const eventOf = (
  action: Action,
  evidence: string | undefined,
  on: Day,
  { now: at, actor: { id: by } }: Situation,
): ActionEvent =>
  doneOf(action) && evidence
    ? { is: 'evidenced', at, by, evidence }
    : { is: 'done', at, by, on, ...(evidence ? { evidence } : {}) };
