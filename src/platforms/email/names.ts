import { arrangementOn, partnershipName } from '../../domain/arrangement-on.ts';
import { londonDay } from '../../domain/day.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Email } from './email.ts';

type Sender = Pick<Email, 'settings'>;

/** The right-hand side of every name that Heed gives to a message. */
export const hostOf = ({ settings }: Sender): string => settings.from.split('@')[1] ?? 'localhost';

/** The partnership's own name as it is today, and the banner that stands with everything it says. */
export const headOf = ({ arrangement, now }: Pick<Email, 'arrangement' | 'now'>) => {
  const today = arrangementOn(arrangement, londonDay(now()));
  return { partnership: partnershipName(today), banner: today.banner };
};

/** The thread of one record. */
export const threadName = (sender: Sender, ref: Ref): string =>
  `${ref.toLowerCase()}.record@${hostOf(sender)}`;
