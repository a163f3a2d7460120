import { accept, type Decision, type Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { type Block, text } from '../../src/app/message.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { postOf } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { sayStateOf } from '../incident/words.ts';
import { reviewCard } from './card.ts';

/** Accepted: the card as it will be once it is written, under what was done. */
export const writtenOn = (
  ref: Ref,
  changes: readonly Change[],
  title: string,
  situation: Situation,
  more: readonly string[] = [],
): Decision => {
  const then = afterChanges(situation, changes);
  const record = then.ledger.records.get(ref);
  if (record?.is !== 'rapid-review' && record?.is !== 'practice-review')
    throw new Error(`${ref} is no review`);
  const card = reviewCard(record, then, title);
  const begun = changes.flatMap((change) => begunBy(change, then));
  const said: readonly Block[] = [...more.map(text), ...sayBegun(begun, then)];
  return accept(
    {
      ...card,
      blocks: [...said, ...card.blocks],
      duties: [...(card.duties ?? []), ...begun],
    },
    changes,
  );
};

/** The duties of the practice reviews that a decision begins or ends. */
const begunBy = (change: Change, situation: Situation): readonly Duty[] => {
  if (change.type !== 'review-decided') return [];
  return [change.opened?.ref, change.ended].flatMap((ref) => {
    const record = ref && visibleRecord(situation, ref);
    return record ? dutiesOf(record, situation) : [];
  });
};

const sayBegun = (duties: readonly Duty[], { arrangement }: Situation): readonly Block[] => {
  const items = duties
    .filter(isOpen)
    .map(
      (duty) =>
        `${duty.record}, ${duty.rule.todo}: ${sayStateOf(duty)}, the ${postOf(arrangement, duty.owner).called}`,
    );
  return items.length > 0 ? [{ type: 'list', items }] : [];
};

/** Why something cannot have happened on a day, as a sentence that says what to do. */
export const notOn = (
  on: Day,
  what: string,
  { today }: Situation,
  after?: { readonly day: Day; readonly what: string },
): string | undefined => {
  if (on > today)
    return `${what} cannot be recorded for ${sayNear(on, today)}: that day is still to come. Check the day.`;
  return after && on < after.day
    ? `${what} cannot be on ${sayNear(on, today)}, before ${after.what} on ${sayNear(after.day, today)}. Check the day.`
    : undefined;
};
