import type { Body } from './body.ts';

/** Whether a meeting may decide: an arrangement that does not say leaves it to its chair. */
export type QuorumFound =
  | { readonly is: 'quorate' }
  | {
      readonly is: 'inquorate';
      /** The seats whose absence makes it so, in the arrangement's order. */
      readonly missing: readonly string[];
      /** How many of them would have to come. */
      readonly lacking: number;
    }
  | { readonly is: 'unruled' };

/**
 * PURE. Whether a body is quorate with these seats filled (S0 8.12(a), 8.12(b); S1 Accountability).
 * A seat is an agency's id or a post's, and is filled by its member or by their deputy, who has the
 * same authority (S0 6.3, 6.8); a seat that the rule does not count changes nothing.
 */
export const quorumOf = (
  { quorum }: Pick<Body, 'quorum'>,
  attendance: Iterable<string>,
): QuorumFound => {
  if (!quorum) return { is: 'unruled' };
  const there = new Set(attendance);
  const missing = quorum.of.filter((seat) => !there.has(seat));
  const lacking = quorum.n - (quorum.of.length - missing.length);
  return lacking > 0 ? { is: 'inquorate', missing, lacking } : { is: 'quorate' };
};
