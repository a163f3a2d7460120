import { type Instant, minutesBetween } from '../../domain/day.ts';
import type { Item } from '../../domain/item.ts';
import type { Scenery } from './line.ts';

/** A minute is a tick; what comes after the next one was held up. */
const TICKS = 2;
const isLate = (moment: Instant, than: Instant): boolean => minutesBetween(moment, than) > TICKS;

/**
 * Held up on its way, or queued only by the first look after Heed was away. What is queued late for
 * another reason, such as a correction, could not have been said before.
 */
export const isMissed = (
  { moment, queued }: Pick<Item, 'moment' | 'queued'>,
  { now, startedAt }: Pick<Scenery, 'now' | 'startedAt'>,
): boolean => {
  if (!isLate(moment, queued)) return isLate(moment, now);
  const isFirstLook = queued >= startedAt && !isLate(startedAt, queued);
  return isFirstLook && moment < startedAt;
};
