import type { Circumstances, Incident } from '../incident.ts';

/**
 * Section 16C(1) of the Children Act 2004: a local authority in England "knows or suspects that a
 * child has been abused or neglected" and "(a) the child dies or is seriously harmed in the local
 * authority's area, or (b) while normally resident in the local authority's area, the child dies or
 * is seriously harmed outside England" (S0, Appendix 7).
 */
export const meetsAct = ({ circumstances }: Incident): boolean =>
  isChild(circumstances) && isSuspected(circumstances) && isOurs(circumstances);

/** "whether or not abuse or neglect is known or suspected" (S0, Appendix 7). */
export const isLookedAfterDeath = ({ circumstances }: Incident): boolean =>
  circumstances.harm === 'died' && circumstances.lookedAfter;

/** Up to and including the age of 24 (deadlines.md D04). */
export const isCareLeaverDeath = ({ circumstances }: Incident): boolean =>
  circumstances.harm === 'died' && circumstances.careLeaver;

/** A case that an agency raised with the partnership, rather than the authority itself. */
export const isReferred = ({ circumstances }: Incident): boolean =>
  circumstances.raisedBy === 'agency';

export const always = (): boolean => true;

const isChild = ({ age }: Circumstances): boolean => age === 'under-18';
const isSuspected = ({ abuse }: Circumstances): boolean => abuse !== 'not-suspected';
/** Elsewhere in England the authority of that place notifies, and we contribute (deadlines.md D13). */
const isOurs = ({ place }: Circumstances): boolean => place !== 'other-area';
