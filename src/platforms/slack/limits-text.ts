import { isDeepStrictEqual } from 'node:util';
import {
  bad,
  byType,
  type Fields,
  flag,
  letters,
  list,
  oneOf,
  picked,
  type Rule,
  shape,
  unique,
} from './limits.ts';

// Limits: docs.slack.dev/reference/block-kit/composition-objects

/** What people read: never blank. */
const words = (most: number): Rule => {
  const rule = letters(1, most);
  return (value, at) => {
    const characters = rule(value, at);
    return String(value).trim() === '' ? bad(at, 'must not be blank') : characters;
  };
};

/** Heed mentions nobody and makes no links, so a `<` that is not escaped is a mistake or an attack. */
export const marked = (most: number): Rule => {
  const rule = words(most);
  return (value, at) => {
    const characters = rule(value, at);
    return String(value).includes('<') ? bad(at, 'holds a < that is not escaped') : characters;
  };
};

const plainShape = (most: number): Rule =>
  shape({ type: picked, text: words(most) }, { emoji: flag });

export const plain = (most: number): Rule => byType({ plain_text: plainShape(most) });

export const anyText = (most: number): Rule =>
  byType({
    plain_text: plainShape(most),
    mrkdwn: shape({ type: picked, text: marked(most) }, { verbatim: flag }),
  });

export const style = oneOf('primary', 'danger');

export const confirm = shape(
  { title: plain(100), text: anyText(300), confirm: plain(30), deny: plain(30) },
  { style },
);

/** One to choose from; `text` is `plain` in a menu, and anything beside a box or a radio button. */
export const option = (text: (most: number) => Rule): Rule =>
  shape({ text: text(75), value: letters(1, 150) }, { description: text(75) });

export const optionGroup = shape({
  label: plain(75),
  options: list(option(plain), 1, 100),
});

/** Each value once, and what is chosen to begin with exactly one of those on offer. */
export const choosable = (fields: Fields, at: string): void => {
  const offered = offeredBy(fields);
  const values = offered.map(({ value }) => value);
  unique(values, `${at}.options`, 'value');
  const chosen = chosenBy(fields);
  unique(
    chosen.map(({ value }) => value),
    `${at}.initial_options`,
    'value',
  );
  for (const one of chosen)
    if (!isDeepStrictEqual(offered[values.indexOf(one.value)], one))
      bad(at, 'begins with an option that is not among its options');
  if (chosen.length > Number(fields.max_selected_items ?? chosen.length))
    bad(`${at}.initial_options`, 'are more than may be chosen');
};

const offeredBy = ({ options, option_groups: groups }: Fields): readonly Fields[] =>
  (options ?? (groups as readonly Fields[]).flatMap((group) => group.options)) as readonly Fields[];

const chosenBy = ({ initial_option: one, initial_options: several }: Fields): readonly Fields[] =>
  (one === undefined ? (several ?? []) : [one]) as readonly Fields[];
