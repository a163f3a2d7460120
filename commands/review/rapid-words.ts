import type { Situation } from '../../src/app/command.ts';
import { agencyNames } from '../../src/domain/agencies.ts';
import { sayDay } from '../../src/domain/day.ts';
import { sayPerson } from '../../src/domain/posts.ts';
import type { Decision } from '../../src/domain/reviews/decision.ts';
import { approvalsMissing } from '../../src/domain/reviews/media.ts';
import {
  decisionOf,
  missingFrom,
  type RapidReview,
  versionOf,
} from '../../src/domain/reviews/rapid-review.ts';
import { sayType } from '../../src/domain/reviews/types.ts';
import {
  AIM,
  APPROVES,
  CIRCUMSTANCE,
  CONTENT,
  CRITERION,
  DECIDER,
  KIND,
  sayOutcome,
} from '../../src/domain/reviews/words.ts';
import { capital, listed } from '../../src/domain/words.ts';

type Row = readonly [string, string];

/** Where it stands, in a sentence. */
export const rapidStanding = (review: RapidReview): string => {
  const decision = decisionOf(review);
  const sent = review.sent[versionOf(review)];
  const parts = [
    `It is ${KIND[review.kind]}.`,
    review.kind === 'statutory' || review.kind === 'local' ? sayRecord(review) : '',
    decision ? `Decided on ${sayDay(decision.made.on)}: ${sayOutcome(decision.outcome)}.` : '',
    sent ? `Sent on ${sayDay(sent.on)}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
};

const sayRecord = (review: RapidReview): string => {
  if (review.completed) return `Completed on ${sayDay(review.completed.on)}.`;
  const missing = missingFrom(review);
  return missing.length === 0
    ? 'Its record has everything.'
    : `Its record still lacks ${listed(missing)}.`;
};

/** "c (a concise summary of the facts)" */
export const sayContents = (contents: ReturnType<typeof missingFrom>): string =>
  listed(contents.map((content) => `${content} (${CONTENT[content]})`));

export const rapidFacts = (review: RapidReview, situation: Situation): readonly Row[] => [
  ['Children', review.children.join(', ')],
  ['Incident', review.incident],
  ...row('Type', review.type && sayType(situation.arrangement, review.type)),
  ['Begun', sayDay(review.started.on)],
  ...agencyRow(review.agencies, situation),
  ...row('Panel meets', review.panelOn && sayDay(review.panelOn)),
  ...row('Expected', review.expected && sayDay(review.expected)),
  ...row('Record in', review.secureRef),
  ...row('Aims considered', listed((review.aims ?? []).map((aim) => AIM[aim]))),
  ...row('Agencies left out', review.omissions),
  ...review.decisions.map((one, at) => decisionRow(one, at, situation)),
  ...mediaRow(review),
];

export const row = (name: string, value: string | undefined): readonly Row[] =>
  value ? [[name, value]] : [];

export const agencyRow = (ids: readonly string[], { arrangement }: Situation): readonly Row[] => {
  const names = agencyNames(arrangement, ids);
  return names.length > 0 ? [['Agencies', listed(names)]] : [];
};

const decisionRow = (decision: Decision, at: number, { arrangement }: Situation): Row => {
  const { outcome, criteria, circumstances, rationaleRef, decidedBy, made, reason, began } =
    decision;
  const grounds = [
    ...criteria.map((one) => CRITERION[one]),
    ...circumstances.map((one) => CIRCUMSTANCE[one]),
  ];
  const parts = [
    `${sayOutcome(outcome)}${began ? ` (${began})` : ''}, by ${DECIDER[decidedBy]}`,
    grounds.length > 0 ? listed(grounds) : 'no criterion was ticked',
    `grounds in ${rationaleRef}`,
    ...(reason ? [`in place of the one before: ${reason}`] : []),
    `entered by ${sayPerson(arrangement, made.by)}`,
  ];
  return [`Decision ${at + 1}, ${sayDay(made.on)}`, `${capital(parts.join('; '))}`];
};

const mediaRow = ({ media }: RapidReview): readonly Row[] => {
  const last = media.at(-1);
  if (!last) return [];
  const missing = approvalsMissing(last).map((one) => APPROVES[one]);
  return [
    [
      'Media request',
      missing.length > 0
        ? `asked on ${sayDay(last.asked.on)}; not answered until ${listed(missing)} ${missing.length === 1 ? 'agrees' : 'agree'}`
        : `all three have agreed to the line in ${last.lineRef}`,
    ],
  ];
};
