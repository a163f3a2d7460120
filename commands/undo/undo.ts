import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { foresee, sayMoves } from '../../src/app/foresee.ts';
import { type Block, text } from '../../src/app/message.ts';
import { isVisibleDuty, visibleRecord } from '../../src/app/visible.ts';
import type { Change } from '../../src/domain/change.ts';
import { minutesBetween, sayDay } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { type Recent, UNDO_MINUTES } from '../../src/domain/ledger.ts';
import { listed } from '../../src/domain/words.ts';

export const undo = defineCommand({
  name: 'undo',
  summary: `Take back my last command, within ${UNDO_MINUTES} minutes; the reversal is written down too.`,
  allow: 'everyone',
  fields: z.object({}),
  decide: (_, situation) => {
    const last = situation.ledger.recent.findLast(({ by }) => by === situation.actor.id);
    const wrong = whyNot(last, situation);
    if (wrong !== undefined || !last) return refuse(wrong ?? NOTHING);
    const change: Change = { type: 'reversed', seq: last.seq, restore: last.before };
    const { ledger, moves } = foresee(situation, [change]);
    const then = { ...situation, ledger };
    const refs = last.before.map(({ ref }) => ref);
    const duties = refs.flatMap((ref) => {
      const record = ledger.records.get(ref);
      return record ? dutiesOf(record, situation).filter((one) => isVisibleDuty(then, one)) : [];
    });
    const moved = sayMoves(moves, situation).map((line): Block => text(`Moved: ${line}.`));
    return accept(
      {
        title: `Taken back: ${last.asked}, ${listed(refs)}`,
        blocks: [
          ...last.before.map(sayRestored),
          ...moved,
          ...duties.filter(isOpen).map((duty) => text(`Owed: ${sayOwed(duty)}.`)),
        ],
        buttons: [],
        about: refs,
        duties,
      },
      [change],
    );
  },
});

const sayOwed = ({ record, rule, due, state }: Duty): string =>
  state === 'late'
    ? `${record}, ${rule.todo}, late since ${sayDay(due)}`
    : `${record}, ${rule.todo} by ${sayDay(due)}`;

const NOTHING = `You have given no command in the last ${UNDO_MINUTES} minutes that could be taken back. Correct what is wrong instead: /help lists the commands.`;

const whyNot = (last: Recent | undefined, situation: Situation): string | undefined => {
  const { ledger, now } = situation;
  if (!last || minutesBetween(last.at, now) > UNDO_MINUTES) return NOTHING;
  if (last.before.some(({ ref }) => ledger.records.has(ref) && !visibleRecord(situation, ref)))
    return NOTHING;
  if (!last.reversible)
    return last.asked === 'undo'
      ? 'You have taken your last command back already. Give the command again if you want it after all.'
      : `/${last.asked} is not taken back with /undo. Give the opposite command.`;
  const since = ledger.recent.filter(({ seq }) => seq > last.seq);
  const touched = last.before.find(({ ref }) =>
    since.some(({ before }) => before.some((one) => one.ref === ref)),
  );
  return touched
    ? `Somebody else has changed ${touched.ref} since, so your command cannot be taken back whole. Correct or withdraw it instead.`
    : undefined;
};

const sayRestored = ({ ref, record }: Recent['before'][number]): Block =>
  text(
    record
      ? `${ref} is as it was before.`
      : `${ref} is gone, with its clocks. Its number and its codes are not given out again.`,
  );
