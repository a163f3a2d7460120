import type { Arrangement } from '../domain/arrangement.ts';
import type { Entry } from '../domain/change.ts';
import { londonDay, londonTime, sayDay } from '../domain/day.ts';
import { sayPerson } from '../domain/posts.ts';
import { capital } from '../domain/words.ts';

/** One decision as a line: who gave which command when, and nothing of what was typed. */
export const sayEntry = ({ at, by, via, asked }: Entry, arrangement: Arrangement): string =>
  `${sayDay(londonDay(at))}, ${londonTime(at)}: /${asked}. ${capital(sayPerson(arrangement, by))}, ${sayVia(via)}.`;

export const sayVia = (via: string): string => VIA[via] ?? `through ${via}`;

const VIA: Readonly<Record<string, string>> = {
  local: 'in the local workspace',
  slack: 'in Slack',
  teams: 'in Teams',
  email: 'by e-mail link',
  rehearsal: 'in a rehearsal',
};
