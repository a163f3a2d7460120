import { ADDRESSEES } from '../domain/arrangement.ts';
import { listed } from '../domain/words.ts';
import { dutyNames } from './duty-names.ts';
import { misnamedBodies } from './misnamed-bodies.ts';
import { misnamedTerms } from './misnamed-terms.ts';
import type { Misnamed } from './mistake.ts';
import { postsOf } from './posts.ts';
import type { ArrangementFile } from './schema.ts';
import { isOwner, shippedTimetables } from './timetables.ts';

/** Names in a file that stand for nothing, or for two things. */
export const misnamed = (file: ArrangementFile): readonly Misnamed[] => [
  ...timetableNames(file),
  ...stepNames(file),
  ...ladderNames(file),
  ...sectorNames(file),
  ...bodyNames(file),
  ...ladderPosts(file),
  ...misnamedBodies(file),
  ...misnamedTerms(file),
];

const sectorNames = ({ agencies, statutoryPartners }: ArrangementFile): readonly Misnamed[] => {
  const partners = statutoryPartners.map(({ id }) => id);
  return agencies.flatMap(({ sector }, at) =>
    sector && !partners.includes(sector)
      ? [
          {
            path: ['agencies', at, 'sector'],
            message: `there is no statutory partner ${sector}. Those there are: ${listed(partners)}`,
          },
        ]
      : [],
  );
};

const bodyNames = ({ partnershipBody, bodies }: ArrangementFile): readonly Misnamed[] => {
  const ids = bodies.map(({ id }) => id);
  return partnershipBody && !ids.includes(partnershipBody)
    ? [
        {
          path: ['partnershipBody'],
          message: `there is no body ${partnershipBody}. Those there are: ${listed(ids)}`,
        },
      ]
    : [];
};

const timetableNames = ({ timetable, timetables }: ArrangementFile): readonly Misnamed[] => {
  const names = [...shippedTimetables, ...timetables].map(({ name }) => name);
  const twice = timetables.flatMap(({ name }, at) =>
    names.indexOf(name) < shippedTimetables.length + at ? [{ name, at }] : [],
  );
  return [
    ...twice.map(({ name, at }) => ({
      path: ['timetables', at, 'name'],
      message: `two are called ${name}. Give yours another name`,
    })),
    ...(names.includes(timetable)
      ? []
      : [
          {
            path: ['timetable'],
            message: `there is no ${timetable}. Those there are: ${listed(names)}`,
          },
        ]),
  ];
};

const stepNames = (file: ArrangementFile): readonly Misnamed[] => {
  const posts = new Set<string>(postsOf(file).map(({ id }) => id));
  return file.timetables.flatMap(({ steps }, at) =>
    steps.flatMap(({ name, owner }, step) => {
      const path = ['timetables', at, 'steps', step];
      return [
        ...(dutyNames.has(name)
          ? [{ path: [...path, 'name'], message: `${name} is another duty. Call it otherwise` }]
          : []),
        ...(isOwner(owner, posts)
          ? []
          : [
              {
                path: [...path, 'owner'],
                message: `there is no post ${owner}. Name a post of this file, or business-unit, agencies, panel or partners`,
              },
            ]),
      ];
    }),
  );
};

const ladderNames = ({
  ladders,
  timetables,
  annualCycle,
}: ArrangementFile): readonly Misnamed[] => {
  const steps = [...shippedTimetables, ...timetables].flatMap((one) =>
    one.steps.map(({ name }) => name),
  );
  const known = new Set(['default', ...dutyNames, ...steps, ...annualCycle.map(({ id }) => id)]);
  return Object.keys(ladders)
    .filter((name) => !known.has(name))
    .map((name) => ({
      path: ['ladders', name],
      message: `there is no such duty. Those there are: ${listed([...dutyNames])}`,
    }));
};

/** A rung may go to any post of the file. */
const ladderPosts = (file: ArrangementFile): readonly Misnamed[] => {
  const posts = new Set<string>([...ADDRESSEES, ...postsOf(file).map(({ id }) => id)]);
  return Object.entries(file.ladders).flatMap(([name, rungs]) =>
    rungs.flatMap(({ to }, at) =>
      to.flatMap((one, place) =>
        posts.has(one)
          ? []
          : [
              {
                path: ['ladders', name, at, 'to', place],
                message: `there is no post ${one}. Name a post of this file, or ${listed(ADDRESSEES, 'or')}`,
              },
            ],
      ),
    ),
  );
};
