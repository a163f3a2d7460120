import { refsOf } from '../../domain/recent.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Behind } from './behind.ts';

/** What was written after an entry: the records it was about. */
export const missedAfter = async (
  { entriesAfter }: Pick<Behind, 'entriesAfter'>,
  from: number | undefined,
): Promise<readonly Ref[]> =>
  from === undefined
    ? []
    : (await entriesAfter(from)).flatMap(({ changes }) => changes.flatMap(refsOf));
