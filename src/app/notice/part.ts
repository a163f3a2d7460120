import type { Owed } from '../../domain/outbox.ts';
import { sayChase } from './chase.ts';
import type { Scenery } from './line.ts';

/** "Probation: The probation lead has been reminded twice since Wed 4 Mar, the probation deputy once." */
export const sayPart = ({ item, duty }: Owed, scenery: Scenery): string => {
  const agency = scenery.arrangement.agencies.find(({ id }) => id === item.part);
  const chase = sayChase(scenery, item, duty.owner);
  return `${agency?.name ?? item.part}: ${chase.charAt(0).toLowerCase()}${chase.slice(1)}`;
};
