import type { Situation } from '../../src/app/command.ts';
import type { Action, ActionEvent } from '../../src/domain/action.ts';
import { sayDay } from '../../src/domain/day.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { openAction } from './open.ts';
import type { ActionRow, ReadRow } from './rows.ts';

/** What becomes of one row. */
export type Outcome =
  | { readonly is: 'new'; readonly number: number; readonly action: Action }
  | { readonly is: 'there'; readonly number: number; readonly ref: Ref }
  | { readonly is: 'bad'; readonly number: number; readonly reasons: readonly string[] };

/** Row by row; what stands in the log, or in a row above, is there already. */
export const outcomesOf = (read: readonly ReadRow[], situation: Situation): readonly Outcome[] => {
  const known = knownMarks(situation);
  let ahead = 0;
  return read.map((one): Outcome => {
    if ('reasons' in one) return { is: 'bad', ...one };
    const { row } = one;
    const mark = markOf({ ...row.opened, ...row.origin });
    const ref = known.get(mark);
    if (ref) return { is: 'there', number: row.number, ref };
    const action = actionOf(row, mark, situation, ahead);
    ahead += 1;
    known.set(mark, action.ref);
    return { is: 'new', number: row.number, action };
  });
};

export const sayOutcome = (outcome: Outcome): string => {
  const row = `Row ${outcome.number}`;
  switch (outcome.is) {
    case 'new': {
      const { ref, what, owner, due, events } = outcome.action;
      return `${row}: ${ref}, ${what}, ${owner}, due ${sayDay(due)}${events ? ', done' : ''}`;
    }
    case 'there':
      return `${row}: there already, ${outcome.ref}`;
    case 'bad':
      return `${row}: ${outcome.reasons.join('; ')}.`;
  }
};

const actionOf = (row: ActionRow, mark: string, situation: Situation, ahead: number): Action => {
  const action = openAction(row.opened, row.origin, situation, ahead);
  const signed = { at: situation.now, by: situation.actor.id };
  const evidence = row.evidence ? { evidence: row.evidence } : {};
  const events: readonly ActionEvent[] = row.done
    ? [{ is: 'done', ...signed, on: row.done, ...evidence }]
    : [];
  return {
    ...action,
    mark,
    ...(events.length > 0 ? { events } : {}),
    ...(row.evidence && !row.done ? { wanted: row.evidence } : {}),
  };
};

/** What a row was when it came, or what an action that was given here is now. */
const knownMarks = ({ ledger }: Situation): Map<string, Ref> =>
  new Map(
    [...ledger.records.values()].flatMap((record) =>
      record.is === 'action' ? [[record.mark ?? markOf(record), record.ref] as const] : [],
    ),
  );

const markOf = ({
  what,
  owner,
  due,
  group = '',
  source,
  origin,
}: Pick<Action, 'what' | 'owner' | 'due' | 'group' | 'source' | 'origin'>): string =>
  [what, owner, due, group, source ?? origin ?? '']
    .map((part) => part.toLowerCase().replace(/\s+/g, ' ').trim())
    .join('|');
