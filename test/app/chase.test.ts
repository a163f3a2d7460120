import { expect, it } from 'vitest';
import { sayChase } from '../../src/app/notice/chase.ts';
import type { Day, Instant } from '../../src/domain/day.ts';
import type { PersonId } from '../../src/domain/incident.ts';
import type { PostId, Told } from '../../src/domain/item.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { merton } from '../support/ledger.ts';

const told = (to: string, at: string, rung: string): Told => ({
  key: `${rung}/${to}`,
  to: to as PostId,
  record: 'SI-2026-1' as Ref,
  duty: 'notify-panel',
  due: '2026-04-08' as Day,
  rung,
  moment: at as Instant,
  queued: at as Instant,
  is: 'sent',
  person: to as PersonId,
  at: at as Instant,
});

it('an escalation names everybody who was reminded, but not whoever reads it', () => {
  const earlier = [
    told('notifier', '2026-04-08T08:00:00.000Z', '0 WD'),
    told('manager', '2026-04-09T08:00:00.000Z', '+1 WD'),
    told('police-lead', '2026-04-09T08:00:00.000Z', '+1 WD'),
  ];
  const chased = {
    ledger: { ...emptyLedger, told: emptyLedger.told.set('SI-2026-1' as Ref, earlier) },
    arrangement: merton,
    today: '2026-04-10' as Day,
    now: '2026-04-10T08:00:00.000Z' as Instant,
  };
  const read = (to: string) =>
    sayChase(chased, told(to, chased.now, '+2 WD'), 'notifier' as PostId);
  expect(read('manager')).toBe(
    'The notifier has been reminded once since Wed 8 Apr, the police lead once.',
  );
  expect(read('police-lead')).toBe(
    'The notifier has been reminded once since Wed 8 Apr, the manager once.',
  );
});
