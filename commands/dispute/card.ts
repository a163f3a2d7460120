import { saySource } from '../../src/app/coming-of.ts';
import type { Situation } from '../../src/app/command.ts';
import { type Button, type Message, MOST_BUTTONS, text } from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import type { Dispute } from '../../src/domain/governance/dispute.ts';
import { capital } from '../../src/domain/words.ts';
import { sayEmbargo } from '../review/held-back.ts';
import { mayMove } from './may.ts';
import { sayBetween, sayRaised, sayStanding, sayWhose, stagesOf } from './words.ts';

/** One dispute: the stage that it is at, whose that is, and how it came there. */
export const disputeCard = (
  dispute: Dispute,
  situation: Situation,
  title: string,
  more: readonly string[] = [],
): Message => {
  const duties = dutiesOf(dispute, situation).filter((duty) => isVisibleDuty(situation, duty));
  return {
    title,
    blocks: [
      ...more.map(text),
      ...sayEmbargo(dispute),
      { type: 'facts', rows: factsOf(dispute, situation) },
      { type: 'list', items: stagesOf(dispute, situation) },
    ],
    buttons: buttonsOf(dispute, situation),
    about: [dispute.ref],
    duties,
    again: { command: 'dispute show', fields: { dispute: dispute.ref } },
  };
};

const factsOf = (
  dispute: Dispute,
  situation: Situation,
): readonly (readonly [string, string])[] => [
  ['What', capital(dispute.what)],
  ['Between', sayBetween(dispute, situation)],
  ['Standing', capital(sayStanding(dispute, situation))],
  ...(dispute.resolved
    ? [['Outcome', dispute.resolved.outcome] as const]
    : [
        ['With', capital(sayWhose(dispute, situation))] as const,
        ['Raised', capital(sayRaised(situation))] as const,
      ]),
  ...saySource(dispute, situation),
];

/** The same for all of those whose stage it is. */
const buttonsOf = (dispute: Dispute, situation: Situation): readonly Button[] => {
  const { ref, resolved } = dispute;
  const why: Button = { label: 'Why?', command: 'why', fields: { about: ref }, record: ref };
  if (resolved || !mayMove(dispute, situation)) return [why];
  const [duty] = dutiesOf(dispute, situation);
  const presses = duty?.answers ?? (duty?.settle ? [duty.settle] : [resolving(ref)]);
  return [
    ...presses.map((press): Button => ({ ...press, record: ref })).slice(0, MOST_BUTTONS - 1),
    why,
  ];
};

/** One that is only written down can end as well. */
const resolving = (ref: Dispute['ref']): Button => ({
  label: 'It is resolved',
  command: 'dispute resolve',
  fields: { dispute: ref },
});
