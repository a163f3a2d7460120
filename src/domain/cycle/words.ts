import { sayDay, sayMonth } from '../day.ts';
import type { Amendment } from './amendment.ts';

/** "move “Annual independent scrutiny” from Tue 30 Jun 2026 to Fri 31 Jul 2026" */
export const sayAmendment = ({ change, what, which, to }: Amendment): string => {
  const from = which ? ` from ${sayDay(which.due)}` : '';
  const until = to ? ` to ${sayDay(to)}` : '';
  if (change === 'move') return `move “${what}”${from}${until}`;
  return change === 'drop'
    ? `drop “${what}”${which ? ` of ${sayMonth(which.due)}` : ''}`
    : `add “${what}”, due ${to ? sayDay(to) : ''}`;
};
