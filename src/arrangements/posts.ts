import type { Post } from '../domain/arrangement.ts';
import type { PostId } from '../domain/item.ts';
import type { Role } from '../domain/roles.ts';
import type { ArrangementFile } from './schema.ts';

/** Every post of a partnership: the business unit, the officers, the partners, the agencies, the chairs. */
export const postsOf = (file: ArrangementFile): readonly Post[] => [
  ...officers(file),
  ...file.statutoryPartners.flatMap((agency) =>
    agencyPosts(agency, 'statutory-partner', 'a safeguarding partner'),
  ),
  ...file.agencies.flatMap((agency) =>
    agencyPosts(agency, 'agency', 'an agency of the partnership'),
  ),
  ...file.bodies.map(({ id, name, chair }) =>
    post(`${id}-chair`, chair, 'group-chair', { standing: `the chair of ${name}` }),
  ),
];

const officers = ({ posts }: ArrangementFile): readonly Post[] => [
  post('manager', posts.manager, 'business-unit'),
  post('administrator', posts.administrator, 'business-unit'),
  post('notifier', posts.notifier, 'notifier', { deputy: 'notifier-deputy' as PostId }),
  post('notifier-deputy', posts.notifierDeputy, 'notifier', {
    called: "notifier's deputy",
    lead: false,
  }),
  post('chair', posts.chair, 'chair'),
  post('scrutineer', posts.scrutineer, 'scrutineer'),
  ...(posts.youngScrutineer ? [post('young-scrutineer', posts.youngScrutineer, 'scrutineer')] : []),
];

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

const memberFor = (partner: string | undefined): Pick<Post, 'executive'> =>
  partner === undefined ? {} : { executive: `${partner}-lead` as PostId };

const post = (id: string, title: string, role: Role, more: Partial<Post> = {}): Post => {
  const called = more.called ?? id.replaceAll('-', ' ');
  return { id: id as PostId, title, role, called, standing: `the ${called}`, lead: true, ...more };
};
