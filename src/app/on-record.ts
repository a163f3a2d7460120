import type { HeedRecord } from '../domain/change.ts';
import type { Ref } from '../domain/reference.ts';
import { type Decision, refuse, type Situation } from './command.ts';
import { sayPurged } from './purged.ts';
import { visibleRecord } from './visible.ts';

type Of<K extends HeedRecord['is']> = Extract<HeedRecord, { readonly is: K }>;

/** Decides on one record of a kind; one that the person may not see does not exist for them, and they are told what to do instead. */
export const onRecord =
  <K extends HeedRecord['is']>(is: K, instead: string) =>
  (ref: Ref, situation: Situation, decide: (record: Of<K>) => Decision): Decision => {
    const record = visibleRecord(situation, ref);
    return record?.is === is ? decide(record as Of<K>) : refuse(notThere(ref, situation, instead));
  };

/** That there is no such record for whoever asks, and what to do instead. */
export const notThere = (
  ref: Ref,
  situation: Pick<Situation, 'ledger' | 'roles' | 'today'>,
  instead: string,
): string => sayPurged(ref, situation) ?? `There is no ${ref} that you can see. ${instead}`;
