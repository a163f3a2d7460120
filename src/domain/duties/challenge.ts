import { leadOf } from '../agencies.ts';
import {
  ANSWERED,
  type Challenge,
  type ChallengeAnswer,
  type Closing,
} from '../governance/challenge.ts';
import type { PostId } from '../item.ts';
import { saySeat } from '../posts.ts';
import { GOVERNANCE_CLOCKS } from '../rules/governance.ts';
import type { Dated } from '../signed.ts';
import { capital, unstopped } from '../words.ts';
import { fromTheDay, governed } from './governance.ts';
import type { Duty, Press, Setting } from './shape.ts';

/** The agency's answer, and then the word of whoever raised it, whether that settles it. */
export const challengeDuties = (challenge: Challenge, setting: Setting): readonly Duty[] => [
  answering(challenge, setting),
  ...settling(challenge, setting),
];

const answering = (challenge: Challenge, setting: Setting): Duty => {
  const { ref, what, to, due, raised, extensions, answers, closed } = challenge;
  const answer = (label: string, is: ChallengeAnswer): Press => ({
    label,
    command: 'challenge answer',
    fields: { challenge: ref, answer: is },
  });
  const duty = governed(
    challenge,
    'answer-challenge',
    {
      started: startedOf(challenge),
      began: 'The day was set for',
      from: due,
      owner: leadOf(to),
      what: `answer the challenge: ${unstopped(what)}`,
      done: answers[0],
      isOver: closed !== undefined,
      note: `${capital(saySeat(setting.arrangement, challenge.from))} raised it. Silence is no answer.`,
      answers: [
        answer('We accept it', 'accept'),
        answer('We accept it in part', 'accept-in-part'),
        answer('We do not accept it', 'do-not-accept'),
      ],
      // Whoever had heard of it is told of its new day, and not of its beginning again.
      ladder: [
        ...(extensions ? [] : fromTheDay(raised.on, due)),
        ...GOVERNANCE_CLOCKS['answer-challenge'].ladder,
      ],
    },
    setting,
  );
  return { ...duty, part: to };
};

/** What fell before its day was set was never owed. */
const startedOf = ({ raised, extensions = [] }: Challenge): Dated => {
  const last = extensions.at(-1);
  return last ? { on: raised.on, at: last.at, by: last.by } : raised;
};

/** It begins with the answer, which is how whoever raised it hears of that. */
const settling = (challenge: Challenge, setting: Setting): readonly Duty[] => {
  const { ref, what, from, answers, closed } = challenge;
  const last = answers.at(-1);
  if (!last) return [];
  const press = (label: string, is: Closing): Press => ({
    label,
    command: 'challenge close',
    fields: { challenge: ref, is },
  });
  const isAgency = setting.arrangement.posts.has(leadOf(from));
  const duty = governed(
    challenge,
    'settle-challenge',
    {
      started: last,
      began: 'It was answered on',
      owner: isAgency ? leadOf(from) : (from as PostId),
      what: `say whether the answer settles it: ${unstopped(what)}`,
      done: closed,
      round: answers.length,
      note: `${capital(saySeat(setting.arrangement, challenge.to))} ${ANSWERED[last.is]}: ${unstopped(last.note)}.`,
      answers: [press('It is settled', 'settled'), press('It is not settled', 'not-settled')],
    },
    setting,
  );
  return [isAgency ? { ...duty, part: from } : duty];
};
