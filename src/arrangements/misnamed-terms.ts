import { notifierDeputyOf, notifierOf } from '../domain/areas.ts';
import type { PostId } from '../domain/item.ts';
import { EVERY_PARTNER } from './constitution.ts';
import { type Misnamed, unknown } from './mistake.ts';
import { postsOf } from './posts.ts';
import type { ArrangementFile } from './schema.ts';

/** What the terms of an arrangement name: areas, posts, bodies; and things that are called the same. */
export const misnamedTerms = (file: ArrangementFile): readonly Misnamed[] => [
  ...ofAreas(file),
  ...ofExclusions(file),
  ...unknown(['decisions', 'by'], 'post', file.decisions.by, idsOf(postsOf(file))),
  ...ofDisputes(file),
  ...ofCycle(file),
  ...ofReport(file),
  ...ofChannels(file),
  ...twice(['annualCycle'], file.annualCycle),
  ...twice(['reviewTypes'], file.reviewTypes),
  ...twice(['areas'], file.areas),
];

const idsOf = (named: readonly { readonly id: string }[]): readonly string[] =>
  named.map(({ id }) => id);

const ofAreas = (file: ArrangementFile): readonly Misnamed[] => [
  ...namingAreas(file),
  ...ofNotifiers(file),
];

/** It is asked of a case which area it is of only where there are several. */
const ofNotifiers = (file: ArrangementFile): readonly Misnamed[] => {
  const { areas } = file;
  const posts = idsOf(postsOf(file));
  return areas.flatMap(({ id, notifier }, at) => {
    if (!notifier) return [];
    const path = ['areas', at, 'notifier'];
    const own = [notifierOf(id), notifierDeputyOf(id)];
    const twice = own.find((one) => posts.filter((post) => post === one).length > 1);
    return [
      ...(areas.length === 1
        ? [{ path, message: 'expected none where there is one area alone: name it in posts' }]
        : []),
      ...(twice
        ? [{ path, message: `two posts would be called ${twice}. Give the area another id` }]
        : []),
    ];
  });
};

const namingAreas = ({
  areas,
  statutoryPartners,
  agencies,
}: ArrangementFile): readonly Misnamed[] =>
  Object.entries({ statutoryPartners, agencies }).flatMap(([field, all]) =>
    all.flatMap(({ area }, at) => unknown([field, at, 'area'], 'area', area, idsOf(areas))),
  );

/** Posts that one person holds by the arrangement itself cannot be kept apart by it. */
const ofExclusions = (file: ArrangementFile): readonly Misnamed[] => {
  const posts = postsOf(file);
  return file.roleExclusions.flatMap(({ posts: apart }, at) =>
    apart.flatMap((one, place) => {
      const path = ['roleExclusions', at, 'posts', place];
      const post = posts.find(({ id }) => id === one);
      const held = [post?.through, ...(post?.turns?.among ?? [])];
      const both = apart.find((other) => held.includes(other as PostId));
      return [
        ...unknown(path, 'post', one, idsOf(posts)),
        ...(both
          ? [{ path, message: `${both} holds it here, so the two cannot be kept apart` }]
          : []),
      ];
    }),
  );
};

const ofDisputes = (file: ArrangementFile): readonly Misnamed[] => [
  ...unknown(['appointments', 'by'], 'body', file.appointments?.by, idsOf(file.bodies)),
  ...unknown(['disputes', 'raisedAt'], 'body', file.disputes.raisedAt, idsOf(file.bodies)),
  ...file.disputes.stages.flatMap(({ by }, at) =>
    unknown(['disputes', 'stages', at, 'by'], 'post', by, [EVERY_PARTNER, ...idsOf(postsOf(file))]),
  ),
];

const ofCycle = (file: ArrangementFile): readonly Misnamed[] =>
  file.annualCycle.flatMap(({ owner, body, perArea }, at) => [
    ...unknown(['annualCycle', at, 'owner'], 'post', owner, idsOf(postsOf(file))),
    ...unknown(['annualCycle', at, 'body'], 'body', body, idsOf(file.bodies)),
    ...(perArea && file.areas.length === 0
      ? [{ path: ['annualCycle', at, 'perArea'], message: 'expected areas in this file first' }]
      : []),
  ]);

const ofReport = (file: ArrangementFile): readonly Misnamed[] => {
  const { input = [], signOff, presentedTo } = file.annualReport;
  return [
    ...Object.entries({ input, signOff }).flatMap(([field, posts]) =>
      posts.flatMap((one, at) =>
        unknown(['annualReport', field, at], 'post', one, idsOf(postsOf(file))),
      ),
    ),
    ...twice(['annualReport', 'presentedTo'], presentedTo),
  ];
};

const ofChannels = ({ channels, bodies }: ArrangementFile): readonly Misnamed[] =>
  Object.keys(channels).flatMap((name) =>
    unknown(['channels', name], 'use for a channel called', name, [
      'cases',
      'business-unit',
      ...idsOf(bodies),
    ]),
  );

const twice = (
  path: readonly PropertyKey[],
  all: readonly { readonly id: string }[],
): readonly Misnamed[] =>
  all.flatMap(({ id }, at) =>
    idsOf(all).indexOf(id) < at
      ? [{ path: [...path, at, 'id'], message: `two are called ${id}. Give one another name` }]
      : [],
  );
