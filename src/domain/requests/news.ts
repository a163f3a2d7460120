import { leadOf } from '../agencies.ts';
import type { Change, Entry } from '../change.ts';
import { type Day, type Instant, londonDay } from '../day.ts';
import type { Item, PostId } from '../item.ts';
import type { Ledger } from '../ledger.ts';
import { MANAGER } from '../posts.ts';
import { definiteAnswer, silentOf } from './part.ts';
import type { InformationRequest } from './request.ts';

/** What an agency or the business unit has to know of a request, though it owes nothing by hearing it. */
export type RequestNews = 'asked' | 'asked-again' | 'answered-against' | 'all-answered';

interface News {
  readonly name: RequestNews;
  readonly ref: InformationRequest['ref'];
  readonly on: Day;
  readonly to: PostId;
  readonly part?: string;
  readonly waits?: true;
}

type Of = Extract<Change, { type: 'request-opened' | 'request-answered' | 'request-chased' }>;

/** The business unit hears of an answer only where it has to act on it; the board shows every other. */
export const requestNews = (
  change: Of,
  { after, entry }: { readonly after: Ledger; readonly entry: Entry },
): readonly News[] => {
  const on = londonDay(entry.at);
  switch (change.type) {
    case 'request-opened': {
      const { ref, parts } = change.request;
      return Object.keys(parts).map((part) => ({
        ...{ name: 'asked', ref, on, part, waits: true },
        to: leadOf(part),
      }));
    }
    case 'request-chased':
      return change.agencies.map((part) => ({
        ...{ name: 'asked-again', ref: change.ref, on, part },
        to: leadOf(part),
      }));
    case 'request-answered': {
      const { ref, agency: part, answer } = change;
      const news = { ref, on, to: MANAGER, waits: true } as const;
      const record = after.records.get(ref);
      const isAgainst = answer.is === 'disagree' || answer.is === 'refused';
      return [
        ...(isAgainst ? [{ ...news, name: 'answered-against' as const, part }] : []),
        ...(record?.is === 'request' && silentOf(record).length === 0 && isLarge(record)
          ? [{ ...news, name: 'all-answered' as const }]
          : []),
      ];
    }
  }
};

/** Of a single agency's answer "all have answered" says nothing more. */
const isLarge = ({ parts }: InformationRequest): boolean => Object.keys(parts).length > 1;

/** Whether it is still so at the moment of sending: an answer silences every word that asks for one. */
export const isStillRequestNews = (item: Item, request: InformationRequest): boolean => {
  const part = item.part === undefined ? undefined : request.parts[item.part];
  switch (item.duty as RequestNews) {
    case 'asked':
      return !request.closed && part !== undefined && !definiteAnswer(request, part);
    case 'asked-again':
      return (
        !request.closed &&
        part !== undefined &&
        !definiteAnswer(request, part) &&
        part.chased.some(({ at }) => isThen(at, item))
      );
    case 'answered-against':
      return part?.answers.some(({ at }) => isThen(at, item)) ?? false;
    case 'all-answered':
      return silentOf(request).length === 0;
  }
};

const isThen = (at: Instant, { queued }: Item): boolean => at === queued;
