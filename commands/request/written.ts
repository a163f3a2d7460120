import { accept, type Decision, type Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { requestCard } from './card.ts';

/** Accepted: the card as it will be once it is written, under what was done. */
export const writtenOn = (
  ref: Ref,
  changes: readonly Change[],
  title: string,
  situation: Situation,
): Decision => {
  const then = afterChanges(situation, changes);
  const record = then.ledger.records.get(ref);
  if (record?.is !== 'request') throw new Error(`${ref} is no request`);
  return accept(requestCard(record, then, title), changes);
};
