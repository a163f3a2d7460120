import type { Body, Cadence, Member, Quorum } from '../domain/body.ts';
import { MONTHS_OF } from '../domain/cadence.ts';
import type { PostId } from '../domain/item.ts';
import { type BodyFile, WEEKDAYS } from './body-file.ts';
import type { ArrangementFile } from './schema.ts';

/** The bodies of a file, with their seats, their quorum and how often they meet. */
export const bodiesOf = (file: ArrangementFile): readonly Body[] =>
  file.bodies.map((body) => ({
    id: body.id,
    name: body.name,
    type: body.type,
    area: body.area,
    remit: body.remit,
    members: membersOf(body, file),
    quorum: quorumOf(body, file),
    cadence: cadenceOf(body),
    papersTo: body.papersTo,
    standingItems: body.standingItems,
    source: body.source,
  }));

const allAgencies = (file: ArrangementFile): readonly ArrangementFile['agencies'][number][] => [
  ...file.statutoryPartners,
  ...file.agencies,
];

const membersOf = ({ members }: BodyFile, file: ArrangementFile): Body['members'] =>
  members === 'all'
    ? allAgencies(file).map(({ id }) => seatOf(id, undefined, file))
    : members?.map(({ seat, by }) => seatOf(seat, by, file));

/** An agency sits by its lead, with its deputy; any other seat is a post's own. */
const seatOf = (seat: string, by: string | undefined, file: ArrangementFile): Member => {
  const agency = allAgencies(file).find(({ id }) => id === seat);
  if (!agency) return { seat, post: (by ?? seat) as PostId };
  const deputy = agency.deputy ? (`${seat}-deputy` as PostId) : undefined;
  const post = (by ?? `${seat}-lead`) as PostId;
  return { seat, post, ...(deputy && deputy !== post ? { deputy } : {}) };
};

const quorumOf = (
  { quorum }: BodyFile,
  { statutoryPartners }: ArrangementFile,
): Quorum | undefined => {
  if (!quorum) return undefined;
  const of = quorum.of ?? statutoryPartners.map(({ id }) => id);
  return { kind: quorum.kind, of, n: quorum.kind === 'count' ? quorum.n : of.length };
};

const cadenceOf = ({ cadence }: BodyFile): Cadence | undefined => {
  if (!cadence) return undefined;
  const { every, dates, months, week, weekday } = cadence;
  if (dates) return { dates };
  if (!every) return undefined;
  return {
    every,
    months: months ?? MONTHS_OF[every],
    week,
    weekday: WEEKDAYS.indexOf(weekday) + 1,
  };
};
