import { arrangementOn, partnershipName } from '../../domain/arrangement-on.ts';
import { londonDay } from '../../domain/day.ts';
import type { Ref } from '../../domain/reference.ts';
import type { Email } from './email.ts';

type Sender = Pick<Email, 'settings'>;

/** The right-hand side of every name that Heed gives to a message. */
export const hostOf = ({ settings }: Sender): string => settings.from.split('@')[1] ?? 'localhost';

/** The partnership's own name as it is today. */
export const partnershipOf = ({ arrangement, now }: Pick<Email, 'arrangement' | 'now'>): string =>
  partnershipName(arrangementOn(arrangement, londonDay(now())));

/** The thread of one record. */
export const threadName = (sender: Sender, ref: Ref): string =>
  `${ref.toLowerCase()}.record@${hostOf(sender)}`;
