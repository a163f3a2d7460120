import { asText } from '../app/message.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import { londonStamp } from '../domain/day.ts';
import type { Duty } from '../domain/duty.ts';
import type { Item } from '../domain/item.ts';
import { holderOf } from '../domain/posts.ts';
import type { Happening } from './play.ts';

/** One object a line: what was said to whom (rehearsal.md, "The output"). */
export const asJson = (
  { at, kind, who, message }: Omit<Happening, 'arrangement'>,
  arrangement: Arrangement,
): string => {
  const { title, about, duties, items = [], buttons } = message;
  const [record] = about;
  const last = items.toSorted((a, b) => a.moment.localeCompare(b.moment)).at(-1);
  const single = new Set(items.map(({ record: of, duty }) => `${of}/${duty}`)).size === 1;
  return JSON.stringify({
    at: londonStamp(at),
    kind,
    to: `@${who}`,
    title,
    text: asText(message),
    ...(about.length === 1 ? { record } : {}),
    ...(single && last ? sayItem(last) : {}),
    ...(items.length > 1 ? { items: items.map(sayItem) } : {}),
    ...(duties ? { duties: duties.map((duty) => sayDuty(duty, arrangement)) } : {}),
    ...(buttons.length > 0 ? { buttons: buttons.map(({ label }) => label) } : {}),
  });
};

const sayItem = ({ record, duty, key, rung, due }: Item) => ({ record, duty, key, rung, due });

const sayDuty = (duty: Duty, arrangement: Arrangement) => ({
  record: duty.record,
  duty: duty.name,
  due: duty.due,
  owner: `@${holderOf(arrangement, duty.owner)?.id ?? duty.owner}`,
  rule: duty.ruleId,
  state: duty.state,
  ...(duty.doneOn ? { done: duty.doneOn } : {}),
});
