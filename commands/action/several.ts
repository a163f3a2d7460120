import { sayAction } from '../../src/app/action-words.ts';
import { accept, type Decision, type Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { text } from '../../src/app/message.ts';
import type { Action, ActionEvent } from '../../src/domain/action.ts';
import type { Change } from '../../src/domain/change.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { writtenAction } from './card.ts';

/** An action, and what is written down of it. */
export interface Written {
  readonly action: Action;
  readonly event: ActionEvent;
}

interface Said {
  readonly one: (action: Action) => string;
  readonly many: (count: number) => string;
  readonly more: readonly string[];
}

/** Accepted: the card of one action, or a line for each of several. */
export const writtenActions = (
  written: readonly Written[],
  { one, many, more }: Said,
  situation: Situation,
): Decision => {
  const changes = written.map(
    ({ action: { ref }, event }): Change => ({ type: 'action-changed', ref, event }),
  );
  const [first, ...others] = written;
  if (first && others.length === 0)
    return writtenAction(first.action, changes, one(first.action), situation, more);
  const then = afterChanges(situation, changes);
  const after = written.flatMap(({ action: { ref } }) => {
    const record = then.ledger.records.get(ref);
    return record?.is === 'action' ? [record] : [];
  });
  return accept(
    {
      title: many(written.length),
      blocks: [
        ...more.map(text),
        { type: 'list', items: after.map((action) => sayAction(action, then)) },
      ],
      buttons: [],
      about: after.map(({ ref }) => ref),
      duties: after.flatMap((action) => dutiesOf(action, then)),
    },
    changes,
  );
};
