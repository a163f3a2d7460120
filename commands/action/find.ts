import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { notThere, onRecord } from '../../src/app/on-record.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { type Action, doneOf } from '../../src/domain/action.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { holds } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';

const INSTEAD = '/action list shows those there are.';

/** An action the person may see; one they may not see does not exist for them. */
const seen = (ref: Ref, situation: Situation): Action | undefined => {
  const record = visibleRecord(situation, ref);
  return record?.is === 'action' ? record : undefined;
};

export const onAction = onRecord('action', INSTEAD);

/** Decides on all of a list, or says what is wrong with each: nothing is done by halves. */
export const onActions = (
  refs: readonly Ref[],
  situation: Situation,
  whyNot: (action: Action) => string | undefined,
  decide: (actions: readonly Action[]) => Decision,
): Decision => {
  const asked = [...new Set(refs)].map((ref) => {
    const action = seen(ref, situation);
    return { action, wrong: action ? whyNot(action) : notThere(ref, situation, INSTEAD) };
  });
  const wrong = asked.flatMap((one) => one.wrong ?? []);
  if (wrong.length === 0) return decide(asked.flatMap(({ action }) => action ?? []));
  return refuse(asked.length > 1 ? `Nothing was saved. ${wrong.join(' ')}` : wrong.join(' '));
};

/** Whether somebody may say how an action goes: whoever owes it, the chair of its body, the business unit. */
export const mayReport = (action: Action, situation: Situation): boolean =>
  holds(situation.arrangement, situation.actor, action.owner) || mayGive(action, situation);

/** Whether they may hand it to another or open it again. */
export const mayGive = ({ group }: Action, { arrangement, actor, roles }: Situation): boolean =>
  roles.includes('business-unit') ||
  (group !== undefined && holds(arrangement, actor, chairOf(group)));

export const notYours = (ref: Ref): string =>
  `${ref} is not yours to change. Ask whoever owes it, or the business unit.`;

export const isOver = (action: Action): string | undefined =>
  doneOf(action)
    ? `${action.ref} is done already. Give /action reopen ${action.ref} if it is not.`
    : undefined;

/** The bodies that somebody chairs. */
export const chairedBy = ({ arrangement, actor }: Situation): readonly string[] =>
  arrangement.bodies.flatMap(({ id }) => (holds(arrangement, actor, chairOf(id)) ? [id] : []));
