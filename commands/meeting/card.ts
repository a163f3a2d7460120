import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import { sayAttendance, sayQuorum } from '../../src/app/meeting-words.ts';
import {
  type Block,
  type Button,
  type Message,
  MOST_BUTTONS,
  text,
} from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { isHeld } from '../../src/domain/meetings/attendance.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { holds, sayPost, seesPart } from '../../src/domain/posts.ts';
import { capital } from '../../src/domain/words.ts';
import { decidedAt, risksFrom } from './business.ts';
import { gatheredFor } from './gathered.ts';

/** A meeting and what has gathered for it, of what the person may see. */
export const agendaCard = (
  meeting: Meeting,
  situation: Situation,
  title?: string,
  more: readonly string[] = [],
): Message => {
  const isToCome = !meeting.cancelled && meeting.on >= situation.today;
  const gathered = isToCome ? gatheredFor(meeting, situation) : [];
  const listed = [
    ...gathered,
    { heading: 'Decided at it', items: decidedAt(meeting, situation) },
    { heading: 'On the risk register because of it', items: risksFrom(meeting, situation) },
  ].filter(({ items }) => items.length > 0);
  const duties = dutiesOf(meeting, situation).filter((duty) => isVisibleDuty(situation, duty));
  return {
    title: title ?? titleOf(meeting, situation),
    blocks: [
      ...more.map(text),
      ...(meeting.cancelled ? [text(`It is cancelled: ${meeting.cancelled.reason}`)] : []),
      ...sayMovedFrom(meeting, situation),
      ...sayInvited(meeting, situation),
      ...saidOfWhoCame(meeting, situation, title === undefined),
      ...listed.flatMap(({ heading, items }): readonly Block[] => [
        text(heading),
        { type: 'list', items: items.map(({ line }) => line) },
      ]),
      ...(gathered.length === 0 && isToCome && !isHeld(meeting)
        ? [text('Nothing has gathered for it by itself.')]
        : []),
    ],
    buttons: buttonsOf(meeting, duties, situation),
    about: [meeting.ref, ...listed.flatMap(({ items }) => items.flatMap(({ ref }) => ref ?? []))],
    duties,
    again: { command: 'meeting agenda', fields: { meeting: meeting.ref } },
  };
};

const titleOf = ({ ref, body, on, at }: Meeting, situation: Situation): string => {
  const met = on < situation.today ? 'met' : 'meets';
  return `${ref}: ${bodyName(situation, body)} ${met} on ${sayNear(on, situation.today)}${at ? ` at ${at}` : ''}`;
};

/** Of a meeting that was moved: from which days, the first of them first, and why. */
const sayMovedFrom = ({ moves }: Meeting, { today }: Situation): readonly Block[] =>
  moves.map(({ was, wasAt, at, reason }) =>
    text(
      `It was moved from ${sayNear(was, today)}${wasAt ? ` at ${wasAt}` : ''} on ${sayNear(londonDay(at), today)}${reason ? `. Reason: ${reason}` : '.'}`,
    ),
  );

/** Who was asked to attend for a sub-group; no answer is neither yes nor no. */
const sayInvited = ({ invited = {} }: Meeting, { arrangement }: Situation): readonly Block[] =>
  Object.entries(invited).map(([body, { answer }]) => {
    const said = { yes: 'and is coming', no: 'and cannot come', none: 'and has not answered' };
    return text(
      `Asked to attend: ${sayPost(arrangement, chairOf(body))}, ${said[answer?.is ?? 'none']}.`,
    );
  });

/** Who came is for the chair of the body and those who govern. */
const saidOfWhoCame = (
  meeting: Meeting,
  situation: Situation,
  withQuorum: boolean,
): readonly Block[] => {
  const { arrangement, actor } = situation;
  return isHeld(meeting) && seesPart(arrangement, actor, meeting, undefined)
    ? [
        ...(withQuorum ? [text(`${capital(sayQuorum(meeting, arrangement))}.`)] : []),
        ...sayAttendance(meeting, arrangement),
      ]
    : [];
};

/** What the person owes of it, the first to be due first; no minutes before it was held. */
const buttonsOf = (
  { on }: Meeting,
  duties: readonly Duty[],
  { arrangement, actor, today }: Situation,
): readonly Button[] =>
  duties
    .filter((duty) => isOpen(duty) && holds(arrangement, actor, duty.owner))
    .filter(({ name }) => name !== 'send-minutes' || on <= today)
    .flatMap(({ settle, answers, record }) =>
      (answers ?? (settle ? [settle] : [])).map((press) => ({ ...press, record })),
    )
    .slice(0, MOST_BUTTONS);
