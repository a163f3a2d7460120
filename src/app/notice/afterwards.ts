import type { Arrangement, Person } from '../../domain/arrangement.ts';
import type { Instant } from '../../domain/day.ts';
import type { Press } from '../../domain/duties/shape.ts';
import { type Duty, dutiesOf, isCalled } from '../../domain/duty.ts';
import { DIGEST, type Item, NEWS } from '../../domain/item.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { givenAway, stillOwed } from '../../domain/outbox.ts';
import { canSee } from '../../domain/posts.ts';
import { settingAt } from '../../domain/setting.ts';
import { type Message, plain, text } from '../message.ts';

interface Moment {
  readonly ledger: Ledger;
  readonly arrangement: Arrangement;
  readonly now: Instant;
}

/** What asks nothing of anybody is never over. */
const SAYS_ONLY: ReadonlySet<string> = new Set([NEWS, DIGEST]);

/** What replaces a message about something that its reader may not see any more. */
export const HIDDEN: Message = plain('This is not shown here any more.');

/** A notice that was sent, as it reads now: what is over asks for nothing, what is hidden is gone. */
export const afterwards = (message: Message, person: Person, moment: Moment): Message => {
  const { ledger, now } = moment;
  const setting = settingAt(ledger, moment.arrangement, now);
  const { arrangement } = setting;
  const items = message.items ?? [];
  const isHidden = message.about.some((ref) => {
    const record = ledger.records.get(ref);
    return record !== undefined && !canSee(arrangement, person, record);
  });
  if (isHidden) return HIDDEN;
  const looked = items.map((item) => {
    const record = ledger.records.get(item.record);
    const duties = record ? dutiesOf(record, setting) : [];
    const duty = stillOwed(item, duties);
    const isTheirs = record && duty && givenAway(record, duty, item, setting) === undefined;
    return {
      item,
      duties,
      isOwed: SAYS_ONLY.has(item.rung) || isTheirs === true,
    };
  });
  const over = looked.filter(({ isOwed }) => !isOwed);
  if (over.length === 0) return message;
  if (over.length === items.length) return said(message, OVER, []);
  const done = new Set(over.flatMap(({ item, duties }) => settlers(item, duties)));
  return said(
    message,
    PART_OVER,
    message.buttons.filter((button) => !done.has(pressOf(button))),
  );
};

const said = (message: Message, line: string, buttons: Message['buttons']): Message => ({
  ...message,
  blocks: [...message.blocks, text(line)],
  buttons,
});

/** What settled a duty that is over is not asked for again. */
const settlers = (item: Item, duties: readonly Duty[]): readonly string[] =>
  duties
    .filter((duty) => isCalled(duty, item))
    .flatMap(({ settle, answers = [] }) => [...(settle ? [settle] : []), ...answers].map(pressOf));

const pressOf = ({ command, fields }: Pick<Press, 'command' | 'fields'>): string =>
  JSON.stringify([command, fields]);

const OVER = 'Over: nothing more is wanted of you on this.';
const PART_OVER = 'Part of this is over by now; /due shows what is left.';
