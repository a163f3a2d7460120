import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { bodyField, dayField, freeText, postField } from '../../src/app/field.ts';
import type { Action } from '../../src/domain/action.ts';
import { sayNear } from '../../src/domain/day.ts';
import { postOf, sayPost } from '../../src/domain/posts.ts';
import { DIGEST_READERS, hasRole } from '../../src/domain/roles.ts';
import { writtenAction } from './card.ts';
import { evidence, GIVERS } from './fields.ts';
import { chairedBy } from './find.ts';
import { noSource, openAction, originOf } from './open.ts';

export const actionAdd = defineCommand({
  name: 'action add',
  summary: 'Give somebody an action: what, who and by when.',
  allow: GIVERS,
  fields: z.object({
    what: freeText('What is to be done', { onCase: true }),
    owner: postField('Who carries it out'),
    due: dayField('By when'),
    source: freeText('Where it comes from: a reference, or words', { onCase: true, most: 120 }),
    group: bodyField('Which body follows it').optional(),
    board: freeText('Another board that has it in its own plan', { most: 80 }).optional(),
    evidence: evidence.meta({ ...evidence.meta(), title: 'What will show its impact' }).optional(),
  }),
  shortcut: { on: 'message', label: 'Make this an action', field: 'what', takes: 'text' },
  decide: ({ source, evidence: wanted, ...opened }, situation) => {
    const { today, arrangement } = situation;
    const { due, owner } = opened;
    if (due < today)
      return refuse(
        `${sayNear(due, today)} is past, and an action is for a day to come. Check the day.`,
      );
    const body = bodyOf(opened.group, situation);
    if ('wrong' in body) return refuse(body.wrong);
    const origin = originOf(source, situation);
    if (!origin) return refuse(noSource(source.trim().toUpperCase()));
    const action = openAction({ ...opened, ...body, wanted }, origin, situation);
    const title = `${action.ref} is given to ${sayPost(arrangement, owner)}, due ${sayNear(due, today)}`;
    const change = { type: 'action-added', action } as const;
    const hidden = hiddenFrom(action, situation);
    return writtenAction(action, [change], title, situation, hidden);
  },
});

/** A chair gives actions of their own body: one of another, or of none, they could not see again. */
const bodyOf = (
  group: string | undefined,
  situation: Situation,
): { readonly group?: string | undefined } | { readonly wrong: string } => {
  if (hasRole(situation.roles, DIGEST_READERS)) return { group };
  const own = chairedBy(situation);
  const [only, ...more] = own;
  if (group === undefined && only && more.length === 0) return { group: only };
  return group !== undefined && own.includes(group)
    ? { group }
    : {
        wrong: `You give actions of the bodies that you chair. Say which: group=${own.join(' or group=')}.`,
      };
};

/** Nobody is told of a case that is held back, the owners of its actions among them. */
export const hiddenFrom = (
  { embargo, owner }: Pick<Action, 'embargo' | 'owner'>,
  { arrangement }: Pick<Situation, 'arrangement'>,
): readonly string[] =>
  embargo
    ? [
        `The case is held back, so the ${postOf(arrangement, owner).called} is told nothing by Heed: tell them yourself.`,
      ]
    : [];
