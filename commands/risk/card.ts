import { saySource } from '../../src/app/coming-of.ts';
import type { Situation } from '../../src/app/command.ts';
import { type Button, type Message, text } from '../../src/app/message.ts';
import { sayDay } from '../../src/domain/day.ts';
import { dutiesOf, isOpen } from '../../src/domain/duty.ts';
import type { Risk } from '../../src/domain/governance/risk.ts';
import { postOf } from '../../src/domain/posts.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { capital } from '../../src/domain/words.ts';
import { sayEmbargo } from '../review/held-back.ts';
import { mayReview, REGISTRARS } from './may.ts';
import { sayRating, sayReviews } from './words.ts';

/** One risk: how grave it is, whose, what is done about it, and what its reviews made of it. */
export const riskCard = (
  risk: Risk,
  situation: Situation,
  title: string,
  more: readonly string[] = [],
): Message => {
  const reviews = sayReviews(risk, situation);
  return {
    title,
    blocks: [
      ...more.map(text),
      ...sayEmbargo(risk),
      { type: 'facts', rows: factsOf(risk, situation) },
      ...(reviews.length > 0 ? [{ type: 'list' as const, items: reviews }] : []),
    ],
    buttons: buttonsOf(risk, situation),
    about: [risk.ref],
    duties: dutiesOf(risk, situation),
    again: { command: 'risk show', fields: { risk: risk.ref } },
  };
};

const factsOf = (risk: Risk, situation: Situation): readonly (readonly [string, string])[] => [
  ['What', capital(risk.what)],
  ['Rating', capital(sayRating(risk.rating))],
  ['Owner', capital(postOf(situation.arrangement, risk.owner).title)],
  ...(risk.mitigation ? [['What is done', capital(risk.mitigation)] as const] : []),
  ...(risk.closed
    ? [['Closed', `${sayDay(risk.closed.on)}. Reason: ${risk.closed.reason}`] as const]
    : [['Reviewed next', `by ${sayDay(risk.review)}`] as const]),
  ...saySource(risk, situation),
];

const buttonsOf = (risk: Risk, situation: Situation): readonly Button[] => {
  const { ref } = risk;
  const isOwed = dutiesOf(risk, situation).some(isOpen);
  const fields = { risk: ref };
  return [
    ...(isOwed && mayReview(risk, situation)
      ? [{ label: 'I have reviewed it', command: 'risk review', fields, record: ref }]
      : []),
    ...(isOwed && hasRole(situation.roles, REGISTRARS)
      ? [{ label: 'Close it', command: 'risk close', fields, record: ref }]
      : []),
    { label: 'Why?', command: 'why', fields: { about: ref }, record: ref },
  ];
};
