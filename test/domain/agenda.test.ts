import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { decide } from '../../src/app/decide.ts';
import { apply } from '../../src/domain/apply.ts';
import type { Person } from '../../src/domain/arrangement.ts';
import { nextOpening } from '../../src/domain/cycle/opening.ts';
import { addMinutes, addMonths, type Instant, instant, londonTime } from '../../src/domain/day.ts';
import { monthlyMoment } from '../../src/domain/digest-days.ts';
import { PersonId } from '../../src/domain/incident.ts';
import { DIGEST, type Item } from '../../src/domain/item.ts';
import { sendingFrom } from '../../src/domain/ladder.ts';
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import { dutyReminders, rungsOf } from '../../src/domain/reached.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { nextReminder, remindersDue } from '../../src/domain/reminders.ts';
import { openDuties, settingAt } from '../../src/domain/setting.ts';
import { merton } from '../support/ledger.ts';
import { runs } from '../support/seed.ts';

/** The same asked of every duty there is, one after the other. */
const fullSweep = (ledger: Ledger, now: Instant): readonly Item[] => {
  const setting = settingAt(ledger, merton, now);
  return openDuties(ledger, setting).flatMap((duty) => dutyReminders(ledger, setting, duty, now));
};

/** The first moment at which any rung that was never queued has something to say. */
const fullNext = (ledger: Ledger, now: Instant): Instant | undefined => {
  const setting = settingAt(ledger, merton, now);
  return openDuties(ledger, setting)
    .flatMap((duty) =>
      rungsOf(setting, duty).flatMap(({ moment }) =>
        moment > now && dutyReminders(ledger, setting, duty, moment).length > 0 ? [moment] : [],
      ),
    )
    .sort()[0];
};

const add = (n: number): string =>
  `/action add what="Action ${n}" owner=${['police-lead', 'probation-lead', 'notifier'][n % 3]} due="in ${3 + (n % 9)} working days" source=${n % 2 ? 'scrutiny' : 'RR-2026-1'} group=${n % 2 ? 'qapr' : 'ppyp'}`;

const typed = fc.oneof(
  fc.nat({ max: 20 }).map(add),
  fc.constantFrom(
    '/incident log harm=died abuse=known',
    '/incident notified SI-2026-1 on=today',
    '/incident withdraw SI-2026-1',
    '/review redecide RR-2026-1 outcome=none criteria=none rationale-ref=G2 reason="as the Panel says"',
    '/incident correct SI-2026-1 aware=2026-03-27 reason="as said"',
    '/incident correct SI-2026-1 aware=2026-03-20 notified=2026-03-23 reason="as said"',
    '/review start SI-2026-1 agencies=police',
    '/review embargo RR-2026-1 pending=trial',
    '/review embargo RR-2026-1 state=off',
    '/action done AC-2026-1',
    '/action reopen AC-2026-1 reason="not yet"',
    '/action extend AC-2026-1 to="in 20 working days" reason="leave"',
    '/action reassign AC-2026-2 to=housing-lead',
    '/action update AC-2026-2 note="going on"',
    '/due acknowledge AC-2026-2 action',
    '/due snooze AC-2026-1 action until="in 4 working days" reason="leave"',
    '/holiday add on=2026-04-08 name="a day off"',
    '/roster leave probation-lead',
    '/roster away from=today to="in 9 working days" post=police-lead',
    '/roster back police-lead',
    '/roster deputy notifier council-lead',
    '/request new what="the data" kind=data to=housing,probation due="in 2 working days"',
    '/request answer IR-2026-1 for=housing answer=nil-return',
    '/request extend IR-2026-1 to="in 3 working days" reason="half term"',
    '/request close IR-2026-1 reason="done with"',
    '/meeting schedule body=partnership on="in 11 working days"',
    '/meeting cancel MT-2026-1 reason="half term"',
    '/meeting schedule body=executive on=today',
    '/meeting attendance MT-2026-1 member=council absent=rest',
    '/meeting attendance MT-2026-1 member=rest',
    '/decision record what="fund the post" consulted=council',
    '/decision record what="move the budget" meeting=MT-2026-1',
    '/decision reported DC-2026-1 how=writing',
    '/decision confirm DC-2026-1',
    '/dispute open what="who pays" between=council,police',
    '/dispute advance DS-2026-1',
    '/dispute resolve DS-2026-1 outcome="by thirds"',
    '/risk add what="no lead" owner=housing-lead rating=high review="in 6 working days"',
    '/risk review RK-2026-1 rating=low next="in 9 working days"',
    '/risk review RK-2026-1 rating=low next="in 2 working days" owner=police-lead',
    '/risk close RK-2026-1 reason="over"',
    '/challenge raise from=housing to=probation what="no data" due="in 4 working days"',
    '/challenge answer CH-2026-1 answer=accept note="soon"',
    '/challenge close CH-2026-1 is=not-settled reason="no word"',
    '/undo',
  ),
);
const step = fc.record({ typed, minutes: fc.integer({ min: 0, max: 4000 }), sweeps: fc.boolean() });

