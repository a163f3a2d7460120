import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import { clashesOn } from '../../src/domain/cadence.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { meetingsBetween } from '../../src/domain/meetings/meeting.ts';
import { aroundOf } from '../../src/domain/other-dates.ts';
import { listed } from '../../src/domain/words.ts';

/** S0 section 10: where possible, not in the school holidays and not on another board's day. It is said, not refused. */
export const sayClashes = (
  { ref, body, on }: Pick<Meeting, 'ref' | 'body' | 'on'>,
  putRight: string,
  situation: Situation,
): readonly string[] => {
  const clashes = [...clashesOn(aroundOf(situation), on), ...sameDay({ ref, body, on }, situation)];
  return clashes.length > 0
    ? [`That day is also: ${listed(clashes)}. ${putRight}; /meeting plan finds clear days.`]
    : [];
};

/** Another meeting of the body itself. */
const sameDay = (
  { ref, body, on }: { readonly ref: string; readonly body: string; readonly on: Day },
  situation: Situation,
): readonly string[] =>
  meetingsBetween(situation.ledger, body, { from: on, until: on })
    .filter((other) => other.ref !== ref)
    .map((other) => `${other.ref} of ${bodyName(situation, body)}`);
