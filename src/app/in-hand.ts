import type { Day } from '../domain/day.ts';
import type { Press } from '../domain/duties/shape.ts';
import { type Duty, isOpen } from '../domain/duty.ts';
import type { Ref } from '../domain/reference.ts';

/** Offered on actions alone: they are many, and most are in hand. Of anything else it can be typed. */
export const mayTakeInHand = (duty: Duty, today: Day): boolean =>
  duty.name === 'action' && isOpen(duty) && duty.due > today;

export const takeInHand = (ref: Ref): Press => ({
  label: 'I have it in hand',
  command: 'due acknowledge',
  fields: { about: ref, duty: 'action' },
});
