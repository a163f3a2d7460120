import type { Ref } from '../reference.ts';
import { sayingAny, textsIn } from './mention.ts';

/** What stands in a conversation in place of what was said of a record that is purged. */
const PURGED_TITLE = 'This was about a record that has been purged since';

/** A day or a moment, a choice, a post's or a duty's name: what says nothing of one record alone. */
const COMMON = /^(?:\d{4}-\d\d-\d\d.*|[a-z0-9-]*)$/;
const SHORTEST = 4;

/** The texts that were in what goes and are in nothing that stays: by them what was said of it is known. */
export const ownTexts = (gone: Iterable<unknown>, stays: Iterable<unknown>): readonly string[] => {
  const own = new Set<string>();
  for (const value of gone)
    for (const text of textsIn(value))
      if (text.length >= SHORTEST && !COMMON.test(text)) own.add(text);
  for (const value of stays) for (const text of textsIn(value)) own.delete(text);
  return [...own];
};

/** What is left of the items of a journal, in their order; undefined where nothing is. */
export const scrubbing = (
  refs: readonly Ref[],
  texts: readonly string[],
): ((items: readonly unknown[]) => readonly (unknown | undefined)[]) => {
  const says = sayingAny([...refs, ...texts]);
  const speaks = (value: unknown): boolean => textsIn(value).some(says);
  return (items) =>
    items.map((item, at) => {
      const isAnswered =
        isAsked(item) && isOneWho(items[at + 1], item.who) && speaks(items[at + 1]);
      return isAnswered ? emptied(item, () => true) : leftOf(item, speaks);
    });
};

interface Asked {
  readonly who: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What somebody typed, which need not name the record; the answer that follows does. */
const isAsked = (item: unknown): item is Asked => isObject(item) && item.kind === 'asked';
const isOneWho = (item: unknown, who: string): boolean => isObject(item) && item.who === who;

/** Something that is no message and still speaks of it goes whole: a link to answer by, for one. */
const leftOf = (item: unknown, speaks: (value: unknown) => boolean): unknown => {
  if (!speaks(item)) return item;
  const left = emptied(item, speaks);
  return speaks(left) ? undefined : left;
};

/** The messages in it that speak of what is purged are emptied whole, and the keys of its notices go. */
const emptied = (value: unknown, speaks: (value: unknown) => boolean): unknown => {
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one !== 'string' || !speaks(one))
      .map((one) => emptied(one, speaks));
  if (!isObject(value)) return value;
  if (isMessage(value))
    return speaks(value) ? { title: PURGED_TITLE, blocks: [], buttons: [], about: [] } : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, emptied(one, speaks)]));
};

const isMessage = (value: Readonly<Record<string, unknown>>): boolean =>
  'title' in value && Array.isArray(value.blocks) && Array.isArray(value.about);
