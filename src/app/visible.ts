import type { HeedRecord } from '../domain/change.ts';
import { canSee } from '../domain/posts.ts';
import type { Ref } from '../domain/reference.ts';
import type { Situation } from './command.ts';

/** A record, if there is one and whoever asks may see it; otherwise there is none for them. */
export const visibleRecord = (
  { ledger, arrangement, actor }: Pick<Situation, 'ledger' | 'arrangement' | 'actor'>,
  ref: Ref,
): HeedRecord | undefined => {
  const record = ledger.records.get(ref);
  return record && canSee(arrangement, actor, record) ? record : undefined;
};
