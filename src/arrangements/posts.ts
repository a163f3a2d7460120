import { notifierDeputyOf, notifierOf } from '../domain/areas.ts';
import type { Post } from '../domain/arrangement.ts';
import type { PostId } from '../domain/item.ts';
import type { Role } from '../domain/roles.ts';
import type { Chair } from './chair-file.ts';
import type { ArrangementFile } from './schema.ts';

/** Every post of a partnership: the business unit, the officers, the partners, the agencies, the chairs. */
export const postsOf = (file: ArrangementFile): readonly Post[] => [
  ...officers(file),
  ...file.statutoryPartners.flatMap((partner) => [
    ...agencyPosts(partner, 'statutory-partner', 'a safeguarding partner'),
    ...officerPosts(partner),
  ]),
  ...file.agencies.flatMap((agency) =>
    agencyPosts(agency, 'agency', 'an agency of the partnership'),
  ),
  ...file.otherBoards.map(({ id, name, representative }) =>
    post(`${id}-representative`, representative, 'agency', {
      standing: `the representative of ${name}`,
      lead: false,
      board: name,
    }),
  ),
  ...file.bodies.map(({ id, name, chair }) =>
    post(`${id}-chair`, chair.title ?? `Chair of ${name}`, 'group-chair', {
      standing: `the chair of ${name}`,
      ...chairedBy(chair),
    }),
  ),
];

/** Who holds the post of a chair, where it has no holder of its own. */
const chairedBy = ({ post, rotates, months, from }: Chair): Pick<Post, 'through' | 'turns'> => {
  if (post) return { through: post as PostId };
  const [first] = rotates ?? [];
  if (!rotates || !first || !months || !from) return {};
  return { through: first as PostId, turns: { among: rotates as PostId[], months, from } };
};

const officers = ({ posts, areas }: ArrangementFile): readonly Post[] => [
  post('manager', posts.manager, 'business-unit'),
  post('administrator', posts.administrator, 'business-unit'),
  post('notifier', posts.notifier, 'notifier', { deputy: 'notifier-deputy' as PostId }),
  post('notifier-deputy', posts.notifierDeputy, 'notifier', {
    called: "notifier's deputy",
    lead: false,
  }),
  ...areas.flatMap(areaPosts),
  post('chair', posts.chair.title ?? 'Chair', 'chair', chairedBy(posts.chair)),
  ...pool('scrutineer', posts.scrutineer),
  ...pool('young-scrutineer', posts.youngScrutineer ?? []),
];

const areaPosts = ({
  id,
  name,
  notifier,
  notifierDeputy,
}: ArrangementFile['areas'][number]): readonly Post[] =>
  notifier && notifierDeputy
    ? [
        post(notifierOf(id), notifier, 'notifier', {
          called: `notifier of ${name}`,
          deputy: notifierDeputyOf(id),
        }),
        post(notifierDeputyOf(id), notifierDeputy, 'notifier', {
          called: `deputy notifier of ${name}`,
          lead: false,
        }),
      ]
    : [];

/** The first has the name itself, so that whatever goes to a scrutineer has somebody to go to. */
const pool = (id: string, titles: readonly string[]): readonly Post[] =>
  titles.map((title, at) => post(at === 0 ? id : `${id}-${at + 1}`, title, 'scrutineer'));

const agencyPosts = (
  { id, lead, deputy, sector }: ArrangementFile['agencies'][number],
  role: Role,
  standing: string,
): readonly Post[] => {
  const member = memberFor(role === 'statutory-partner' ? id : sector);
  return [
    post(`${id}-lead`, lead, role, {
      standing,
      ...member,
      ...(deputy ? { deputy: `${id}-deputy` as PostId } : {}),
    }),
    ...(deputy
      ? [
          post(`${id}-deputy`, deputy, role, {
            standing: `the ${id} lead's deputy`,
            lead: false,
            ...member,
          }),
        ]
      : []),
  ];
};

/** Whoever is accountable is told beyond their delegate, by a ladder that names the post (G97). */
const officerPosts = ({
  id,
  name,
  accountableOfficer,
}: ArrangementFile['statutoryPartners'][number]): readonly Post[] =>
  accountableOfficer
    ? [
        post(`${id}-officer`, accountableOfficer, 'statutory-partner', {
          called: `${id} accountable officer`,
          standing: `the accountable officer of ${name}`,
          lead: false,
          ...memberFor(id),
        }),
      ]
    : [];

const memberFor = (partner: string | undefined): Pick<Post, 'executive'> =>
  partner === undefined ? {} : { executive: `${partner}-lead` as PostId };

const post = (id: string, title: string, role: Role, more: Partial<Post> = {}): Post => {
  const called = more.called ?? id.replaceAll('-', ' ');
  return { id: id as PostId, title, role, called, standing: `the ${called}`, lead: true, ...more };
};
