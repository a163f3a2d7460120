import { z } from 'zod';
import { bodyName } from '../../src/app/action-words.ts';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText, words } from '../../src/app/field.ts';
import { foresee, sayMoves } from '../../src/app/foresee.ts';
import { plain } from '../../src/app/message.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { capital, counted } from '../../src/domain/words.ts';
import { sayClashes } from './clash.ts';
import { meeting, onMeeting, readTime, writtenOn } from './fields.ts';

export const meetingMove = defineCommand({
  name: 'meeting move',
  summary: 'Move a meeting to another day or time; what is planned back from it moves with it.',
  allow: ['business-unit'],
  fields: z.object({
    meeting,
    on: dayField('To which day'),
    at: words('At what time, like 14:00; as before, if left out').optional(),
    reason: freeText('Why').optional(),
  }),
  decide: ({ meeting: ref, on, at, reason }, situation) =>
    onMeeting(ref, situation, (found) => {
      const read = readTime(at);
      if ('wrong' in read) return refuse(read.wrong);
      const wrong = whyNot(found, on, situation);
      if (wrong) return refuse(wrong);
      const change = movedTo(found, { on, at: read.time ?? found.at, reason });
      if (on === found.on && change.at === found.at)
        return accept(
          plain(`${ref} is on ${sayTime(found, situation)} already. Nothing more is needed.`),
        );
      return writtenOn(ref, [change], situation, (moved) => ({
        title: `${ref}: ${bodyName(situation, moved.body)} now meets on ${sayTime(moved, situation)}`,
        more: [
          ...sayClashes(moved, '/meeting move gives it another', situation),
          ...sayGone(found, situation),
          ...sayMoved(ref, foresee(situation, [change]).moves, situation),
        ],
      }));
    }),
});

const movedTo = (
  { ref }: Meeting,
  { on, at, reason }: Pick<Meeting, 'on' | 'at'> & { readonly reason: string | undefined },
): Extract<Change, { type: 'meeting-moved' }> => ({
  type: 'meeting-moved',
  ref,
  on,
  ...(at ? { at } : {}),
  ...(reason ? { reason } : {}),
});

/** "Thu 5 Mar at 14:00" */
const sayTime = ({ on, at }: Pick<Meeting, 'on' | 'at'>, { today }: Situation): string =>
  `${sayNear(on, today)}${at ? ` at ${at}` : ''}`;

const whyNot = (found: Meeting, on: Day, situation: Situation): string | undefined => {
  const { ref, cancelled, attendance, sent } = found;
  const { today } = situation;
  if (cancelled) return `${ref} is cancelled. /meeting schedule schedules another.`;
  const day = sayNear(found.on, today);
  if (Object.keys(attendance).length > 0 || sent.minutes || hasDecided(ref, situation))
    return `${ref} was held on ${day}, so it cannot be moved. /meeting schedule schedules another.`;
  return on < today ? `${sayNear(on, today)} is past. Give a day to come.` : undefined;
};

/** What was decided, reported or confirmed at it says that it was held. */
const hasDecided = (ref: Meeting['ref'], { ledger }: Situation): boolean =>
  [...ledger.records.values()].some(
    (record) =>
      record.is === 'decision' &&
      !record.withdrawn &&
      (('meeting' in record.taken && record.taken.meeting === ref) ||
        record.reported?.meeting === ref ||
        record.confirmation?.meeting === ref),
  );

const GONE = { agenda: 'The agenda', papers: 'The papers' } as const;

/** Heed sends no papers itself: whoever did has to say that the day is another. */
const sayGone = ({ sent }: Meeting, { today }: Situation): readonly string[] =>
  (['agenda', 'papers'] as const).flatMap((what) => {
    const gone = sent[what];
    return gone
      ? [
          `${GONE[what]} went out on ${sayNear(gone.on, today)} with the old day. Tell those who have them of the new one.`,
        ]
      : [];
  });

/** Its own duties by name, and how many others hang on it. */
const sayMoved = (
  ref: Meeting['ref'],
  moves: ReturnType<typeof foresee>['moves'],
  situation: Situation,
): readonly string[] => {
  const own = moves.filter(({ is }) => is.record === ref);
  const others = sayMoves(
    moves.filter(({ is }) => is.record !== ref),
    situation,
  ).length;
  return [
    ...sayMoves(own, situation).map((line) => `Moved: ${line}.`),
    ...(others > 0
      ? [
          `${capital(counted(others, 'other duty', 'other duties'))} ${others === 1 ? 'that is' : 'that are'} due at it moved with it, and whoever was told of the old day is told of the new.`,
        ]
      : []),
  ];
};
