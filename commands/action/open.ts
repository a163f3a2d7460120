import { comingOf } from '../../src/app/coming-of.ts';
import type { Situation } from '../../src/app/command.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import type { Action } from '../../src/domain/action.ts';
import type { Day } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { isReference } from '../../src/domain/reference.ts';

/** What is said of a new action. */
export interface Opened {
  readonly what: string;
  readonly owner: PostId;
  readonly due: Day;
  readonly group?: string | undefined;
  readonly board?: string | undefined;
  readonly wanted?: string | undefined;
}

/** Where it comes from, as it is kept; what hangs on a case that is held back is held back too. */
export type Origin = Pick<Action, 'source' | 'ofCase' | 'origin' | 'embargo'>;

/** The action that these would open: the number that comes next, or one further on. */
export const openAction = (
  opened: Opened,
  origin: Origin,
  { ledger, today, now, actor }: Situation,
  ahead = 0,
): Action => {
  return {
    is: 'action',
    ref: nextReference(ledger, 'AC', today, ahead),
    ...present({ ...opened, ...origin }),
    given: { on: today, at: now, by: actor.id },
  } as Action;
};

/** Only what there is. */
const present = <T extends object>(all: T): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

/** Records of these series are all kept here, so one that is not there does not exist. */
const KEPT = /^(?:SI|RR|PR|AC|DC|DS|RK|CH)-/;

/** A record, or words: "MT-2026-3", "Section 11 audit"; nothing where the record is not there to be seen. */
export const originOf = (typed: string, situation: Situation): Origin | undefined => {
  const ref = typed.trim().toUpperCase();
  if (!isReference(ref)) return { origin: typed };
  const { ledger } = situation;
  const record = visibleRecord(situation, ref);
  if (!record) return ledger.records.has(ref) || KEPT.test(ref) ? undefined : { source: ref };
  return comingOf(record, ledger);
};

export const noSource = (ref: string): string =>
  `There is no ${ref} that you can see. Give the reference of a record that is there, or say in words where it comes from.`;
