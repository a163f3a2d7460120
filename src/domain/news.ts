import { type ActionNews, actionNews, isStillActionNews } from './action-news.ts';
import { type AreaNews, areaNews, isStillAreaNews } from './area-news.ts';
import type { Arrangement } from './arrangement.ts';
import { AGREE, silentLeads, toldOf } from './audience.ts';
import type { Change, Entry, HeedRecord } from './change.ts';
import { type CycleNews, cycleNews, isStillCycleNews } from './cycle/news.ts';
import { addMinutes, type Instant } from './day.ts';
import { type Item, NEWS, type PostId } from './item.ts';
import { keyOf } from './key.ts';
import { sendingFrom } from './ladder.ts';
import { type Ledger, UNDO_MINUTES } from './ledger.ts';
import { isInquorate } from './meetings/attendance.ts';
import { type MeetingNews, meetingNews } from './meetings/news.ts';
import type { News, Written } from './news-drawn.ts';
import { lostNews } from './news-lifted.ts';
import { canSee, holderOf } from './posts.ts';
import { isStillRequestNews, type RequestNews, requestNews } from './requests/news.ts';
import { decisionOf, type RapidReview } from './reviews/rapid-review.ts';
import { settingAt } from './setting.ts';

/** What somebody has to know though they owe nothing by it. */
export type ReviewNews = 'decision-changed' | 'agree-media' | 'do-not-respond';
type NewsName = ReviewNews | RequestNews | MeetingNews | ActionNews | CycleNews | AreaNews;

/** What an entry makes news, and for whom: what a reversed decision undoes, and who may not answer the press. */
export const newsNotices = (
  before: Ledger,
  after: Ledger,
  arrangement: Arrangement,
  entry: Entry,
): readonly Item[] => {
  const { calendar, arrangement: now } = settingAt(after, arrangement, entry.at);
  return entry.changes.flatMap((change) =>
    newsIn(change, { before, after, arrangement: now, entry }).map(
      ({ name, ref, on, to, part, waits }) => {
        const item = { to, record: ref, duty: name, ...(part ? { part } : {}), due: on };
        return {
          ...item,
          key: keyOf({ ...item, rung: `${NEWS} #${entry.seq}` }),
          rung: NEWS,
          moment: sendingFrom(
            calendar,
            now.sending,
            waits ? addMinutes(entry.at, UNDO_MINUTES) : entry.at,
          ),
          queued: entry.at,
        };
      },
    ),
  );
};

const newsIn = (change: Change, written: Written): readonly News<NewsName>[] => {
  const { before, arrangement } = written;
  switch (change.type) {
    case 'request-opened':
    case 'request-answered':
    case 'request-chased':
      return requestNews(change, written);
    case 'action-added':
    case 'action-changed':
      return actionNews(change, { ...written, owner: ownerOf(change, written.after) });
    case 'cycle-assigned':
      return cycleNews(change, written);
    case 'incident-corrected':
      return areaNews(change, written);
    case 'meeting-attended':
      return meetingNews(change, written);
    case 'review-decided': {
      const news = {
        name: 'decision-changed',
        ref: change.ref,
        on: change.decision.made.on,
      } as const;
      if (change.decision.reason === undefined) return [];
      return toldOf(before, change.ref, arrangement)
        .filter((post) => holderOf(arrangement, post)?.id !== change.decision.made.by)
        .map((to) => ({ ...news, to, waits: true }));
    }
    case 'media-asked': {
      const news = { ref: change.ref, on: change.on };
      const agree = AGREE.map((to) => ({ ...news, name: 'agree-media' as const, to }));
      const others = silentLeads(arrangement);
      return [...agree, ...others.map((to) => ({ ...news, name: 'do-not-respond' as const, to }))];
    }
    case 'case-embargoed':
      return change.embargo
        ? []
        : lostNews(change.refs, before, arrangement).map((news) => ({ ...news, waits: true }));
    default:
      return [];
  }
};

const ownerOf = (change: Change, { records }: Ledger): PostId | undefined => {
  const record = 'ref' in change ? records.get(change.ref) : undefined;
  return record?.is === 'action' ? record.owner : undefined;
};

/** Whether it is still so at the moment of sending: an undo takes its news back. */
export const isStillNews = (item: Item, record: HeedRecord, arrangement: Arrangement): boolean => {
  if (record.is === 'meeting') return isInquorate(record, arrangement);
  if (record.is === 'request') return isStillRequestNews(item, record);
  if (record.is === 'action') return isStillActionNews(item, record);
  if (record.is === 'cycle-entry') return isStillCycleNews(item, record);
  if (record.is === 'incident') return isStillAreaNews(item, record);
  if (record.is !== 'rapid-review') return false;
  return item.duty === 'decision-changed' ? isReversed(record, item) : isAsked(record, item);
};

const isReversed = (review: RapidReview, item: Item): boolean => {
  const made = decisionOf(review)?.made;
  return review.decisions.length > 1 && made?.on === item.due && isOf(review, made.at, item);
};

const isAsked = (review: RapidReview, item: Item): boolean => {
  const asked = review.media.at(-1)?.asked;
  return asked?.on === item.due && isOf(review, asked.at, item);
};

/** It was queued by what is still so, or by the end of the embargo that had kept it back. */
const isOf = ({ lifted }: RapidReview, at: Instant, { queued }: Item): boolean =>
  queued === at || queued === lifted;

/** Nobody has to see a case to be told not to speak of it; of an embargoed one nothing is said at all. */
export const mayHear = (arrangement: Arrangement, item: Item, record: HeedRecord): boolean => {
  const person = holderOf(arrangement, item.to);
  if (!person) return false;
  return canSee(arrangement, person, record) || (item.duty === 'do-not-respond' && !record.embargo);
};
