import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Amendment } from '../../src/domain/cycle/amendment.ts';
import type { CycleEntry } from '../../src/domain/cycle/entry.ts';
import { holds } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';

export const entry = referenceField('Which entry of the annual cycle', 'CY');
export const amendment = referenceField('Which change to the annual cycle', 'CA');

const notThere = (ref: Ref): string =>
  `There is no ${ref} that you can see. /cycle show lists what there is.`;

export const onEntry = (
  ref: Ref,
  situation: Situation,
  decide: (entry: CycleEntry) => Decision,
): Decision => {
  const record = visibleRecord(situation, ref);
  return record?.is === 'cycle-entry' ? decide(record) : refuse(notThere(ref));
};

export const onAmendment = (
  ref: Ref,
  situation: Situation,
  decide: (amendment: Amendment) => Decision,
): Decision => {
  const record = visibleRecord(situation, ref);
  return record?.is === 'amendment' ? decide(record) : refuse(notThere(ref));
};

/** Whoever owes an entry says that it is done, and so may the business unit. */
export const mayClose = (
  { owner }: CycleEntry,
  { arrangement, actor, roles }: Situation,
): boolean => roles.includes('business-unit') || holds(arrangement, actor, owner);
