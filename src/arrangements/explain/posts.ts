import type { Agency, Arrangement, Post } from '../../domain/arrangement.ts';
import type { Day } from '../../domain/day.ts';
import { sayDay } from '../../domain/day.ts';
import { sayPost } from '../../domain/posts.ts';
import { nextTurn, turnOn } from '../../domain/turns.ts';

/** Every post by its name, with its title, and who has it where nobody of its own does. */
export const postLines = (arrangement: Arrangement, today: Day): readonly string[] =>
  [...arrangement.posts.values()].map(
    (post) => `${post.id}: ${post.title}${sayHeld(post, arrangement, today)}`,
  );

const sayHeld = (post: Post, arrangement: Arrangement, today: Day): string => {
  const { through, turns, ended, deputy } = post;
  if (ended) return `; no post any more since ${sayDay(ended)}`;
  if (through && turns) {
    const next = nextTurn(turns, today);
    return `; in turn, now ${sayPost(arrangement, through)}, from ${sayDay(next)} ${sayPost(arrangement, turnOn(turns, next))}`;
  }
  if (through) return `; whoever is ${sayPost(arrangement, through)}`;
  return deputy ? `; deputy ${deputy}` : '';
};

/** The statutory partners, then the agencies: who takes part, and who is accountable where that is another. */
export const agencyLines = (arrangement: Arrangement): readonly string[] =>
  arrangement.agencies.map((agency) => {
    const standing = arrangement.statutory.includes(agency.id) ? ', a statutory partner' : '';
    return `${agency.name} (${agency.id}${standing})${sayMore(agency, arrangement)}`;
  });

const sayMore = (
  { area, accountableOfficer, isSectorRepresentative }: Agency,
  { areas }: Arrangement,
): string => {
  const where = areas.find(({ id }) => id === area)?.name;
  const more = [
    ...(where && areas.length > 1 ? [`of ${where}`] : []),
    ...(isSectorRepresentative ? ['speaks for its sector, and cannot commit others in it'] : []),
    ...(accountableOfficer ? [`its accountable officer is the ${accountableOfficer}`] : []),
  ];
  return more.map((one) => `; ${one}`).join('');
};
