import type { Message } from '../../app/message.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { Behind } from '../chat/behind.ts';
import type { Lanes } from '../chat/lanes.ts';
import type { Reach } from '../chat/reach.ts';
import type { Carrier } from './carrier.ts';
import type { Register } from './register.ts';
import type { Drawn } from './render.ts';
import type { Roster } from './roster.ts';
import type { TeamsSettings } from './settings.ts';

/** What the parts of the Teams surface share. */
export interface Teams extends Behind {
  readonly via: 'teams';
  readonly settings: TeamsSettings;
  readonly roster: Roster;
  readonly register: Register;
  readonly lanes: Lanes;
  readonly reach: Reach;
  readonly carrier: Carrier;
  /** Where the connector is spoken to before anything was heard from it. */
  readonly service: string;
  /** As cards, each within what Teams takes. */
  readonly pages: (message: Message) => readonly Drawn[];
  /** Brings somebody a message in their own chat with Heed. */
  readonly tell: (person: Person, message: Message) => Promise<string>;
}
