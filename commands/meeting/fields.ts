import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';

export const meeting = referenceField('Which meeting', 'MT');

export const onMeeting = (
  ref: Ref,
  situation: Situation,
  decide: (meeting: Meeting) => Decision,
): Decision => {
  const record = visibleRecord(situation, ref);
  return record?.is === 'meeting'
    ? decide(record)
    : refuse(`There is no ${ref}. /meeting list shows those there are.`);
};
