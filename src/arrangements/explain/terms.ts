import type { Arrangement } from '../../domain/arrangement.ts';
import { sayPost } from '../../domain/posts.ts';
import { KIND } from '../../domain/reviews/words.ts';
import { capital, counted, listed } from '../../domain/words.ts';

/** What is kept apart, how a dispute goes, what kinds of review there are, what is kept and how long. */
export const exclusionLines = (arrangement: Arrangement): readonly string[] =>
  arrangement.exclusions.map(
    ({ posts, source }) =>
      `${capital(listed(posts.map((post) => sayPost(arrangement, post))))} are different people (${source})`,
  );

export const decisionLines = (arrangement: Arrangement): readonly string[] => {
  const { by, inConsultation, source } = arrangement.decider;
  const { appoints, bodies } = arrangement;
  const body = bodies.find(({ id }) => id === appoints?.body);
  return [
    ...(appoints && body
      ? [`${capital(body.name)} appoints the chair and the scrutineers (${appoints.source})`]
      : []),
    `Between meetings ${sayPost(arrangement, by)} decides, ${inConsultation ? 'in consultation with the statutory partners' : 'and consults the statutory partners as appropriate'} (${source})`,
  ];
};

export const disputeLines = (arrangement: Arrangement): readonly string[] => {
  const { raisedAt, stages } = arrangement.disputes;
  const body = arrangement.bodies.find(({ id }) => id === raisedAt);
  return [
    ...(body ? [`Normally raised at ${body.name}`] : []),
    ...stages.map(({ title, todo, by, workingDays, recordOnly, source }, at) => {
      const whose = listed(by.map((post) => sayPost(arrangement, post)));
      const soon = workingDays ? `, within ${counted(workingDays, 'working day')}` : '';
      const only = recordOnly ? '; it is written down, and nothing follows of itself' : '';
      return `Stage ${at + 1}, ${title}: ${whose} ${by.length > 1 ? 'are' : 'is'} to ${todo}${soon}${only} (${source})`;
    }),
  ];
};

export const reviewLines = ({ reviewTypes, timetable }: Arrangement): readonly string[] => [
  ...reviewTypes.map(({ id, title, runsAs, source }) => {
    const begun = runsAs ? `; begun with type=${id}, it runs as ${KIND[runsAs]}` : '';
    return `${title}${begun} (${source})`;
  }),
  `Rapid reviews run by ${timetable.name}: ${timetable.title}`,
];

export const keptLines = ({ retention }: Arrangement): readonly string[] => [
  ...retention.map(({ records, years, source }) =>
    records === 'messages'
      ? `Messages have to be kept for ${counted(years, 'year')} (${source}): Slack, Teams and the mail server have what was sent, and delete it by what is set there`
      : `${capital(records)} have to be kept for ${counted(years, 'year')} after they are over (${source})`,
  ),
  ...(retention.some(({ records }) => records === 'reviews')
    ? ['A published report stays public for a year at the least (S0, Appendix 7)']
    : []),
  'What is not named here is kept for ever. Heed deletes nothing by itself: it lists what has been kept as long as it has to be, and the manager decides.',
];

export const channelLines = ({ channels }: Arrangement): readonly string[] =>
  [...channels].map(([use, name]) => `${use}: #${name}`);
