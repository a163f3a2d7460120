import type { Catalogue } from '../src/app/command.ts';
import { dueAll } from './due/all.ts';
import { due } from './due/mine.ts';
import { dueWeek } from './due/week.ts';
import { help } from './help/help.ts';
import { holidayAdd } from './holiday/add.ts';
import { holidayList } from './holiday/list.ts';
import { holidayRemove } from './holiday/remove.ts';
import { incidentCopied } from './incident/copied.ts';
import { incidentCorrect } from './incident/correct.ts';
import { incidentFormSent } from './incident/form-sent.ts';
import { incidentList } from './incident/list.ts';
import { incidentLog } from './incident/log.ts';
import { incidentNotified } from './incident/notified.ts';
import { incidentShow } from './incident/show.ts';
import { incidentToldPartners } from './incident/told-partners.ts';
import { incidentWithdraw } from './incident/withdraw.ts';
import { preview } from './preview/preview.ts';
import { undo } from './undo/undo.ts';
import { why } from './why/why.ts';

/** What can this bot do? */
export const catalogue: Catalogue = [
  due,
  dueAll,
  dueWeek,
  help,
  holidayAdd,
  holidayList,
  holidayRemove,
  incidentCopied,
  incidentCorrect,
  incidentFormSent,
  incidentList,
  incidentLog,
  incidentNotified,
  incidentShow,
  incidentToldPartners,
  incidentWithdraw,
  preview,
  undo,
  why,
];
