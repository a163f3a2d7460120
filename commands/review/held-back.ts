import { type Block, text } from '../../src/app/message.ts';
import { sayDay } from '../../src/domain/day.ts';
import type { Embargo } from '../../src/domain/reviews/embargo.ts';
import { WAITS_FOR } from '../../src/domain/reviews/words.ts';

/** What stands first on a card while its case is held back. */
export const sayEmbargo = ({
  embargo,
}: {
  readonly embargo?: Embargo | undefined;
}): readonly Block[] =>
  embargo
    ? [
        text(
          `Held back since ${sayDay(embargo.since.on)}, pending ${WAITS_FOR[embargo.pending]}${embargo.reason ? ` (${embargo.reason})` : ''}: it exists for the business unit and the chair alone.`,
        ),
      ]
    : [];
