import { listed } from '../domain/words.ts';

/** A mistake, and where in the file it stands. */
export interface Misnamed {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A name that stands for nothing: what it should have been, and what there is. */
export const unknown = (
  path: readonly PropertyKey[],
  kind: string,
  wanted: string | undefined,
  known: readonly string[],
): readonly Misnamed[] =>
  wanted === undefined || known.includes(wanted)
    ? []
    : [
        {
          path,
          message: `there is no ${kind} ${wanted}. ${known.length > 0 ? `Those there are: ${listed(known)}` : 'There is none'}`,
        },
      ];
