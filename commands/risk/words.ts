import type { Situation } from '../../src/app/command.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import type { Risk, RiskRating } from '../../src/domain/governance/risk.ts';
import { sayPerson, sayPost } from '../../src/domain/posts.ts';
import { unstopped } from '../../src/domain/words.ts';

export const sayRating = (rating: RiskRating): string => rating.replace('-', ' ');

/** "to be reviewed by Mon 1 Jun", "was to be reviewed by Fri 1 May" */
const sayNext = ({ review, closed }: Risk, { today }: Situation): string => {
  if (closed) return `closed on ${sayNear(closed.on, today)}`;
  const day = sayNear(review, today);
  return review < today ? `late, was to be reviewed by ${day}` : `to be reviewed by ${day}`;
};

/** "RK-2026-1, probation stays away: high, the manager, to be reviewed by Mon 1 Jun" */
export const sayRisk = (risk: Risk, situation: Situation): string =>
  `${risk.ref}, ${unstopped(risk.what)}: ${sayRating(risk.rating)}, ${sayPost(situation.arrangement, risk.owner)}, ${sayNext(risk, situation)}`;

/** What its reviews made of it, oldest first. */
export const sayReviews = (
  { reviews }: Risk,
  { arrangement, today }: Situation,
): readonly string[] =>
  reviews.map(({ on, at, by, was, rating, note, owner }) => {
    const is =
      was === rating ? `still ${sayRating(rating)}` : `${sayRating(rating)}, was ${sayRating(was)}`;
    const entered = londonDay(at) === on ? '' : `, entered on ${sayNear(londonDay(at), today)}`;
    const to = owner ? `, handed to ${sayPost(arrangement, owner)}` : '';
    return `Reviewed on ${sayNear(on, today)} by ${sayPerson(arrangement, by)}${entered}: ${is}${to}${note ? `. ${note}` : ''}`;
  });
