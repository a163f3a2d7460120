import type { Arrangement } from '../../domain/arrangement.ts';
import type { Body, Cadence, Quorum } from '../../domain/body.ts';
import { chairOn } from '../../domain/chair-on.ts';
import { type Day, sayDay } from '../../domain/day.ts';
import { sayPost } from '../../domain/posts.ts';
import { inWords, listed } from '../../domain/words.ts';
import { saySeat } from './seats.ts';

/** A body: what it is for, who chairs it, who sits in it, when it is quorate and how often it meets. */
export const bodyLines = (arrangement: Arrangement, today: Day): readonly string[] =>
  arrangement.bodies.flatMap((body) => [
    `${body.name} (${body.id})${sayFor(body, arrangement)}`,
    ...[
      `Chair: ${sayChair(body, arrangement, today)}.`,
      `Members: ${sayMembers(body, arrangement)}.`,
      `${body.quorum ? `Quorate with ${sayQuorum(body.quorum, arrangement)}` : 'When it is quorate is not said'}.`,
      `${body.cadence ? `Meets ${sayCadence(body.cadence)}` : 'How often it meets is not said'}.`,
      ...body.papersTo.map((who) => `Its papers go to ${who} as well.`),
      ...body.standingItems.map((item) => `On every agenda: ${item}.`),
    ].map((line) => `  ${line}`),
  ]);

const NOT_SAID = 'not said';

const sayFor = ({ area, remit }: Body, { areas }: Arrangement): string => {
  const where = areas.find(({ id }) => id === area)?.name;
  const whom = remit.includes('adults') ? `, for ${listed(remit)}` : '';
  return `${where ? `, for ${where} alone` : ''}${whom}`;
};

const sayChair = ({ id }: Body, arrangement: Arrangement, today: Day): string => {
  const chair = chairOn(arrangement, id, today);
  return chair ? sayPost(arrangement, chair) : NOT_SAID;
};

const sayMembers = ({ members }: Body, arrangement: Arrangement): string =>
  members ? listed(members.map(({ seat }) => saySeat(arrangement, seat))) : NOT_SAID;

const sayQuorum = ({ kind, n, of }: Quorum, arrangement: Arrangement): string => {
  const seats = of.map((seat) => saySeat(arrangement, seat));
  return kind === 'count' && n < of.length
    ? `any ${inWords(n)} of ${listed(seats, 'or')}`
    : `${listed(seats)}, every one of them`;
};

const sayCadence = (cadence: Cadence): string => {
  if ('dates' in cadence) return `on ${listed(cadence.dates.map(sayDay))}`;
  return `every ${cadence.every}`;
};
