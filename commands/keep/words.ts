import type { Situation } from '../../src/app/command.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import type { HoldReason } from '../../src/domain/keeping/change.ts';
import type { Hold } from '../../src/domain/keeping/keeping.ts';
import { sayPerson } from '../../src/domain/posts.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { listed } from '../../src/domain/words.ts';

const REASONS = {
  inquest: 'an inquest',
  litigation: 'litigation',
  inquiry: 'an inquiry',
  other: 'another reason',
} as const satisfies Record<HoldReason, string>;

/** "for an inquest (IQ 12/26), by the manager since Mon 30 Mar" */
export const sayHold = ({ reason, where, at, by }: Hold, situation: Situation): string => {
  const file = where === undefined ? '' : ` (${where})`;
  return `for ${REASONS[reason]}${file}, by ${sayPerson(situation.arrangement, by)} since ${sayNear(londonDay(at), situation.today)}`;
};

/** "RR-2026-1 and AC-2026-3", without the record that takes them along. */
export const sayOthers = (ref: Ref, refs: readonly Ref[]): string | undefined => {
  const others = refs.filter((one) => one !== ref);
  return others.length > 0 ? listed(others) : undefined;
};
