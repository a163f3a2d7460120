import { z } from 'zod';
import { Day } from '../domain/day.ts';
import { Id, Title } from './timetable-file.ts';

const NO_CHAIR =
  'expected string, like Independent Chair, or who chairs: { post: POST } or { rotates: [POSTS], months: 6, from: DAY }';

/**
 * Who chairs, as a business unit writes it down: `Chair of the Board` (a post of its own),
 * `{ post: scrutineer }` (whoever holds that post) or `{ rotates: [...], months: 6, from: DAY }`.
 */
export const Chair = z.preprocess(
  (written) => (typeof written === 'string' ? { title: written } : written),
  z
    .strictObject(
      {
        title: Title.optional(),
        post: Id.optional(),
        /** The posts that chair in turn, in their order. */
        rotates: z.array(Id).min(2, 'expected at least two posts to take turns').optional(),
        /** How long each of them chairs. */
        months: z.int().min(1).optional(),
        /** The London day on which the first of them begins. */
        from: Day.optional(),
      },
      { error: ({ code }) => (code === 'invalid_type' ? NO_CHAIR : undefined) },
    )
    .refine(({ title, post, rotates }) => title || post || rotates, {
      message: 'expected a title, the post that chairs, or the posts that chair in turn',
    })
    .refine(({ post, rotates }) => !post || !rotates, {
      path: ['rotates'],
      message: 'expected none beside post: one post chairs, or several in turn',
    })
    .refine(({ rotates, months, from }) => !rotates || (months && from), {
      path: ['rotates'],
      message: 'expected months and from beside it: how long each chairs, and the first day',
    })
    .refine(({ rotates, months, from }) => rotates || !(months || from), {
      message: 'expected rotates beside months and from: the posts that chair in turn',
    })
    .refine(({ rotates = [] }) => new Set(rotates).size === rotates.length, {
      path: ['rotates'],
      message: 'expected each post once',
    }),
);
export type Chair = z.infer<typeof Chair>;
