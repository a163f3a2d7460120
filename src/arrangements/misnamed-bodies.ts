import type { BodyFile } from './body-file.ts';
import type { Chair } from './chair-file.ts';
import { type Misnamed, unknown } from './mistake.ts';
import { postsOf } from './posts.ts';
import type { ArrangementFile } from './schema.ts';

/** What a body and its chair name: areas, seats and posts; and a quorum that could never be reached. */
export const misnamedBodies = (file: ArrangementFile): readonly Misnamed[] => [
  ...file.bodies.flatMap((body, at) => misnamedBody(body, ['bodies', at], file)),
  ...misnamedChair(file.posts.chair, ['posts', 'chair'], file),
];

type Path = readonly PropertyKey[];

const misnamedBody = (body: BodyFile, path: Path, file: ArrangementFile): readonly Misnamed[] => {
  const areas = file.areas.map(({ id }) => id);
  return [
    ...unknown([...path, 'area'], 'area', body.area, areas),
    ...misnamedChair(body.chair, [...path, 'chair'], file),
    ...misnamedSeats(body, path, file),
    ...misnamedQuorum(body, path, file),
  ];
};

const agenciesIn = ({ statutoryPartners, agencies }: ArrangementFile): readonly string[] =>
  [...statutoryPartners, ...agencies].map(({ id }) => id);
const postIds = (file: ArrangementFile): readonly string[] => postsOf(file).map(({ id }) => id);

/** A chair is held by a post that somebody is in: not by another chair that others hold. */
const misnamedChair = (
  { post, rotates = [] }: Chair,
  path: Path,
  file: ArrangementFile,
): readonly Misnamed[] => {
  const own = postsOf(file)
    .filter(({ through }) => !through)
    .map(({ id }): string => id);
  return [
    ...unknown([...path, 'post'], 'post with a holder of its own', post, own),
    ...rotates.flatMap((one, at) =>
      unknown([...path, 'rotates', at], 'post with a holder of its own', one, own),
    ),
  ];
};

const misnamedSeats = (
  { members }: BodyFile,
  path: Path,
  file: ArrangementFile,
): readonly Misnamed[] => {
  if (!members || members === 'all') return [];
  const seats = members.map(({ seat }) => seat);
  return members.flatMap(({ seat, by }, at) => {
    const here = [...path, 'members', at];
    return [
      ...unknown(here, 'agency or post', seat, [...agenciesIn(file), ...postIds(file)]),
      ...unknown([...here, 'by'], 'post', by, postIds(file)),
      ...(seats.indexOf(seat) < at ? [{ path: here, message: `${seat} has a seat already` }] : []),
    ];
  });
};

const misnamedQuorum = (
  { quorum, members }: BodyFile,
  path: Path,
  file: ArrangementFile,
): readonly Misnamed[] => {
  if (!quorum) return [];
  const of = quorum.of ?? file.statutoryPartners.map(({ id }) => id);
  const seats =
    members && members !== 'all'
      ? members.map(({ seat }) => seat)
      : [...agenciesIn(file), ...postIds(file)];
  const here = [...path, 'quorum'];
  return [
    ...of.flatMap((seat, at) =>
      unknown(quorum.of ? [...here, 'of', at] : here, 'seat in this body for', seat, seats),
    ),
    ...(new Set(of).size < of.length
      ? [{ path: [...here, 'of'], message: 'expected each seat once' }]
      : []),
    ...(quorum.kind === 'count' && quorum.n > of.length
      ? [
          {
            path: [...here, 'n'],
            message: `expected at most ${of.length}, the number of seats that count`,
          },
        ]
      : []),
  ];
};
