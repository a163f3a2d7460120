import { type Instant, minutesBetween } from '../../domain/day.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Delivery, Owed } from '../../domain/outbox.ts';
import type { Message } from '../message.ts';
import { bundle } from './bundle.ts';
import type { Line, Scenery } from './line.ts';
import { single } from './single.ts';

/** One person's message: about one duty, or a bundle. */
export const noticeMessage = ({ owed }: Delivery, scenery: Scenery): Message => {
  const lines = linesOf(owed, scenery);
  const [only, ...more] = lines;
  if (!only) throw new Error('a delivery without items');
  const message = more.length === 0 ? single(only, scenery) : bundle(lines, scenery);
  return {
    ...message,
    about: [...new Set(lines.map(({ item }) => item.record))],
    items: owed.map(({ item }) => item),
  };
};

/** A minute is a tick; what comes later than the next one was held up. */
const TICKS = 2;

const linesOf = (owed: readonly Owed[], { now }: Scenery): readonly Line[] => {
  const byDuty = Map.groupBy(owed, ({ item }) => `${item.record}/${item.duty}`);
  return [...byDuty.values()].flatMap((rungs) => {
    const sorted = rungs.toSorted((a, b) => a.item.moment.localeCompare(b.item.moment));
    const last = sorted.at(-1);
    const missed = sorted.flatMap(({ item, duty }) =>
      isMissed(item.moment, duty, now) ? [item.moment] : [],
    );
    return last ? [{ ...last, missed }] : [];
  });
};

const isMissed = (moment: Instant, { started }: Duty, now: Instant): boolean =>
  moment >= started.at && minutesBetween(moment, now) > TICKS;
