import type { Arrangement } from './arrangement.ts';
import type { PostId } from './item.ts';
import { listed } from './words.ts';

/** The posts that answer for an agency. */
export const leadOf = (agency: string): PostId => `${agency}-lead` as PostId;
export const deputyOf = (agency: string): PostId => `${agency}-deputy` as PostId;

/** The post of a body's chair. */
export const chairOf = (body: string): PostId => `${body}-chair` as PostId;

export const speaksFor = (agency: string, post: string): boolean =>
  post === leadOf(agency) || post === deputyOf(agency);

/** Those that are asked, and those that were under an arrangement before: they may still owe an answer. */
export const everyAgency = ({ agencies, former }: Known): Arrangement['agencies'] => [
  ...agencies,
  ...(former?.agencies ?? []),
];

type Known = Pick<Arrangement, 'agencies'> & Partial<Pick<Arrangement, 'former'>>;

export const agencyName = (known: Known, wanted: string): string =>
  everyAgency(known).find(({ id }) => id === wanted)?.name ?? wanted;

/** In the arrangement's order. */
export const agencyNames = (known: Known, ids: readonly string[]): readonly string[] =>
  everyAgency(known).flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));

/** "Probation, Housing and Public Health" */
export const sayAgencies = (known: Known, ids: readonly string[]): string =>
  listed(agencyNames(known, ids));

/** The agency that a lead's post is of. */
export const agencyOfLead = (post: PostId): string => post.replace(/-lead$/, '');
