import type { Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { onRecord } from '../../src/app/on-record.ts';
import type { CycleEntry } from '../../src/domain/cycle/entry.ts';
import { ownerOf } from '../../src/domain/cycle/pool.ts';
import { holds } from '../../src/domain/posts.ts';

export const entry = referenceField('Which entry of the annual cycle', 'CY');
export const amendment = referenceField('Which change to the annual cycle', 'CA');

const INSTEAD = '/cycle show lists what there is.';
export const onEntry = onRecord('cycle-entry', INSTEAD);
export const onAmendment = onRecord('amendment', INSTEAD);

/** Whoever owes an entry says that it is done, and so may the business unit. */
export const mayClose = (entry: CycleEntry, { arrangement, actor, roles }: Situation): boolean =>
  roles.includes('business-unit') || holds(arrangement, actor, ownerOf(entry, arrangement));
