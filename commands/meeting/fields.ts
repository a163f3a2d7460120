import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { type Button, MOST_BUTTONS } from '../../src/app/message.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Change } from '../../src/domain/change.ts';
import { TimeOfDay } from '../../src/domain/day.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { agendaCard } from './card.ts';

/** A time of day as it was typed, if one was. */
export const readTime = (
  typed: string | undefined,
): { readonly time?: TimeOfDay } | { readonly wrong: string } => {
  if (typed === undefined) return {};
  const { success, data } = TimeOfDay.safeParse(typed);
  return success
    ? { time: data }
    : { wrong: 'That is no time of day. Write it like 14:00, on London’s clocks.' };
};

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

interface Head {
  readonly title: string;
  readonly more?: readonly string[];
  /** Before those of the card. */
  readonly buttons?: readonly Button[];
}

/** Accepted: the meeting as it will be once it is written. */
export const writtenOn = (
  ref: Ref,
  changes: readonly Change[],
  situation: Situation,
  head: (then: Meeting) => Head,
): Decision => {
  const then = afterChanges(situation, changes);
  return onMeeting(ref, then, (found) => {
    const { title, more = [], buttons = [] } = head(found);
    const card = agendaCard(found, then, title, more);
    const shown = [...buttons, ...card.buttons].slice(0, MOST_BUTTONS);
    return accept({ ...card, buttons: shown }, changes);
  });
};

/** A meeting as it begins; `ahead`: so many further on, where several are scheduled at once. */
export const scheduled = (
  { body, on, at }: Pick<Meeting, 'body' | 'on' | 'at'>,
  { ledger, today, now, actor }: Situation,
  ahead = 0,
): Meeting => ({
  is: 'meeting',
  ref: nextReference(ledger, 'MT', today, ahead),
  body,
  on,
  ...(at ? { at } : {}),
  scheduled: { on: today, at: now, by: actor.id },
  moves: [],
  attendance: {},
  sent: {},
  letters: {},
  reviewed: {},
});
