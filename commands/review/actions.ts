import type { Situation } from '../../src/app/command.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { type Duty, dutiesOf } from '../../src/domain/duty.ts';
import { postOf } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { sayStateOf } from '../incident/words.ts';

/** What is carried out because of a review, of what the person may see. */
export const actionsOf = (
  source: Ref,
  situation: Situation,
): readonly { readonly ref: Ref; readonly line: string; readonly duties: readonly Duty[] }[] =>
  [...situation.ledger.records.values()].flatMap((record) => {
    if (record.is !== 'action' || record.source !== source) return [];
    if (!visibleRecord(situation, record.ref)) return [];
    const duties = dutiesOf(record, situation);
    const { ref, what, owner, board } = record;
    const who = `the ${postOf(situation.arrangement, owner).called}`;
    const where = board ? `, in the plan of another board (${board})` : '';
    return [
      { ref, duties, line: `${ref}, ${what}: ${duties.map(sayStateOf).join()}, ${who}${where}` },
    ];
  });
