import { agencyName } from '../domain/agencies.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import { londonDay, londonTime, sayDay } from '../domain/day.ts';
import type { PersonId } from '../domain/incident.ts';
import type { PostId } from '../domain/item.ts';
import { sayRungName } from '../domain/ladder.ts';
import { postOf, sayPerson } from '../domain/posts.ts';
import type { Delivered, Event, Evidence } from '../domain/requests/evidence.ts';
import { sayAnswer } from '../domain/requests/words.ts';
import { sayRoute } from '../domain/route.ts';
import { REQUEST_CLOCKS } from '../domain/rules/requests.ts';
import { capital, counted, listed } from '../domain/words.ts';
import { sayVia } from './history.ts';

/** One line of evidence: "Tue 7 Apr 2026, 09:00", what happened, and who made it happen through what. */
export interface Line {
  readonly when: string;
  readonly what: string;
  readonly who: string;
}

export const sayEvidence = ({ at, by, via, event }: Evidence, arrangement: Arrangement): Line => ({
  when: `${sayDay(londonDay(at))}, ${londonTime(at)}`,
  what: capital(sayEvent(event, arrangement)),
  who: 'times' in event ? 'Heed' : `${capital(sayMaker(by, arrangement))}, ${sayVia(via)}`,
});

const sayEvent = (event: Event, arrangement: Arrangement): string => {
  const named = (agencies: readonly string[]): string =>
    listed(agencies.map((agency) => agencyName(arrangement, agency)));
  switch (event.is) {
    case 'asked':
      return `asked of ${named(event.agencies)}, due ${sayDay(event.due)}`;
    case 'seen':
      return `${named([event.agency])} opened it`;
    case 'answered':
      return `${named([event.agency])} ${sayAnswer(event.answer)}`;
    case 'chased':
      return `asked again by hand: ${named(event.agencies)}`;
    case 'extended':
      return `${named(event.agencies)} may answer by ${sayDay(event.to)}. Reason: ${event.reason}`;
    case 'noticed':
      return `the chair sent a formal notice to ${named([event.agency])} on ${sayDay(event.on)}`;
    case 'in-hand':
      return `said to be in hand: ${sayDuty(event.duty)}`;
    case 'snoozed':
      return `not to be reminded before ${sayDay(event.until)}: ${sayDuty(event.duty)}. Reason: ${event.reason}`;
    case 'replied':
      return `replied to the partnership that asks, on ${sayDay(event.on)}`;
    case 'followed-up':
      return `the One-Year-On review was held on ${sayDay(event.on)}`;
    case 'closed':
      return `${event.withdrawn ? 'withdrawn' : 'closed'}. Reason: ${event.reason}`;
    case 'taken-back':
      return `entry ${event.entry} was taken back`;
    default:
      return sayDelivered(event, arrangement);
  }
};

const BECAME = {
  delivered: 'reached',
  undeliverable: 'could not reach',
  digested: 'was left for the digest of',
} as const satisfies Record<Delivered['is'], string>;

const sayDelivered = (event: Delivered, arrangement: Arrangement): string => {
  const { is, agency, to, person, route, times } = event;
  const about = agency === undefined ? '' : ` about ${agencyName(arrangement, agency)}`;
  const whom = sayWhom(to, person, arrangement);
  const how = route ? ` ${sayRoute(route)}` : '';
  const again =
    times > 1 ? `, sent ${counted(times, 'time')} since nobody knew whether it arrived` : '';
  return `${sayRung(event)}${about} ${BECAME[is]} ${whom}${how}${again}`;
};

/** The post's title, and who stood in for it where somebody did. A post that is no more is named by its id. */
const sayWhom = (to: PostId, person: Delivered['person'], arrangement: Arrangement): string => {
  const post = `the ${arrangement.posts.get(to)?.title ?? to}`;
  const holds = person !== undefined && arrangement.people.get(person)?.posts.includes(to);
  return person === undefined || holds ? post : `${post}, by ${sayMaker(person, arrangement)}`;
};

/** A letter to an inspector names a post by its title: "the Housing Needs Manager". */
const sayMaker = (by: PersonId, arrangement: Arrangement): string => {
  const [post] = arrangement.people.get(by)?.posts ?? [];
  return post ? `the ${postOf(arrangement, post).title}` : sayPerson(arrangement, by);
};

const NEWS: Readonly<Record<string, string>> = {
  asked: 'the question',
  'asked-again': 'the question, asked again,',
  'answered-against': 'the news of a disagreement or refusal',
  'all-answered': 'the news that all have answered',
  'area-left': "the news that it is in another area's hands",
};

const sayRung = ({ duty, rung }: Delivered): string => {
  const news = NEWS[duty];
  if (news) return news;
  if (rung === 'moved') return `the new day to ${sayDuty(duty)}`;
  return `${/^[-0]/.test(rung) ? 'the reminder' : 'the escalation'} “${sayDuty(duty)}” (${sayRungName(rung)})`;
};

const sayDuty = (duty: string): string =>
  REQUEST_CLOCKS[duty as keyof typeof REQUEST_CLOCKS]?.todo ?? duty;
