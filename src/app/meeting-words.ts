import type { Arrangement } from '../domain/arrangement.ts';
import { quorumAt } from '../domain/meetings/attendance.ts';
import { ATTENDED, type Attended, type Meeting } from '../domain/meetings/meeting.ts';
import { saySeat } from '../domain/posts.ts';
import { listed } from '../domain/words.ts';
import type { Block } from './message.ts';

export const saySeats = (seats: readonly string[], arrangement: Arrangement): string =>
  listed(seats.map((seat) => saySeat(arrangement, seat)));

/** "it is not quorate without the police" */
export const sayQuorum = (meeting: Meeting, arrangement: Arrangement): string => {
  const found = quorumAt(meeting, arrangement);
  switch (found?.is) {
    case 'quorate':
      return 'it is quorate';
    case 'inquorate': {
      const who = saySeats(found.missing, arrangement);
      return found.lacking === found.missing.length
        ? `it is not quorate without ${who}`
        : `it is not quorate: ${found.lacking} more of ${who} would have to come`;
    }
    case 'unruled':
      return 'who is there is recorded; the arrangement does not say when it is quorate';
    case undefined:
      return 'nobody is recorded yet';
  }
};

const SAID = {
  member: 'There',
  deputy: 'By their deputy',
  apologies: 'Apologies',
  absent: 'Absent',
} as const satisfies Record<Attended, string>;

/** Who came, in lists; nothing before anybody is recorded. */
export const sayAttendance = (meeting: Meeting, arrangement: Arrangement): readonly Block[] => {
  const rows = ATTENDED.flatMap((is) => {
    const seats = Object.entries(meeting.attendance).flatMap(([seat, one]) =>
      one.is === is ? [seat] : [],
    );
    return seats.length > 0 ? [[SAID[is], saySeats(seats, arrangement)] as const] : [];
  });
  return rows.length > 0 ? [{ type: 'facts', rows }] : [];
};
