import { z } from 'zod';
import { defineCommand, type Situation } from '../../src/app/command.ts';
import { dayField } from '../../src/app/field.ts';
import {
  type Action,
  type ActionEvent,
  extensionsOf,
  OWN_EXTENSIONS,
} from '../../src/domain/action.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { agreesOn } from '../../src/domain/duties/action.ts';
import { holds, sayPost } from '../../src/domain/posts.ts';
import { often } from '../../src/domain/words.ts';
import { actions, reason } from './fields.ts';
import { isOver, mayReport, notYours, onActions } from './find.ts';
import { type Written, writtenActions } from './several.ts';

export const actionExtend = defineCommand({
  name: 'action extend',
  summary: 'Put actions off to another day, with the reason; from the third time the chair agrees.',
  allow: 'everyone',
  fields: z.object({ actions, to: dayField('To which day'), reason }),
  decide: ({ actions: refs, to, reason }, situation) =>
    onActions(
      refs,
      situation,
      (action) => whyNot(action, to, situation),
      (actions) => {
        const written = actions.map((action) => ({
          action,
          event: eventOf(action, { to, reason }, situation),
        }));
        const day = sayNear(to, situation.today);
        const isAsked = written.every(({ event }) => event.is === 'asked');
        return writtenActions(
          written,
          {
            one: ({ ref }) =>
              isAsked ? `${ref}: ${day} is asked for` : `${ref} is now due ${day}`,
            many: (n) => `${n} actions are put off to ${day}, or asked to be`,
            more: askedOfWhom(written, situation),
          },
          situation,
        );
      },
    ),
});

const whyNot = (action: Action, to: Day, situation: Situation): string | undefined => {
  const { ref, due } = action;
  if (!mayReport(action, situation)) return notYours(ref);
  const over = isOver(action);
  if (over) return over;
  const day = sayNear(to, situation.today);
  if (to <= due)
    return `${ref} is due ${sayNear(due, situation.today)}, so ${day} puts nothing off. Check the day.`;
  return to < situation.today ? `${day} is past. Check the day.` : undefined;
};

/** Who agrees to it extends by themselves: there is nobody else to ask. */
const eventOf = (
  action: Action,
  { to, reason }: { readonly to: Day; readonly reason: string },
  { arrangement, actor, now: at, today }: Situation,
): ActionEvent => {
  const signed = { at, by: actor.id };
  return extensionsOf(action) < OWN_EXTENSIONS || holds(arrangement, actor, agreesOn(action))
    ? { is: 'extended', ...signed, was: action.due, to, reason }
    : { is: 'asked', ...signed, on: today, to, reason };
};

const askedOfWhom = (
  written: readonly Written[],
  { arrangement, today }: Situation,
): readonly string[] =>
  written.flatMap(({ action, event }) =>
    event.is === 'asked'
      ? [
          `${action.ref} has been put off ${often(extensionsOf(action))} already, so ${sayPost(arrangement, agreesOn(action))} is asked to agree. Until then it is due ${sayNear(action.due, today)}.`,
        ]
      : [],
  );
