import { catalogue } from '../../commands/index.ts';
import { type Decided, decide } from '../../src/app/decide.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { apply } from '../../src/domain/apply.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import type { Day, Instant } from '../../src/domain/day.ts';
import { type Duty, dutiesOf } from '../../src/domain/duty.ts';
import type { Incident, PersonId } from '../../src/domain/incident.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { readScript } from '../../src/rehearsal/script.ts';

export const merton = loadArrangement('merton-2023');
export const sutton = loadArrangement('sutton-2019');

interface Asked extends Decided {
  readonly ledger: Ledger;
  readonly now: Instant;
}

/** The ledger after these lines of a script, decided one after the other: no store, no sweep. */
export const asking = (lines: string, arrangement: Arrangement = merton): Asked => {
  let asked: Asked | undefined;
  for (const { at: now, does } of readScript(lines).steps) {
    if (does.is !== 'says') throw new Error('only typed commands can be decided here');
    const ledger: Ledger = asked?.ledger ?? emptyLedger;
    const actor = arrangement.people.get(does.who as PersonId);
    if (!actor) throw new Error(`${does.who} is not on the roster`);
    const scene = { ledger, arrangement, catalogue, actor, now };
    const decided = decide({ typed: does.typed }, scene);
    const { changes } = decided.decision;
    const signed = { seq: ledger.seq + 1, at: now, by: actor.id, via: 'test', queued: [] };
    const entry = { ...signed, asked: decided.asked, changes };
    asked = { ...decided, now, ledger: changes.length > 0 ? apply(ledger, entry) : ledger };
  }
  if (!asked) throw new Error('nothing was asked');
  return asked;
};

/** An incident, as it is written down. */
export const incidentIn = ({ records }: Ledger, ref: string): Incident => {
  const record = records.get(ref as Ref);
  if (record?.is !== 'incident') throw new Error(`there is no incident ${ref}`);
  return record;
};

/** The duties of a record as they stand then. */
export const drawn = (
  { ledger, now }: Pick<Asked, 'ledger' | 'now'>,
  ref: string,
  arrangement: Arrangement = merton,
): readonly Duty[] => {
  const record = ledger.records.get(ref as Ref);
  return record ? dutiesOf(record, settingAt(ledger, arrangement, now)) : [];
};

/** The same as name, due day and state. */
export const duties = (
  asked: Pick<Asked, 'ledger' | 'now'>,
  ref: string,
  arrangement: Arrangement = merton,
): readonly (readonly [string, Day, Duty['state']])[] =>
  drawn(asked, ref, arrangement).map(({ name, due, state }) => [name, due, state]);
