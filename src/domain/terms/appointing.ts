import { chairOf } from '../agencies.ts';
import type { Arrangement } from '../arrangement.ts';
import type { Body } from '../body.ts';
import type { PostId } from '../item.ts';

type Known = Pick<Arrangement, 'appoints' | 'bodies' | 'posts'>;

/** Whether it is one of the posts that somebody appoints to: the chair and the scrutineers (S0 8.2 and 8.3). */
export const isAppointed = (post: PostId, { posts }: Known): boolean => {
  const role = posts.get(post)?.role;
  return role === 'chair' || role === 'scrutineer';
};

/** The body that appoints to them, where the arrangement names one (S2 4.2.1). */
export const appointingBody = ({ appoints, bodies }: Known): Body | undefined =>
  bodies.find(({ id }) => id === appoints?.body);

/** Its chair and its members. */
export const appointingPosts = (known: Known): readonly PostId[] => {
  const body = appointingBody(known);
  return body
    ? [...new Set([chairOf(body.id), ...(body.members ?? []).map(({ post }) => post)])]
    : [];
};
