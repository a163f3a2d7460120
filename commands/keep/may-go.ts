import type { Situation } from '../../src/app/command.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { goesWith, namedBy } from '../../src/domain/keeping/goes-with.ts';
import { holdOver } from '../../src/domain/keeping/hold.ts';
import { type Standing, standingOf } from '../../src/domain/keeping/until.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { sayHold } from './words.ts';

/** Why a record cannot be purged, in a sentence that says what to do; nothing where it can. */
export const whyKept = (ref: Ref, situation: Situation): string | undefined => {
  const { ledger, today } = situation;
  const held = holdOver(ledger, ref);
  const hold = held && ledger.holds.get(held);
  if (hold)
    return `${held} is held ${sayHold(hold, situation)}, so ${held === ref ? 'it' : ref} is kept. The manager lifts that with /keep lift ${held}.`;
  const named = namedBy(ledger, goesWith(ledger, ref));
  if (named)
    return `${named.by} names ${named.ref}, so that cannot go by itself. Give what it belongs to: /keep purge ${named.by}.`;
  const standing = standingOf(ref, situation);
  return standing.is === 'until' && standing.on <= today
    ? undefined
    : (SAID[standing.is] as Said<Standing['is']>)(ref, standing as never, today);
};

type Said<K extends Standing['is']> = (
  ref: Ref,
  standing: Extract<Standing, { is: K }>,
  today: Day,
) => string;

const withIt = (ref: Ref, of: Ref): string => (of === ref ? '' : `, for ${of} that goes with it`);

const SAID: { readonly [K in Standing['is']]: Said<K> } = {
  running: (ref, { of }) =>
    `Not all is over of ${ref}${withIt(ref, of)}: something is still owed of ${of}, or it is not closed. Record that first; /why ${of} says what.`,
  'for-ever': (ref, { of, records }) =>
    records === undefined
      ? `${ref} is kept for ever${withIt(ref, of)}: that is the partnership's own history. Leave it.`
      : `The arrangement does not say how long ${records} have to be kept, so ${ref} is kept for ever${withIt(ref, of)}. Set that first: retention, in the arrangement.`,
  until: (ref, { of, on }, today) =>
    `${ref} has to be kept until ${sayNear(on, today)}${withIt(ref, of)}. Leave it until then; /keep list shows what has been kept long enough.`,
};
