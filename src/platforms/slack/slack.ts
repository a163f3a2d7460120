import type { Message } from '../../app/message.ts';
import type { Person } from '../../domain/arrangement.ts';
import type { Behind } from '../chat/behind.ts';
import type { Lanes } from '../chat/lanes.ts';
import type { Reach } from '../chat/reach.ts';
import type { Register } from './register.ts';
import type { Roster } from './roster.ts';
import type { SlackSettings } from './settings.ts';
import type { CarrierOf } from './way.ts';

/** What the parts of the Slack surface share. */
export interface Slack extends Behind {
  readonly via: 'slack';
  readonly settings: SlackSettings;
  readonly roster: Roster;
  readonly register: Register;
  readonly lanes: Lanes;
  readonly carrierOf: CarrierOf;
  readonly reach: Reach;
  /** Heed's commands as they are called here. */
  readonly worded: (message: Message) => Message;
  /** Brings somebody a direct message. */
  readonly tell: (person: Person, message: Message) => Promise<string>;
  /** Slack's own, unless a test has another. */
  readonly apiUrl?: string | undefined;
  /** How long a form is kept waiting for its answer. */
  readonly patienceMs?: number | undefined;
}
