import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import type { Message } from '../../src/app/message.ts';
import { text } from '../../src/app/message.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { sayAgencies } from '../../src/domain/agencies.ts';
import { sayNear } from '../../src/domain/day.ts';
import { type Meeting, nextPartnershipMeeting } from '../../src/domain/meeting.ts';
import { lateOf } from '../../src/domain/requests/part.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { sayKind } from '../../src/domain/requests/words.ts';
import { seesAll } from '../request/find.ts';

/** A meeting and what has gathered for it, of what the person may see. */
export const agendaCard = (meeting: Meeting, situation: Situation, title?: string): Message => {
  const items = nonResponses(meeting, situation);
  return {
    title:
      title ??
      `${meeting.ref}: ${bodyName(situation, meeting.body)} meets on ${sayNear(meeting.on, situation.today)}${meeting.at ? ` at ${meeting.at}` : ''}`,
    blocks: meeting.cancelled
      ? [text(`It is cancelled: ${meeting.cancelled.reason}`)]
      : items.length > 0
        ? [
            text('Those who have not answered. Silence is not agreement.'),
            { type: 'list', items: items.map(({ line }) => line) },
          ]
        : [text('Nothing has gathered for it by itself.')],
    buttons: [],
    about: [meeting.ref, ...items.map(({ ref }) => ref)],
    again: { command: 'meeting agenda', fields: { meeting: meeting.ref } },
  };
};

/** S0 8.11: what has not been answered is raised at the following meeting of the Partnership. */
const nonResponses = (meeting: Meeting, situation: Situation) => {
  const { ledger, arrangement, today } = situation;
  const next = nextPartnershipMeeting(ledger, arrangement, today);
  if (next?.ref !== meeting.ref) return [];
  return [...ledger.records.keys()].flatMap((ref) => {
    const record = visibleRecord(situation, ref);
    if (record?.is !== 'request' || !seesAll(record, situation)) return [];
    const late = lateOf(record, today);
    return late.length > 0 ? [{ ref, line: sayLate(record, late, situation) }] : [];
  });
};

const sayLate = (
  { ref, kind, due }: InformationRequest,
  late: readonly string[],
  { arrangement, today }: Situation,
): string => {
  return `${ref}, ${sayKind(kind)}, due ${sayNear(due, today)}: ${sayAgencies(arrangement, late)}`;
};
