import { agencyName } from '../../domain/agencies.ts';
import type { PostId } from '../../domain/item.ts';
import type { Owed } from '../../domain/outbox.ts';
import { lowered } from '../../domain/words.ts';
import { sayChase } from './chase.ts';
import type { Scenery } from './line.ts';

/** "Probation: the probation lead has been reminded twice since Wed 4 Mar, the probation deputy once." */
export const sayPart = ({ item, duty }: Owed, scenery: Scenery): string => {
  const chase = sayChase(scenery, item, duty.owner);
  const { arrangement } = scenery;
  const part = item.part ?? '';
  const name = arrangement.posts.get(part as PostId)?.title ?? agencyName(arrangement, part);
  return `${name}: ${lowered(chase)}`;
};
