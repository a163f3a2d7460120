import type { Behind } from '../chat/behind.ts';
import type { Office } from './office.ts';
import type { Register } from './register.ts';
import type { EmailSettings } from './settings.ts';

/** What every part of e-mail works with. */
export interface Email extends Behind {
  readonly settings: EmailSettings;
  /** What stands before every path of its pages; empty where there is one partnership alone. */
  readonly base: string;
  readonly office: Office;
  readonly register: Register;
}
