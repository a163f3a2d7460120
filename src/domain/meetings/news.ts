import { chairOf } from '../agencies.ts';
import type { Arrangement } from '../arrangement.ts';
import type { Change, Entry } from '../change.ts';
import { type Day, londonDay } from '../day.ts';
import type { PostId } from '../item.ts';
import type { Ledger } from '../ledger.ts';
import { holderOf, MANAGER } from '../posts.ts';
import { isInquorate } from './attendance.ts';
import type { Meeting } from './meeting.ts';

/** What somebody has to know of a meeting at once. */
export type MeetingNews = 'not-quorate';

interface News {
  readonly name: MeetingNews;
  readonly ref: Meeting['ref'];
  readonly on: Day;
  readonly to: PostId;
}

type Of = Extract<Change, { type: 'meeting-attended' }>;

/** The chair and the business unit, but whoever has written it down: they have just read it (G01). */
export const meetingNews = (
  { ref }: Of,
  {
    before,
    after,
    arrangement,
    entry,
  }: {
    readonly before: Ledger;
    readonly after: Ledger;
    readonly arrangement: Arrangement;
    readonly entry: Entry;
  },
): readonly News[] => {
  const meeting = after.records.get(ref);
  if (meeting?.is !== 'meeting' || !isInquorate(meeting, arrangement)) return [];
  const earlier = before.records.get(ref);
  if (earlier?.is === 'meeting' && isInquorate(earlier, arrangement)) return [];
  return [MANAGER, chairOf(meeting.body)]
    .filter((to) => arrangement.posts.has(to) && holderOf(arrangement, to)?.id !== entry.by)
    .map((to) => ({ name: 'not-quorate', ref, on: londonDay(entry.at), to }));
};
