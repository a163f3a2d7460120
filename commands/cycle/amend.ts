import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { bodyField, choice, dayField, freeText, postField, words } from '../../src/app/field.ts';
import { AMENDMENTS, type Amendment, standingOf } from '../../src/domain/cycle/amendment.ts';
import { comingDays } from '../../src/domain/cycle/coming.ts';
import { entryDone } from '../../src/domain/cycle/entry.ts';
import { sayAmendment } from '../../src/domain/cycle/words.ts';
import { addMonths, type Day, monthOf, sayMonth, sayNear } from '../../src/domain/day.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { listed } from '../../src/domain/words.ts';
import { writtenOn } from './written.ts';

const fields = z.object({
  change: choice('What is to change', AMENDMENTS),
  entry: words('Which entry: its name or reference in /cycle show; none to add one').optional(),
  due: dayField('Which time of it, where there are several: a day of its month').optional(),
  to: dayField('Its new last day').optional(),
  what: freeText('What is to be added', { most: 120 }).optional(),
  owner: postField('Whose it will be, where it is added').optional(),
  body: bodyField('At which body, where it is added').optional(),
  reason: freeText('Why?', { most: 300 }),
});
type Values = z.infer<typeof fields>;
type Proposed = Pick<Amendment, 'change' | 'what' | 'which' | 'to' | 'owner' | 'body'>;

export const cycleAmend = defineCommand({
  name: 'cycle amend',
  summary:
    'Propose to move, drop or add an entry of the annual cycle: it holds once every statutory partner approves.',
  allow: ['business-unit'],
  fields,
  decide: (values, situation) => {
    const found = values.change === 'add' ? added(values) : amended(values, situation);
    const wrong = typeof found === 'string' ? found : (whyNot(found, situation) ?? '');
    if (typeof found === 'string' || wrong) return refuse(wrong);
    const amendment = amendmentOf(found, values.reason, situation);
    return writtenOn(
      amendment.ref,
      [{ type: 'amendment-proposed', amendment }],
      `${amendment.ref}: proposed to ${sayAmendment(amendment)}`,
      situation,
      ['Each statutory partner is asked now.'],
    );
  },
});

const added = ({ what, to, owner, body }: Values): Proposed | string =>
  what === undefined || to === undefined
    ? 'Say what is to be added and by which day: /cycle amend change=add what="…" to=DAY reason="…".'
    : {
        change: 'add',
        what,
        to,
        ...(owner ? { owner } : {}),
        ...(body ? { body } : {}),
      };

/** The one time of the cycle that is meant, or a sentence that asks for it. */
const amended = (values: Values, situation: Situation): Proposed | string => {
  const { change, entry, due, to } = values;
  if (entry === undefined)
    return 'Say which entry: its name or its reference, as /cycle show has it in each line.';
  if (change === 'move' && to === undefined)
    return 'Say to which day: /cycle amend change=move entry=ENTRY to=DAY reason="…".';
  const one = timeMeant(entry.trim(), due, situation);
  if (typeof one === 'string') return one;
  return { change, ...one, ...(change === 'move' && to ? { to } : {}) };
};

const timeMeant = (entry: string, due: Day | undefined, situation: Situation): Time | string => {
  const times = timesOf(entry, situation);
  const wanted = times.filter(({ which }) =>
    due ? monthOf(which.due) === monthOf(due) : which.due < addMonths(situation.today, 12),
  );
  const [only, ...more] = wanted;
  if (!only)
    return `There is no such entry${due ? ` in ${sayMonth(due)}` : ''} that can be changed. /cycle show lists what there is.`;
  return more.length > 0
    ? `That comes round several times: ${listed(wanted.slice(0, 6).map(({ which }) => sayMonth(which.due)))}. Say which with due=DAY.`
    : only;
};

type Time = Required<Pick<Amendment, 'which' | 'what'>>;
const FARTHEST = 24;

/** What is open of it, and what comes in the next two years. */
const timesOf = (entry: string, situation: Situation): readonly Time[] => {
  const { ledger, arrangement, today } = situation;
  const open = [...ledger.records.values()].flatMap((record) =>
    record.is === 'cycle-entry' &&
    (record.line === entry || record.ref === entry.toUpperCase()) &&
    !record.dropped &&
    !entryDone(record)
      ? [timeOf(record.line, record.area, record.due, record.what)]
      : [],
  );
  const coming = comingDays(ledger, arrangement, today, addMonths(today, FARTHEST))
    .filter(({ line, from }) => line.id === entry && from > today)
    .map((one) => timeOf(one.line.id, one.area?.id, one.due, one.line.what));
  return [...open, ...coming];
};

const timeOf = (line: string, area: string | undefined, due: Day, what: string): Time => ({
  what,
  which: { line, ...(area ? { area } : {}), due },
});

const whyNot = ({ to, which }: Proposed, situation: Situation): string | undefined => {
  const { today, ledger } = situation;
  if (to && to <= today) return `${sayNear(to, today)} is not a day to come. Check the day.`;
  if (to && to > addMonths(today, FARTHEST))
    return `${sayNear(to, today)} is more than two years away. Choose a day before ${sayNear(addMonths(today, FARTHEST), today)}, or change the arrangement itself.`;
  if (to && which?.due === to)
    return `It is due ${sayNear(to, today)} already. Give another day, or leave it.`;
  const other = [...ledger.records.values()].find(
    (record) =>
      record.is === 'amendment' &&
      standingOf(record) === 'proposed' &&
      which !== undefined &&
      record.which?.line === which.line &&
      record.which.area === which.area &&
      record.which.due === which.due,
  );
  return other
    ? `${other.ref} proposes a change to it already. Wait for the partners, or take it back with /cycle withdraw ${other.ref}.`
    : undefined;
};

const amendmentOf = (
  proposed: Proposed,
  reason: string,
  { ledger, today, now, actor, arrangement }: Situation,
): Amendment => ({
  is: 'amendment',
  ref: nextReference(ledger, 'CA', today),
  ...proposed,
  reason,
  partners: arrangement.statutory,
  proposed: { on: today, at: now, by: actor.id },
  answers: {},
});
