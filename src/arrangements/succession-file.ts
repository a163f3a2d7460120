import { z } from 'zod';
import { Day } from '../domain/day.ts';
import type { Misnamed } from './mistake.ts';
import { type Term, timetablesApart } from './succession.ts';

/** Which arrangement holds from which day: a file of its own, so that those it names stay as they were agreed. */
export const SuccessionFile = z.strictObject({
  arrangements: z
    .array(
      z.strictObject({
        /** The name of one that ships, or a YAML file beside this one. */
        arrangement: z.string().min(1, 'expected the name of an arrangement, or its YAML file'),
        /** The first London day on which it holds. */
        from: Day.optional(),
      }),
    )
    .min(2, 'expected at least two arrangements, one after the other'),
});

/** Whether a text is one of these rather than an arrangement. */
export const isSuccession = (yaml: string): boolean => /^arrangements:/m.test(yaml);

/** What is wrong between one arrangement and the next. */
export const misplaced = (terms: readonly Term[]): readonly Misnamed[] =>
  terms.flatMap((term, at) => {
    const before = terms.slice(0, at);
    const path = ['arrangements', at];
    return [
      ...misdated(term, terms[at - 1], [...path, 'from']),
      ...(before.some(({ arrangement }) => arrangement.name === term.arrangement.name)
        ? [{ path, message: `two are called ${term.arrangement.name}. Give one another name` }]
        : []),
      ...before
        .flatMap(({ arrangement }) => timetablesApart(arrangement, term.arrangement))
        .map((name) => ({
          path,
          message: `its timetable ${name} is not the one of that name before it, under which reviews go on. Give it another name`,
        })),
    ];
  });

const misdated = (
  { from }: Term,
  before: Term | undefined,
  path: readonly PropertyKey[],
): readonly Misnamed[] => {
  if (!before)
    return from ? [{ path, message: 'expected none: the first holds from the beginning' }] : [];
  if (!from) return [{ path, message: 'expected the day from which it holds' }];
  return before.from && from <= before.from
    ? [{ path, message: 'expected a day after the one before it' }]
    : [];
};
