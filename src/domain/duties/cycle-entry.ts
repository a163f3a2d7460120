import { agencyName, leadOf } from '../agencies.ts';
import type { Arrangement } from '../arrangement.ts';
import type { CycleEntry } from '../cycle/entry.ts';
import { isForPool, ownerOf } from '../cycle/pool.ts';
import { daysBetween, londonDay } from '../day.ts';
import { CYCLE_CLOCKS, contributionsLadder, entryLadder } from '../rules/cycle.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import { drawDuty } from './clocked.ts';
import { fromTheDay } from './governance.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** What is owed of the annual cycle: one thing by its owner, or each partner's own contribution. */
export const cycleEntryDuties = (entry: CycleEntry, setting: Setting): readonly Duty[] =>
  entry.contributions
    ? entry.contributions.partners.map((partner) => contribution(entry, partner, setting))
    : [whole(entry, setting)];

const BEGAN = 'In the annual cycle for';

const whole = (entry: CycleEntry, setting: Setting): Duty => {
  const { line, due, opened, assigned = opened, done, dropped, body } = entry;
  const { arrangement } = setting;
  return drawDuty(
    entry,
    { name: line, ruleId: `cycle/${line}`, rule: clockOf(entry) },
    {
      started: assigned,
      began: BEGAN,
      from: due,
      owner: ownerOf(entry, arrangement),
      done,
      isOver: dropped !== undefined,
      body,
      what: whatOf(entry, arrangement),
      note: noteOf(entry, arrangement),
      settle: settleOf(entry, arrangement),
    },
    setting,
  );
};

const isUnassigned = (entry: CycleEntry, arrangement: Arrangement): boolean =>
  !entry.assigned && isForPool(entry, arrangement);

const settleOf = (entry: CycleEntry, arrangement: Arrangement): Press =>
  isUnassigned(entry, arrangement)
    ? { label: 'Give it to a scrutineer', command: 'cycle assign', fields: { entry: entry.ref } }
    : { label: 'It is done', command: 'cycle done', fields: { entry: entry.ref, on: 'today' } };

/** A lock screen shows what kind of thing it is; what it is stands below. */
const KINDS = {
  meeting: 'a meeting',
  report: 'a report',
  audit: 'an audit',
  plan: 'a plan',
  budget: 'a budget item',
  scrutiny: 'a scrutiny',
  review: 'a review',
  event: 'an event',
  deliverable: 'an item',
} as const satisfies Record<CycleEntry['kind'], string>;

const clockOf = ({ kind, source, from, due, assigned, moves = [] }: CycleEntry): ReviewClock => ({
  row: 'G36',
  todo: `see to ${KINDS[kind]} in the annual cycle`,
  missed: `${KINDS[kind]} in the annual cycle was due`,
  addressee: 'the partnership',
  span: { unit: 'set', n: 0 },
  // Whoever had heard of it before it was moved is told of its new day, and not of its beginning again.
  ladder: [
    ...(assigned ? fromTheDay(assigned.on, due) : []),
    ...entryLadder(daysBetween(from, due)).slice(
      assigned || moves.some(({ at }) => londonDay(at) >= from) ? 1 : 0,
    ),
  ],
  status: 'local',
  source: `${source}; the days of the reminders are ours`,
});

/** "Independent scrutiny, for the city": each area has its own. */
const whatOf = ({ what, area }: CycleEntry, { areas }: Arrangement): string => {
  const where = areas.find(({ id }) => id === area)?.name;
  return where ? `${what}, for ${where}` : what;
};

/** "It goes to the Full Partnership." */
const noteOf = (entry: CycleEntry, arrangement: Arrangement): string | undefined => {
  const at = arrangement.bodies.find(({ id }) => id === entry.body)?.name;
  const said = [
    at ? `It goes to ${at}.` : '',
    isUnassigned(entry, arrangement)
      ? 'No scrutineer of the pool has it yet: say who does, in good time.'
      : '',
  ];
  return said.filter(Boolean).join(' ') || undefined;
};

const contribution = (entry: CycleEntry, partner: string, setting: Setting): Duty => {
  const { ref, from, due, opened, contributions, dropped } = entry;
  const rule = CYCLE_CLOCKS['agree-contributions'];
  return {
    ...drawDuty(
      entry,
      {
        name: 'agree-contributions',
        ruleId: 'cycle/agree-contributions',
        rule: { ...rule, ladder: contributionsLadder(daysBetween(from, due)) },
      },
      {
        started: opened,
        began: BEGAN,
        from: due,
        owner: leadOf(partner),
        done: contributions?.agreed[partner],
        isOver: dropped !== undefined,
        note: `It is the contribution of ${agencyName(setting.arrangement, partner)}; silence agrees to nothing.`,
        settle: {
          label: 'We agree to an amount',
          command: 'cycle agree',
          fields: { entry: ref, for: partner },
        },
      },
      setting,
    ),
    part: partner,
  };
};
