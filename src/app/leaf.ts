import { z } from 'zod';
import { bodyOfChair } from '../domain/body-actions.ts';
import { type Day, sayMonth } from '../domain/day.ts';
import { MONTHLY, WEEKLY } from '../domain/digest-days.ts';
import type { Setting } from '../domain/duty.ts';
import { type Item, PostId } from '../domain/item.ts';
import { sayPost } from '../domain/posts.ts';
import { Ref } from '../domain/reference.ts';
import { bodyName } from './action-words.ts';
import type { Button } from './message.ts';

/** A page that somebody who was told of it may print outside: a body's digest, or an owner's open actions. */
export const Leaf = z.discriminatedUnion('is', [
  z.object({ is: z.literal('digest'), ref: Ref, body: z.string(), month: z.string() }),
  z.object({ is: z.literal('actions'), ref: Ref, owner: PostId }),
]);
export type Leaf = z.infer<typeof Leaf>;

/** The command that draws it, which says who may have it; its answer comes page by page. */
export const askingOf = (leaf: Leaf): Pick<Button, 'command' | 'fields'> =>
  leaf.is === 'digest'
    ? { command: 'action digest', fields: { body: leaf.body, month: leaf.month } }
    : { command: 'action list', fields: { owner: leaf.owner } };

/** What it is called before anything of it is shown: "DG-2026-4: the actions of Quality Assurance, April 2026". */
export const sayLeaf = (leaf: Leaf, setting: Setting): string =>
  leaf.is === 'digest'
    ? `${leaf.ref}: the actions of ${bodyName(setting, leaf.body)}, ${sayMonth(`${leaf.month}-01` as Day)}`
    : `${leaf.ref}: the open actions of ${sayPost(setting.arrangement, leaf.owner)}`;

/** What of a message's things its reader may print, each once. */
export const leavesIn = (
  items: readonly Pick<Item, 'record' | 'duty' | 'due' | 'to'>[],
): readonly Leaf[] =>
  items.flatMap(({ record: ref, duty, due, to }): readonly Leaf[] => {
    if (duty === MONTHLY)
      return [{ is: 'digest', ref, body: bodyOfChair(to), month: due.slice(0, 7) }];
    return duty === WEEKLY ? [{ is: 'actions', ref, owner: to }] : [];
  });
