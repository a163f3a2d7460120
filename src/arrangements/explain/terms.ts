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
  ...retention.map(
    ({ records, years, source }) =>
      `${capital(records)} have to be kept for ${counted(years, 'year')} (${source})`,
  ),
  'Heed deletes nothing, whatever is written here.',
];

export const channelLines = ({ channels }: Arrangement): readonly string[] =>
  [...channels].map(([use, name]) => `${use}: #${name}`);
