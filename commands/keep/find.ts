import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { notThere } from '../../src/app/on-record.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { HeedRecord } from '../../src/domain/change.ts';
import type { Ref } from '../../src/domain/reference.ts';

export const record = referenceField('Which record');

/** Decides on a record of any kind that whoever asks may see. */
export const onAny = (
  ref: Ref,
  situation: Situation,
  decide: (record: HeedRecord) => Decision,
): Decision => {
  const found = visibleRecord(situation, ref);
  if (found) return decide(found);
  return refuse(
    notThere(
      ref,
      situation,
      'Check the reference: /keep list shows what has been kept long enough.',
    ),
  );
};
