import { saySource } from '../../src/app/coming-of.ts';
import type { Situation } from '../../src/app/command.ts';
import { type Button, type Message, MOST_BUTTONS, text } from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { londonDay, sayDay } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import type { Challenge } from '../../src/domain/governance/challenge.ts';
import { sayPerson } from '../../src/domain/posts.ts';
import { capital } from '../../src/domain/words.ts';
import { sayEmbargo } from '../review/held-back.ts';
import { mayAnswer, mayClose } from './may.ts';
import { sayAnswers, sayParty, sayStanding } from './words.ts';

/** One challenge: who asks what of whom, what was answered, and what came of it. */
export const challengeCard = (
  challenge: Challenge,
  situation: Situation,
  title: string,
  { more = [], buttons = [] }: { more?: readonly string[]; buttons?: readonly Button[] } = {},
): Message => {
  const duties = dutiesOf(challenge, situation);
  const answers = sayAnswers(challenge, situation);
  return {
    title,
    blocks: [
      ...more.map(text),
      ...sayEmbargo(challenge),
      { type: 'facts', rows: factsOf(challenge, situation) },
      ...(answers.length > 0 ? [{ type: 'list' as const, items: answers }] : []),
    ],
    buttons: [...buttons, ...buttonsOf(challenge, duties, situation)].slice(0, MOST_BUTTONS),
    about: [challenge.ref],
    duties: duties.filter((duty) => isVisibleDuty(situation, duty)),
    again: { command: 'challenge show', fields: { challenge: challenge.ref } },
  };
};

const factsOf = (
  challenge: Challenge,
  situation: Situation,
): readonly (readonly [string, string])[] => [
  ['What', capital(challenge.what)],
  ['From', capital(sayParty(challenge.from, situation))],
  ['To', capital(sayParty(challenge.to, situation))],
  ['Due', sayDay(challenge.due)],
  ...(challenge.extensions ?? []).map(
    ({ was, at, by, reason }) =>
      [
        'Put off',
        `from ${sayDay(was)}, on ${sayDay(londonDay(at))} by ${sayPerson(situation.arrangement, by)}: ${reason}`,
      ] as const,
  ),
  ['Standing', capital(sayStanding(challenge, situation))],
  ...(challenge.closed ? [['Reason', challenge.closed.reason] as const] : []),
  ...saySource(challenge, situation),
];

/** What they may say of it; there is always a way to why. */
const buttonsOf = (
  challenge: Challenge,
  duties: readonly Duty[],
  situation: Situation,
): readonly Button[] => {
  const { ref } = challenge;
  const may = { 'answer-challenge': mayAnswer, 'settle-challenge': mayClose } as const;
  const presses = duties
    .filter(isOpen)
    .filter(({ name }) => may[name as keyof typeof may](challenge, situation))
    .flatMap(({ answers = [] }) => answers)
    .map((press): Button => ({ ...press, record: ref }));
  return [...presses, { label: 'Why?', command: 'why', fields: { about: ref }, record: ref }];
};
