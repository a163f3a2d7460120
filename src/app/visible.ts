import type { HeedRecord } from '../domain/change.ts';
import type { Duty } from '../domain/duty.ts';
import { canSee, seesPart } from '../domain/posts.ts';
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

/** Whether whoever asks may see a duty: their own part of what several owe, or all of them. */
export const isVisibleDuty = (
  situation: Pick<Situation, 'ledger' | 'arrangement' | 'actor'>,
  { record: ref, part }: Pick<Duty, 'record' | 'part'>,
): boolean => {
  const record = visibleRecord(situation, ref);
  return record !== undefined && seesPart(situation.arrangement, situation.actor, record, part);
};

/** All records of a kind that whoever asks may see, in the order they were written down. */
export const visibleRecords = <K extends HeedRecord['is']>(
  situation: Pick<Situation, 'ledger' | 'arrangement' | 'actor'>,
  kind: K,
): readonly Extract<HeedRecord, { is: K }>[] =>
  [...situation.ledger.records.values()].filter(
    (record): record is Extract<HeedRecord, { is: K }> =>
      record.is === kind && canSee(situation.arrangement, situation.actor, record),
  );
