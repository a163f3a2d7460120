import type { Arrangement } from './arrangement.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { addressed, postsOfRole } from './posts.ts';
import type { Ref } from './reference.ts';

/** "the … Chair, the Director of Children … and the … Communications Team", whose word the business unit records. */
export const AGREE = ['chair', 'council-lead', 'manager'] as PostId[];

/** The leads of every agency that does not agree to an answer itself. */
export const silentLeads = (arrangement: Arrangement): readonly PostId[] =>
  [...postsOfRole(arrangement, 'statutory-partner'), ...postsOfRole(arrangement, 'agency')].filter(
    (to) => !AGREE.includes(to),
  );

/** Everybody who was told anything of the review, and the partners and the chair, who decide. */
export const toldOf = (before: Ledger, ref: Ref, arrangement: Arrangement): readonly PostId[] => {
  const told = (before.told.get(ref) ?? []).filter(({ is }) => is === 'sent');
  const deciders = addressed(arrangement, { owner: 'manager' as PostId }, [
    'owner',
    'statutory-partners',
    'chair',
  ]);
  return [...new Set([...deciders, ...told.map(({ to }) => to)])];
};
