import type { Situation } from '../../src/app/command.ts';
import { addMonths, sayDay } from '../../src/domain/day.ts';
import { partsOf, sayPounds, sayShare, sumOf } from '../../src/domain/reviews/costs.ts';
import { NEWS_TOLD, type PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import {
  BODY,
  CONFLICT,
  LEAD,
  METHOD,
  PRODUCT,
  SUITABLE,
  sayOutcome,
  WAITS_FOR,
} from '../../src/domain/reviews/words.ts';
import { listed } from '../../src/domain/words.ts';
import { agencyRow, row } from './rapid-words.ts';

type Row = readonly [string, string];

/** Where it stands, in a sentence. */
export const practiceStanding = (review: PracticeReview): string =>
  [
    `It is ${sayOutcome(review.type)}, decided on ${sayDay(review.decided.on)}.`,
    review.ended
      ? `It ended when the decision was changed to ${sayOutcome(review.ended.why)}.`
      : sayPublication(review),
  ]
    .filter(Boolean)
    .join(' ');

const sayPublication = ({
  published,
  planned,
  withheld,
  delay,
  improved,
}: PracticeReview): string => {
  if (published)
    return `Published on ${sayDay(published.on)}; it stays public until ${sayDay(addMonths(published.on, 12))} at least.`;
  const meanwhile = improved ? ` The improvements were published on ${sayDay(improved.on)}.` : '';
  if (withheld) return `Withheld on ${sayDay(withheld.since.on)}: ${withheld.reason}${meanwhile}`;
  if (planned) return `To be published on ${sayDay(planned.on)}.${meanwhile}`;
  return delay
    ? `Put off to ${sayDay(delay.until)}, pending ${WAITS_FOR[delay.pending]}.${meanwhile}`
    : meanwhile.trim();
};

export const practiceFacts = (review: PracticeReview, situation: Situation): readonly Row[] => [
  ['Children', sayChildren(review)],
  ['Rapid review', review.rapidReview],
  ...agencyRow(review.agencies, situation),
  ...scopeRow(review),
  ...reviewerRows(review),
  ...NEWS_TOLD.flatMap((of) => toldRow(review, of)),
  ...row('Check-ins', sayCheckins(review)),
  ...row('Written requests', sayRequests(review)),
  ...costRows(review, situation),
  ...row('Copy sent', review.copied && sayDay(review.copied.on)),
  ...row('Published at', review.url),
  ...row('Learning shared', sayLearning(review)),
];

/** "Child L, published as Franklyn" */
const sayChildren = ({ children, pseudonym, published }: PracticeReview): string =>
  `${children.join(', ')}${pseudonym ? `, ${published ? 'published as' : 'to be published as'} ${pseudonym}` : ''}`;

const reviewerRows = ({ reviewer, invited }: PracticeReview): readonly Row[] => {
  if (!reviewer) return [];
  const { called, method, checks, conflict, named } = reviewer;
  const lacking = Object.entries(checks)
    .filter(([, met]) => !met)
    .map(([name]) => SUITABLE[name as keyof typeof SUITABLE]);
  return [
    ['Reviewer', `${called}, named on ${sayDay(named.on)}; ${CONFLICT[conflict]}`],
    ...row('Not met by the reviewer', listed(lacking)),
    ['Method', METHOD[method]],
    ...(invited
      ? [
          [
            'Invited',
            `practitioners ${yes(invited.practitioners)}, families ${yes(invited.families)}`,
          ] as const,
        ]
      : []),
  ];
};

const yes = (said: boolean): string => (said ? 'yes' : 'not yet');

/** "LCS file 9, Tue 1 Jan 2019 to Mon 13 Jun 2022; commissioned jointly, with Sutton and Croydon" */
const scopeRow = ({ scope }: PracticeReview): readonly Row[] => {
  if (!scope) return [];
  const { termsRef, from, to, lead, others } = scope;
  const period = from && to ? `, ${sayDay(from)} to ${sayDay(to)}` : '';
  return [
    ['Scope', `terms in ${termsRef}${period}; ${LEAD[lead]}${others ? `, with ${others}` : ''}`],
  ];
};

const sayLearning = ({ learning = {} }: PracticeReview): string =>
  listed(
    Object.entries(learning).map(
      ([name, { on }]) => `${PRODUCT[name as keyof typeof PRODUCT]} ${sayDay(on)}`,
    ),
  );

const TOLD_OF = {
  decision: 'Told of the decision',
  reviewer: 'Told of the reviewer',
  delay: 'Told of the delay',
  withholding: 'Told why it is withheld',
} as const;

const toldRow = ({ told }: PracticeReview, of: (typeof NEWS_TOLD)[number]): readonly Row[] => {
  const bodies = Object.entries(told[of] ?? {});
  return row(
    TOLD_OF[of],
    listed(bodies.map(([name, { on }]) => `${BODY[name as keyof typeof BODY]} ${sayDay(on)}`)),
  );
};

const sayCheckins = ({ checkins }: PracticeReview): string =>
  listed(
    checkins.map(
      ({ on, progress, note }) =>
        `${sayDay(on)} ${progress.replace('-', ' ')}${note ? ` (${note})` : ''}`,
    ),
  );

const sayRequests = ({ requests }: PracticeReview): string =>
  listed(
    requests.map(
      ({ on, letterRef, answered }) =>
        `${letterRef} of ${sayDay(on)}, ${answered ? `answered ${sayDay(answered.on)}` : 'not answered'}`,
    ),
  );

/** What it costs, and each partner's part to the penny. */
const costRows = ({ costs }: PracticeReview, { arrangement }: Situation): readonly Row[] => {
  if (!costs) return [];
  const total = sumOf(costs.lines.map(({ pence }) => pence));
  const nameOf = (id: string) => arrangement.agencies.find((one) => one.id === id)?.name ?? id;
  return [
    [
      'Estimated cost',
      `${sayPounds(total)} (${costs.lines.map(({ what, pence }) => `${what} ${sayPounds(pence)}`).join(', ')})`,
    ],
    ...partsOf(total, costs.shares).map(
      ({ agency, points, pence }): Row => [
        nameOf(agency),
        `${sayShare(points)}, ${sayPounds(pence)}`,
      ],
    ),
  ];
};
