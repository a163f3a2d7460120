import type { Way } from '../../app/deliver.ts';
import type { Journal } from '../../app/ports.ts';
import type { Behind } from '../chat/behind.ts';
import { emailCourier } from './courier.ts';
import type { Email } from './email.ts';
import { mailOffice } from './office.ts';
import { answerPages } from './pages.ts';
import { type Kept, register } from './register.ts';
import { type Reports, reports } from './reports.ts';
import type { EmailSettings } from './settings.ts';
import { smtp } from './smtp.ts';

/** What e-mail is given of Heed. */
export interface Given extends Behind {
  readonly settings: EmailSettings;
  readonly journal: Journal<Kept>;
  /** What stands before every path at the outward server, like /merton, where it has several partnerships. */
  readonly base?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Heed by e-mail: what it sends, and the pages on which it is answered. */
export interface EmailSurface extends Reports {
  readonly courier: Way;
  /** What the outward server answers with; nothing where the settings give no address for it. */
  readonly pages: ReturnType<typeof answerPages> | undefined;
}

export const connectEmail = (given: Given): EmailSurface => {
  const { settings, journal, base = '', timeoutMs, now, report } = given;
  const email: Email = {
    ...given,
    base,
    register: register(journal),
    office: mailOffice({ post: smtp(settings, timeoutMs), now, report }),
  };
  const returned = reports(email, timeoutMs);
  return {
    ...returned,
    courier: emailCourier(email),
    pages: settings.answers === undefined ? undefined : answerPages(email),
  };
};
