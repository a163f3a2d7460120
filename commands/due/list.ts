import type { Situation } from '../../src/app/command.ts';
import type { Message } from '../../src/app/message.ts';
import { sayAgo } from '../../src/app/notice/single.ts';
import { paged } from '../../src/app/paged.ts';
import { isVisibleDuty, visibleRecord } from '../../src/app/visible.ts';
import { workingDaysBetween } from '../../src/domain/calendar.ts';
import { sayDay } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, todoOf } from '../../src/domain/duty.ts';
import { holds } from '../../src/domain/posts.ts';
import { openDuties } from '../../src/domain/setting.ts';
import { counted } from '../../src/domain/words.ts';

interface DueList {
  readonly command: string;
  readonly title: (things: string) => string;
  readonly empty: string;
  readonly keep: (duty: Duty) => boolean;
  readonly page: number;
  /** Whether to name the owner on each line. */
  readonly withOwner?: boolean;
  /** Everything of the records spoken of, or only what is listed. */
  readonly duties: 'of-records' | 'listed';
}

/** What is owed, soonest first, of what the person may see. */
export const dueList = (list: DueList, situation: Situation): Message => {
  const rows = openDuties(situation.ledger, situation)
    .filter((duty) => isVisibleDuty(situation, duty) && list.keep(duty))
    .map((duty) => ({
      line: sayDuty(duty, situation, list.withOwner ?? false),
      about: [duty.record],
      duties: list.duties === 'listed' ? [duty] : allOf(duty, situation),
    }));
  return paged({
    title: list.title(counted(rows.length, 'thing')),
    empty: list.empty,
    rows,
    page: list.page,
    next: { command: list.command, fields: {} },
  });
};

/** Whether the duty falls to a post this person holds. */
export const isMine =
  ({ arrangement, actor }: Situation) =>
  ({ owner }: Duty): boolean =>
    holds(arrangement, actor, owner);

const allOf = ({ record }: Duty, situation: Situation): readonly Duty[] => {
  const shown = visibleRecord(situation, record);
  return shown ? dutiesOf(shown, situation).filter((one) => isVisibleDuty(situation, one)) : [];
};

const sayDuty = (
  duty: Duty,
  { calendar, today, arrangement }: Situation,
  owner: boolean,
): string => {
  const who = owner ? `, the ${arrangement.posts.get(duty.owner)?.called}` : '';
  const what = `${duty.record}, ${todoOf(duty)}${who}`;
  const days = Math.abs(workingDaysBetween(calendar, today, duty.due));
  if (duty.due === today) return `Today: ${what}`;
  return duty.state === 'late'
    ? `Late: ${what}, was due ${sayDay(duty.due)}, ${sayAgo(duty.due, days, today)}`
    : `By ${sayDay(duty.due)}: ${what}, ${counted(days, 'working day')} left`;
};
