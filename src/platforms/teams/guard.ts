import { type Guarded, guardedBy } from '../chat/guarded.ts';
import { rootOf } from './activity.ts';
import type { Teams } from './teams.ts';
import type { Present } from './wire.ts';

/** What it takes to look: the doctor has no more than this. */
export type Guarding = Pick<Teams, 'carrier' | 'roster' | 'arrangement' | 'register' | 'settings'>;

/** Who is in a channel or a group chat; asked each time, since somebody may have come in a moment ago. */
export const guard = async (teams: Guarding, conversation: string): Promise<Guarded> => {
  const way = teams.register.wayTo(rootOf(conversation));
  if (!way) return { is: 'unknown' };
  const asked = await teams.carrier.present(way);
  if (asked.is === 'refused' && asked.status !== 401) return { is: 'closed', why: NOT_IN };
  if (asked.is !== 'done') return { is: 'unknown' };
  return guardedBy(teams.arrangement, asked.result.filter(isPerson).map(memberOf(teams)));
};

const NOT_IN =
  'it is no channel that Heed is in. Add Heed to its team, and give its id in the settings';

const isPerson = ({ id }: Present): boolean => !id.startsWith('28:');

const memberOf =
  ({ roster, arrangement, settings }: Guarding) =>
  ({ object = '', tenant = settings.tenant }: Present) => {
    const id = roster.personOf(tenant, object);
    const account = `${tenant}/${object}`;
    const seenAs = `Microsoft Entra shows the object id ${object || 'of nobody'}`;
    return { person: id && arrangement.people.get(id), seenAs, account };
  };
