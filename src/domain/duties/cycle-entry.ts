import { agencyName, leadOf } from '../agencies.ts';
import type { Arrangement } from '../arrangement.ts';
import type { CycleEntry } from '../cycle/entry.ts';
import { daysBetween, londonDay } from '../day.ts';
import { CYCLE_CLOCKS, contributionsLadder, entryLadder } from '../rules/cycle.ts';
import type { ReviewClock } from '../rules/review-clock.ts';
import { drawDuty } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** What is owed of the annual cycle: one thing by its owner, or each partner's own contribution. */
export const cycleEntryDuties = (entry: CycleEntry, setting: Setting): readonly Duty[] =>
  entry.contributions
    ? entry.contributions.partners.map((partner) => contribution(entry, partner, setting))
    : [whole(entry, setting)];

const BEGAN = 'In the annual cycle for';

const whole = (entry: CycleEntry, setting: Setting): Duty => {
  const { ref, line, owner, due, opened, done, dropped, body } = entry;
  return drawDuty(
    entry,
    { name: line, ruleId: `cycle/${line}`, rule: clockOf(entry) },
    {
      started: opened,
      began: BEGAN,
      from: due,
      owner,
      done,
      isOver: dropped !== undefined,
      body,
      what: whatOf(entry, setting.arrangement),
      note: noteOf(entry, setting.arrangement),
      settle: { label: 'It is done', command: 'cycle done', fields: { entry: ref, on: 'today' } },
    },
    setting,
  );
};

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

const clockOf = ({ kind, source, from, due, moves = [] }: CycleEntry): ReviewClock => ({
  row: 'G36',
  todo: `see to ${KINDS[kind]} in the annual cycle`,
  missed: `${KINDS[kind]} in the annual cycle was due`,
  addressee: 'the partnership',
  span: { unit: 'set', n: 0 },
  // Whoever had heard of it before it was moved is told of its new day, and not of its beginning again.
  ladder: entryLadder(daysBetween(from, due)).slice(
    moves.some(({ at }) => londonDay(at) >= from) ? 1 : 0,
  ),
  status: 'local',
  source: `${source}; the days of the reminders are ours`,
});

/** "Independent scrutiny, for the city": each area has its own. */
const whatOf = ({ what, area }: CycleEntry, { areas }: Arrangement): string => {
  const where = areas.find(({ id }) => id === area)?.name;
  return where ? `${what}, for ${where}` : what;
};

/** "It goes to the Full Partnership." */
const noteOf = ({ body }: CycleEntry, { bodies }: Arrangement): string | undefined => {
  const at = bodies.find(({ id }) => id === body)?.name;
  return at ? `It goes to ${at}.` : undefined;
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
