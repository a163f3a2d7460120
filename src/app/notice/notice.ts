import { type Instant, minutesBetween } from '../../domain/day.ts';
import { MOVED } from '../../domain/item.ts';
import type { Delivery, Owed } from '../../domain/outbox.ts';
import { settingAt } from '../../domain/setting.ts';
import type { Message } from '../message.ts';
import { bundle } from './bundle.ts';
import type { Line, Scenery } from './line.ts';
import { asBlocks, newsMessage, togetherOf } from './news.ts';
import { single } from './single.ts';

/** What a message is written from; the rest of its scenery is drawn from these. */
type Moment = Pick<Scenery, 'ledger' | 'arrangement' | 'now' | 'startedAt'>;

/** One person's message at the moment it is sent: about one duty, or a bundle. */
export const noticeMessage = (delivery: Delivery, moment: Moment): Message => {
  const setting = settingAt(moment.ledger, moment.arrangement, moment.now);
  const scenery = { ...setting, ...moment, arrangement: setting.arrangement };
  const told = delivery.news.map((item) => newsMessage(item, delivery.person, scenery));
  if (delivery.owed.length === 0) return togetherOf(told);
  const { blocks, about, items, ...message } = dutiesMessage(delivery.owed, scenery);
  return {
    ...message,
    blocks: [...blocks, ...told.flatMap(asBlocks)],
    about: [...new Set([...about, ...told.flatMap((one) => one.about)])],
    items: [...(items ?? []), ...told.flatMap((one) => one.items ?? [])],
  };
};

const dutiesMessage = (owed: readonly Owed[], scenery: Scenery): Message => {
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

const linesOf = (owed: readonly Owed[], scenery: Scenery): readonly Line[] => {
  const byDuty = Map.groupBy(owed, ({ item }) => `${item.record}/${item.duty}`);
  return [...byDuty.values()].flatMap((group) => {
    const speaker = speakerOf(group);
    const was = group.find(({ item }) => item.was)?.item.was;
    const missed = group.flatMap((one) => (isMissed(one, scenery) ? [one.item.moment] : []));
    return speaker ? [{ ...speaker, missed: missed.toSorted(), ...(was ? { was } : {}) }] : [];
  });
};

/** A rung speaks before a move, the owner's before another post's, the last before an earlier one. */
const speakerOf = (group: readonly Owed[]): Owed | undefined => {
  const weight = ({ item, duty }: Owed): string =>
    `${item.rung === MOVED ? 0 : 1}${item.to === duty.owner ? 1 : 0}${item.moment}`;
  return group.toSorted((a, b) => weight(a).localeCompare(weight(b))).at(-1);
};

/** A minute is a tick; what comes after the next one was held up. */
const TICKS = 2;
const isLate = (moment: Instant, than: Instant): boolean => minutesBetween(moment, than) > TICKS;

/**
 * Held up on its way, or queued only by the first look after Heed was away. What is queued late for
 * another reason, such as a correction, could not have been said before.
 */
const isMissed = ({ item: { moment, queued } }: Owed, { now, startedAt }: Scenery): boolean => {
  if (!isLate(moment, queued)) return isLate(moment, now);
  const isFirstLook = queued >= startedAt && !isLate(startedAt, queued);
  return isFirstLook && moment < startedAt;
};
