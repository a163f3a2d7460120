import { deputyOf, leadOf } from './agencies.ts';
import type { Arrangement } from './arrangement.ts';
import type { PostId } from './item.ts';

/** The posts that notify for one area, where the arrangement names them. */
export const notifierOf = (area: string): PostId => `notifier-${area}` as PostId;
export const notifierDeputyOf = (area: string): PostId => `notifier-${area}-deputy` as PostId;

type Known = Pick<Arrangement, 'areas'>;

/** Whether it has to be said which area something is of: a partnership of one area never asks. */
export const hasAreas = ({ areas }: Known): boolean => areas.length > 1;

/** "the city"; its id where the arrangement of the day has it no more. */
export const areaName = ({ areas }: Known, wanted: string): string =>
  areas.find(({ id }) => id === wanted)?.name ?? wanted;

/** The post that owes what is owed of an area: its own notifier where there is one. */
export const ownerIn = (known: Known, owner: PostId, area: string | undefined): PostId =>
  (owner === 'notifier' && known.areas.find(({ id }) => id === area)?.notifier) || owner;

/**
 * Of these agencies' ids, those of an area and those of all areas: in another the authority of that one
 * has no part (S3, "Geographical Boundaries"). All of them where it is of no area that there is.
 */
export const inArea = (
  { areas, agencies }: Pick<Arrangement, 'areas' | 'agencies'>,
  area: string | undefined,
): ((agency: string) => boolean) => {
  if (area === undefined || !areas.some(({ id }) => id === area)) return () => true;
  const others = agencies.filter((one) => one.area !== undefined && one.area !== area);
  return (agency) => !others.some(({ id }) => id === agency);
};

/** Whether a post acts for another area alone: its notifier, or whoever answers for its authority or agencies. */
export const isOfOtherArea = (
  { areas, agencies }: Pick<Arrangement, 'areas' | 'agencies'>,
  post: PostId,
  area: string | undefined,
): boolean => {
  if (area === undefined || !areas.some(({ id }) => id === area)) return false;
  const notifiers = areas
    .filter(({ id }) => id !== area)
    .flatMap(({ id }) => [notifierOf(id), notifierDeputyOf(id)]);
  const others = agencies
    .filter((one) => one.area !== undefined && one.area !== area)
    .flatMap(({ id }) => [leadOf(id), deputyOf(id)]);
  return [...notifiers, ...others].includes(post);
};
