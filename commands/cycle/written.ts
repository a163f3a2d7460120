import { accept, type Decision, type Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { cycleCard } from './card.ts';

/** Accepted: the entry or the amendment as it will be once it is written, under what was done. */
export const writtenOn = (
  ref: Ref,
  changes: readonly Change[],
  title: string,
  situation: Situation,
  more: readonly string[] = [],
): Decision => {
  const then = afterChanges(situation, changes);
  const record = then.ledger.records.get(ref);
  if (record?.is !== 'cycle-entry' && record?.is !== 'amendment')
    throw new Error(`${ref} is not of the annual cycle`);
  return accept(cycleCard(record, then, title, more), changes);
};
