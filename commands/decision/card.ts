import { saySource } from '../../src/app/coming-of.ts';
import type { Situation } from '../../src/app/command.ts';
import { type Button, type Message, MOST_BUTTONS, text } from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { sayDay, sayNear } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import type { PartnershipDecision } from '../../src/domain/governance/decision.ts';
import { capital } from '../../src/domain/words.ts';
import { sayEmbargo } from '../review/held-back.ts';
import { maySettle } from './may.ts';
import { partnerFacts, sayMarks, sayReported, sayTaken } from './words.ts';

/** One decision, with all that has become of it. */
export const decisionCard = (
  decision: PartnershipDecision,
  situation: Situation,
  title: string,
  more: readonly string[] = [],
): Message => {
  const duties = dutiesOf(decision, situation).filter((duty) => isVisibleDuty(situation, duty));
  return {
    title,
    blocks: [
      ...[...sayMarks(decision, situation), ...more].map(text),
      ...sayEmbargo(decision),
      { type: 'facts', rows: factsOf(decision, duties, situation) },
    ],
    buttons: buttonsOf(decision, duties, situation),
    about: [decision.ref],
    duties,
    again: { command: 'decision show', fields: { decision: decision.ref } },
  };
};

const factsOf = (
  decision: PartnershipDecision,
  duties: readonly Duty[],
  situation: Situation,
): readonly (readonly [string, string])[] => [
  ['What', capital(decision.what)],
  ['Decided', `${sayDay(decision.made.on)}, ${sayTaken(decision, situation)}`],
  ...partnerFacts(decision, situation),
  ...(decision.taken.is === 'between-meetings'
    ? [['Reported', `${sayReported(decision, situation)}${sayUntil(duties, situation)}`] as const]
    : []),
  ...saySource(decision, situation),
];

/** Of one that is not reported: by when it has to be, where a meeting says so. */
const sayUntil = (duties: readonly Duty[], { today }: Situation): string => {
  const owed = duties.find(isOpen);
  if (!owed) return '';
  if (owed.name === 'schedule-to-report') return '; no meeting of the Partnership is scheduled';
  const day = sayNear(owed.due, today);
  return owed.state === 'late'
    ? `; it was to be by the meeting on ${day}`
    : `; by the meeting on ${day}, or in writing`;
};

const buttonsOf = (
  decision: PartnershipDecision,
  duties: readonly Duty[],
  situation: Situation,
): readonly Button[] => {
  const { ref } = decision;
  const presses = duties
    .filter((duty) => isOpen(duty) && maySettle(decision, situation))
    .flatMap(({ settle, answers }) => answers ?? (settle ? [settle] : []))
    .map((press): Button => ({ ...press, record: ref }))
    .slice(0, MOST_BUTTONS - 1);
  return [...presses, { label: 'Why?', command: 'why', fields: { about: ref }, record: ref }];
};
