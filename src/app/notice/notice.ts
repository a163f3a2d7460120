import { MOVED } from '../../domain/item.ts';
import type { Delivery, Owed } from '../../domain/outbox.ts';
import { settingAt } from '../../domain/setting.ts';
import { marked } from '../marked.ts';
import type { Message } from '../message.ts';
import { bundle } from './bundle.ts';
import { digestNotice } from './digest.ts';
import { isOwner, type Line, type Scenery } from './line.ts';
import { isMissed } from './missed.ts';
import { asBlocks, newsMessage, togetherOf } from './news.ts';
import { single } from './single.ts';

/** What a message is written from; the rest of its scenery is drawn from these. */
type Moment = Pick<Scenery, 'ledger' | 'arrangement' | 'now' | 'startedAt'>;

/** One person's message at the moment it is sent: about one duty, or a bundle. */
export const noticeMessage = (delivery: Delivery, moment: Moment): Message => {
  const setting = settingAt(moment.ledger, moment.arrangement, moment.now);
  const scenery = { ...setting, ...moment, arrangement: setting.arrangement };
  return marked(unmarked(delivery, scenery), setting.arrangement);
};

const unmarked = (delivery: Delivery, scenery: Scenery): Message => {
  if (delivery.digest) return digestNotice(delivery.digest, delivery.person, scenery);
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
  const byDuty = Map.groupBy(owed, ({ item }) => [item.record, item.duty, item.part].join('/'));
  return together(
    [...byDuty.values()].flatMap((group) => {
      const speaker = speakerOf(group);
      const was = group.find(({ item }) => item.was)?.item.was;
      const missed = group.flatMap((one) => (isMissed(one.item, scenery) ? [one.item.moment] : []));
      return speaker ? [{ ...speaker, missed: missed.toSorted(), ...(was ? { was } : {}) }] : [];
    }),
  );
};

/** What several owe of one record by one day is one line for whoever owes none of it. */
const together = (lines: readonly Line[]): readonly Line[] => {
  const groups = Map.groupBy(lines, (line) => {
    const { item, duty } = line;
    return isOwner(line) || !duty.rule.severally
      ? item.key
      : [item.record, item.duty, duty.due, item.rung === MOVED].join('/');
  });
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const missed = [first, ...others].flatMap((line) => line.missed).toSorted();
    return [{ ...first, others, missed }];
  });
};

/** A rung speaks before a move, the owner's before another post's, the last before an earlier one. */
const speakerOf = (group: readonly Owed[]): Owed | undefined => {
  const weight = ({ item, duty }: Owed): string =>
    `${item.rung === MOVED ? 0 : 1}${item.to === duty.owner ? 1 : 0}${item.moment}`;
  return group.toSorted((a, b) => weight(a).localeCompare(weight(b))).at(-1);
};
