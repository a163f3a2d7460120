import type { Ref } from '../reference.ts';

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** Whether a text says one of these: as a word of its own, so that SI-2026-1 is not in SI-2026-10. */
export const sayingAny = (words: Iterable<string>): ((text: string) => boolean) => {
  const escaped = [...words].map((word) => word.replace(SPECIAL, '\\$&'));
  if (escaped.length === 0) return () => false;
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => any.test(text);
};

/** Every text in a value, keys of records among them. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (value !== null && typeof value === 'object')
    for (const [key, one] of Object.entries(value)) {
      yield key;
      yield* textsIn(one);
    }
}

/** Whether a value speaks of one of these records anywhere. */
export const speaksOf = (refs: readonly Ref[]): ((value: unknown) => boolean) => {
  const says = sayingAny(refs);
  return (value) => textsIn(value).some(says);
};
