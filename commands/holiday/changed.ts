import type { Situation } from '../../src/app/command.ts';
import { foresee, sayMoves } from '../../src/app/foresee.ts';
import { type Message, text } from '../../src/app/message.ts';
import type { Change } from '../../src/domain/change.ts';

/** What a changed calendar moves, said to whoever changed it. */
export const holidayChanged = (title: string, change: Change, situation: Situation): Message => {
  const { moves } = foresee(situation, [change]);
  const lines = sayMoves(moves, situation);
  return {
    title,
    blocks:
      lines.length > 0
        ? [text('It moves these days, and their owners are told:'), { type: 'list', items: lines }]
        : [text('It moves nothing that is owed now.')],
    buttons: [],
    about: [...new Set(moves.map(({ is }) => is.record))],
    duties: moves.map(({ is }) => is),
  };
};