const sweep = (ledger: Ledger, at: Instant): Ledger => {
  const queued = remindersDue(ledger, merton, at);
  const signed = { at, by: PersonId.parse('heed'), via: 'clock', asked: 'sweep' };
  const swept = apply(ledger, { ...signed, seq: ledger.seq + 1, changes: [], queued });
  const settlements = queued.map(({ key }) => ({ key, is: 'sent' as const }));
  const changes = [{ type: 'settled' as const, settlements }];
  return apply(swept, { ...signed, seq: swept.seq + 1, changes, queued: [] });
};

/** What hangs together: an incident, its reviews, and an action of them. */
const CASE = [
  '/incident log harm=died abuse=known',
  '/incident notified SI-2026-1 on=today',
  '/review start SI-2026-1 agencies=police',
  '/review record RR-2026-1 a=yes b=yes c=yes d=yes e=no f=yes g=yes h=yes i=yes j=yes',
  '/review decide RR-2026-1 outcome=lcspr criteria=improvements rationale-ref=G1',
];

const actor = { id: PersonId.parse('manager'), posts: [...merton.posts.keys()].slice(0, 1) };

/** What is said of a duty is said by whoever owes it. */
const ownerAsked = ({ records }: Ledger, typed: string): Person | undefined => {
  const ref = /^\/due \w+ (AC-\S+)/.exec(typed)?.[1];
  const record = ref === undefined ? undefined : records.get(ref as Ref);
  return record?.is === 'action' ? merton.people.get(PersonId.parse(record.owner)) : undefined;
};

const ask = (ledger: Ledger, typed: string, now: Instant): Ledger => {
  const speaker = ownerAsked(ledger, typed) ?? actor;
  const scene = { ledger, arrangement: merton, catalogue, actor: speaker, now };
  const { asked, decision } = decide({ typed }, scene);
  const { changes } = decision;
  if (changes.length === 0) return ledger;
  const signed = { seq: ledger.seq + 1, at: now, by: actor.id, via: 'test', queued: [] };
  return apply(ledger, { ...signed, asked, changes });
};

const isSame = (ledger: Ledger, now: Instant): void => {
  const due = remindersDue(ledger, merton, now);
  expect(due.filter(({ rung }) => rung !== DIGEST)).toEqual(fullSweep(ledger, now));
  if (due.length > 0) return;
  const next = nextReminder(ledger, merton, now);
  const full = fullNext(ledger, now);
  // A digest, or a part of the year that begins, may come before any rung.
  const setting = settingAt(ledger, merton, now);
  const digests = [setting.today, addMonths(setting.today, 1)].map((day) =>
    monthlyMoment(day, setting),
  );
  const opening = nextOpening(ledger, merton, now);
  if (opening) digests.push(sendingFrom(setting.calendar, setting.arrangement.sending, opening));
  // What time alone makes owed is looked for at daybreak, when the full sweep does not know of it yet.
  if (next !== undefined && londonTime(next) === '00:00') {
    if (full !== undefined) expect(next <= full).toBe(true);
    return;
  }
  if (next === undefined || !digests.includes(next)) expect(next).toBe(full);
  else expect([next, full].sort()[0]).toBe(next);
};

test('an agenda that follows the ledger says what a sweep of everything says', () => {
  fc.assert(
    fc.property(fc.nat({ max: CASE.length }), fc.array(step, { maxLength: 25 }), (begun, steps) => {
      let now = instant('2026-03-30T08:05:00Z');
      let ledger = CASE.slice(0, begun).reduce((so, typed) => ask(so, typed, now), emptyLedger);
      isSame(ledger, now);
      for (const { typed, minutes, sweeps } of steps) {
        now = addMinutes(now, minutes);
        ledger = ask(ledger, typed, now);
        isSame(ledger, now);
        if (sweeps) ledger = sweep(ledger, now);
      }
    }),
    { numRuns: runs(50) },
  );
});
