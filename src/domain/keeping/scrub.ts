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
  const scrub: Scrub = { names: sayingAny(refs), says: sayingAny([...refs, ...texts]) };
  const all: Scrub = { ...scrub, says: () => true };
  return (items) =>
    items.map((item, at) => {
      const next = items[at + 1];
      const isAnswered = isAsked(item) && isOneWho(next, item.who) && saysAny(next, scrub);
      return isAnswered ? emptied(item, all) : leftOf(item, scrub);
    });
};

interface Scrub {
  /** Whether a text names a record that goes. */
  readonly names: (text: string) => boolean;
  /** The same, or says something that was said of it alone. */
  readonly says: (text: string) => boolean;
}

interface Asked {
  readonly who: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What somebody typed, which need not name the record; the answer that follows does. */
const isAsked = (item: unknown): item is Asked => isObject(item) && item.kind === 'asked';
const isOneWho = (item: unknown, who: string): boolean => isObject(item) && item.who === who;

const saysAny = (value: unknown, { says }: Scrub): boolean => textsIn(value).some(says);

/** Something that is no message and still names it goes whole: a link to answer by, for one. */
const leftOf = (item: unknown, scrub: Scrub): unknown => {
  if (!saysAny(item, scrub)) return item;
  return textsIn(withoutMessages(emptied(item, scrub))).some(scrub.names)
    ? undefined
    : emptied(item, scrub);
};

/**
 * The messages in it that speak of what is purged are emptied whole, and the keys of its notices go. They
 * keep whose they were: what lies in a chat product under that is then drawn anew.
 */
const emptied = (value: unknown, scrub: Scrub): unknown => {
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one !== 'string' || !scrub.names(one))
      .map((one) => emptied(one, scrub));
  if (!isObject(value)) return value;
  if (!isMessage(value)) return mapped(value, (one) => emptied(one, scrub));
  if (!saysAny(value, scrub)) return value;
  const about = value.about.filter((ref) => typeof ref === 'string' && scrub.names(ref));
  return { title: PURGED_TITLE, blocks: [], buttons: [], about };
};

const withoutMessages = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutMessages);
  if (!isObject(value)) return value;
  return isMessage(value) ? undefined : mapped(value, withoutMessages);
};

const mapped = (
  value: Readonly<Record<string, unknown>>,
  map: (one: unknown) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, map(one)]));

interface MessageLike extends Readonly<Record<string, unknown>> {
  readonly about: readonly unknown[];
}

const isMessage = (value: Readonly<Record<string, unknown>>): value is MessageLike =>
  'title' in value && Array.isArray(value.blocks) && Array.isArray(value.about);
