import { z } from 'zod';
import { Day, TimeOfDay } from '../day.ts';
import { Ref } from '../reference.ts';
import { ATTENDED, COMING, MEETING_PAPERS, Meeting } from './meeting.ts';

/** What can be written down of a meeting. */
export const MEETING_CHANGES = [
  z.object({ type: z.literal('meeting-scheduled'), meeting: Meeting }),
  z.object({
    type: z.literal('meeting-moved'),
    ref: Ref,
    on: Day,
    /** Left out where nobody has said at what time. */
    at: TimeOfDay.optional(),
    reason: z.string().optional(),
  }),
  z.object({ type: z.literal('meeting-invited'), ref: Ref, body: z.string(), on: Day }),
  z.object({
    type: z.literal('meeting-coming'),
    ref: Ref,
    body: z.string(),
    is: z.enum(COMING),
    on: Day,
  }),
  z.object({ type: z.literal('meeting-cancelled'), ref: Ref, reason: z.string() }),
  z.object({
    type: z.literal('meeting-attended'),
    ref: Ref,
    seats: z.record(z.string(), z.enum(ATTENDED)).readonly(),
  }),
  z.object({
    type: z.literal('meeting-sent'),
    ref: Ref,
    what: z.enum(MEETING_PAPERS),
    on: Day,
  }),
  z.object({ type: z.literal('meeting-letter-sent'), ref: Ref, partner: z.string(), on: Day }),
  z.object({
    type: z.literal('absence-reviewed'),
    ref: Ref,
    seat: z.string(),
    outcome: z.string(),
    on: Day,
  }),
] as const;
