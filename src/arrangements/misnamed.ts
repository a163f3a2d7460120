import { listed } from '../domain/words.ts';
import { dutyNames } from './duty-names.ts';
import { postsOf } from './posts.ts';
import type { ArrangementFile } from './schema.ts';
import { isOwner, shippedTimetables } from './timetables.ts';

/** Names in a file that stand for nothing, or for two things. */
export const misnamed = (file: ArrangementFile): readonly string[] => [
  ...timetableNames(file),
  ...stepNames(file),
  ...ladderNames(file),
];

const timetableNames = ({ timetable, timetables }: ArrangementFile): readonly string[] => {
  const names = [...shippedTimetables, ...timetables].map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  return [
    ...twice.map((name) => `timetables: two are called ${name}. Give yours another name`),
    ...(names.includes(timetable)
      ? []
      : [`timetable: there is no ${timetable}. Those there are: ${listed(names)}`]),
  ];
};

const stepNames = (file: ArrangementFile): readonly string[] => {
  const posts = new Set<string>(postsOf(file).map(({ id }) => id));
  return file.timetables.flatMap(({ steps }, at) =>
    steps.flatMap(({ name, owner }, step) => {
      const where = `timetables[${at}].steps[${step}]`;
      return [
        ...(dutyNames.has(name)
          ? [`${where}.name: ${name} is another duty. Call it otherwise`]
          : []),
        ...(isOwner(owner, posts)
          ? []
          : [
              `${where}.owner: there is no post ${owner}. Name a post of this file, or business-unit, agencies, panel or partners`,
            ]),
      ];
    }),
  );
};

const ladderNames = ({ ladders, timetables }: ArrangementFile): readonly string[] => {
  const steps = [...shippedTimetables, ...timetables].flatMap((one) =>
    one.steps.map(({ name }) => name),
  );
  return Object.keys(ladders)
    .filter((name) => name !== 'default' && !dutyNames.has(name) && !steps.includes(name))
    .map(
      (name) =>
        `ladders.${name}: there is no such duty. Those there are: ${listed([...dutyNames])}`,
    );
};
