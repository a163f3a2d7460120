import type { Arrangement, Person } from '../../domain/arrangement.ts';
import type { Instant } from '../../domain/day.ts';
import { dutiesOf } from '../../domain/duty.ts';
import type { Item } from '../../domain/item.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { stillOwed } from '../../domain/outbox.ts';
import { canSee } from '../../domain/posts.ts';
import { settingAt } from '../../domain/setting.ts';
import { type Message, plain, text } from '../message.ts';

interface Moment {
  readonly ledger: Ledger;
  readonly arrangement: Arrangement;
  readonly now: Instant;
}

/** What replaces a message about something that its reader may not see any more. */
export const HIDDEN: Message = plain('This is not shown here any more.');

/** A notice that was sent, as it reads now: what is over asks for nothing, what is hidden is gone. */
export const afterwards = (
  message: Message,
  person: Person,
  { ledger, arrangement, now }: Moment,
): Message => {
  const items = message.items ?? [];
  const setting = settingAt(ledger, arrangement, now);
  const isHidden = ({ record: ref }: Item): boolean => {
    const record = ledger.records.get(ref);
    return record !== undefined && !canSee(arrangement, person, record);
  };
  if (items.some(isHidden)) return HIDDEN;
  const duties = (ref: Item['record']) => {
    const record = ledger.records.get(ref);
    return record ? dutiesOf(record, setting) : [];
  };
  const isOwed = (item: Item): boolean => stillOwed(item, duties(item.record)) !== undefined;
  if (items.every(isOwed)) return message;
  const left = new Set(items.filter(isOwed).map(({ record }) => record));
  const buttons = message.buttons.filter(({ record }) => record === undefined || left.has(record));
  return left.size > 0
    ? { ...message, blocks: [...message.blocks, text(PART_OVER)], buttons }
    : { ...message, blocks: [...message.blocks, text(OVER)], buttons: [] };
};

const OVER = 'Over: nothing more is wanted of you on this.';
const PART_OVER = 'Part of this is over by now; /due shows what is left.';
