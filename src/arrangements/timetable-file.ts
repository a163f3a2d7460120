import { z } from 'zod';
import { ADDRESSEES } from '../domain/arrangement.ts';
import type { PostId } from '../domain/item.ts';
import { ANCHORS, STEP_EVENTS } from '../domain/timetable.ts';

export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'expected a name in small letters, like police');
export const Title = z.string().min(1, 'expected a few words');

export const Rung = z.strictObject({
  at: z.int(),
  unit: z.enum(['working-days', 'calendar-days']).default('working-days'),
  /** One of these, or a post by its name. */
  to: z.array(z.union([z.enum(ADDRESSEES), Id.transform((id) => id as PostId)])).min(1),
});

const Step = z
  .strictObject({
    name: Id,
    todo: Title,
    /** A post, or one of the groups that the business unit sees to. */
    owner: Id,
    fromDay: z.int().min(0),
    toDay: z.int().min(0),
    needs: z.array(Title).default([]),
    settledBy: z.enum(STEP_EVENTS).optional(),
    ladder: z.array(Rung).min(1).optional(),
  })
  .refine(({ fromDay, toDay }) => fromDay <= toDay, {
    path: ['toDay'],
    message: 'expected a day that is not before fromDay',
  });

/** A timetable as a business unit writes it down. */
export const TimetableFile = z
  .strictObject({
    name: Id,
    title: Title,
    source: Title,
    anchor: z.enum(ANCHORS),
    firstDay: z.enum(['day-0', 'day-1']).default('day-0'),
    steps: z.array(Step).default([]),
  })
  .refine(({ steps }) => new Set(steps.map(({ name }) => name)).size === steps.length, {
    path: ['steps'],
    message: 'expected each step to have a name of its own',
  });
export type TimetableFile = z.infer<typeof TimetableFile>;
