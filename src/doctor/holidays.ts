import { type Finding, note, well, wrong } from '../app/finding.ts';
import type { Calendar } from '../domain/calendar.ts';
import { type Day, day, sayDay, yearOf } from '../domain/day.ts';

const WHERE =
  'A newer Heed brings them, in src/domain/bank-holidays.json (from www.gov.uk/bank-holidays); until then the business unit adds each with /holiday add';

/** Beyond the last year that is known, every weekday would count as a working day. */
export const holidayFinding = ({ lastYear }: Calendar, today: Day): Finding => {
  const known = `bank holidays are known until ${sayDay(day(`${lastYear}-12-31`))}`;
  if (yearOf(today) > lastYear)
    return wrong('Holidays', `${known}, so working days are counted wrongly now. ${WHERE}.`);
  return today >= `${lastYear}-07-01`
    ? note('Holidays', `${known}, and clocks that run beyond it are counted wrongly. ${WHERE}.`)
    : well('Holidays', `${known}.`);
};
