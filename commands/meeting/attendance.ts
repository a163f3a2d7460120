import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { words } from '../../src/app/field.ts';
import { sayQuorum, saySeats } from '../../src/app/meeting-words.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import { bodyOf, seatsOf } from '../../src/domain/meetings/attendance.ts';
import { ATTENDED, type Attended, type Meeting } from '../../src/domain/meetings/meeting.ts';
import { counted, listed } from '../../src/domain/words.ts';
import { meeting, onMeeting, writtenOn } from './fields.ts';

const seats = (title: string) =>
  words(`${title}: agencies, comma-separated, or rest`, { most: 600 });

export const meetingAttendance = defineCommand({
  name: 'meeting attendance',
  summary: 'Record who is at a meeting, by agency; whether it is quorate is said at once.',
  allow: ['business-unit', 'chair', 'group-chair'],
  fields: z.object({
    meeting,
    member: seats('Who is there').optional(),
    deputy: seats('Whose deputy is there').optional(),
    apologies: seats('Who has sent apologies').optional(),
    absent: seats('Who is absent').optional(),
  }),
  decide: ({ meeting: ref, ...lists }, situation) =>
    onMeeting(ref, situation, (found) => {
      const known = seatsOf(bodyOf(situation.arrangement, found) ?? {});
      const read = readSeats(lists, known);
      const wrong = whyNot(found, situation, known) ?? ('wrong' in read ? read.wrong : undefined);
      if (wrong !== undefined || 'wrong' in read) return refuse(wrong ?? '');
      const change = { type: 'meeting-attended', ref, seats: read.seats } as const;
      return writtenOn(ref, [change], situation, (then) => ({
        title: `${ref}: ${sayQuorum(then, situation.arrangement)}`,
        more: leftOut(then, known, situation),
      }));
    }),
});

const whyNot = (
  { ref, on, body, cancelled }: Meeting,
  { today, arrangement, roles, actor }: Situation,
  known: readonly string[],
): string | undefined => {
  const isOwn = actor.posts.some((post) => post === chairOf(body));
  if (!isOwn && !roles.some((role) => role === 'business-unit' || role === 'chair'))
    return 'You do not chair that body. Ask its chair or the business unit to record who came.';
  if (cancelled) return `${ref} is cancelled, so nobody was at it. /meeting list shows the others.`;
  if (on > today) return `${ref} is on ${sayNear(on, today)}. Record who came on the day.`;
  return known.length > 0
    ? undefined
    : `The arrangement ${arrangement.name} does not say who sits in that body, so there are no seats to fill. Give it members (docs/arrangements.md).`;
};

type Lists = { readonly [K in Attended]?: string | undefined };
type Read = { readonly seats: Readonly<Record<string, Attended>> } | { readonly wrong: string };

/** "rest" stands for every seat that is in no other list. */
const readSeats = (lists: Lists, known: readonly string[]): Read => {
  const named = ATTENDED.flatMap((is) => split(lists[is]).map((seat) => ({ is, seat })));
  if (named.length === 0)
    return {
      wrong: `Say who came: member=${known.slice(0, 2).join()} deputy=… apologies=… absent=rest.`,
    };
  const strange = named.find(({ seat }) => seat !== REST && !known.includes(seat));
  if (strange) return { wrong: `${strange.seat} has no seat there. Name one of ${listed(known)}.` };
  const seatsNamed = named.map(({ seat }) => seat);
  const twice = seatsNamed.find((seat, at) => seatsNamed.indexOf(seat) < at);
  if (twice) return { wrong: `${twice} stands in two lists. Say once how that seat was filled.` };
  const rest = known.filter((seat) => !seatsNamed.includes(seat));
  return {
    seats: Object.fromEntries(
      named.flatMap(({ is, seat }) => (seat === REST ? rest : [seat]).map((one) => [one, is])),
    ),
  };
};

const REST = 'rest';
const split = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((seat) => seat.trim().toLowerCase())
    .filter((seat) => seat !== '');

const leftOut = (
  { attendance }: Meeting,
  known: readonly string[],
  situation: Situation,
): readonly string[] => {
  const open = known.filter((seat) => attendance[seat] === undefined);
  return open.length === 0
    ? []
    : [
        `Nothing is recorded of ${counted(open.length, 'seat')} yet: ${saySeats(open, situation.arrangement)}.`,
      ];
};
