import type { Arrangement } from './arrangement.ts';
import { arrangementOn } from './arrangement-on.ts';
import type { Body } from './body.ts';
import type { Day } from './day.ts';

/**
 * PURE. A body as the arrangement of a London day has it: its seats, its quorum and how often it meets. One
 * that has ended by then is as it was last; undefined where there never was one of that id.
 */
export const bodyOn = (arrangement: Arrangement, id: string, day: Day): Body | undefined => {
  const { bodies, former } = arrangementOn(arrangement, day);
  return [...bodies, ...(former?.bodies ?? [])].find((body) => body.id === id);
};
