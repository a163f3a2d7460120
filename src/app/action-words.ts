import {
  type Action,
  type ActionEvent,
  doneOf,
  type EventOf,
  eventsOf,
  evidenceOf,
} from '../domain/action.ts';
import { type Day, londonDay, sayDay, sayNear } from '../domain/day.ts';
import type { Setting } from '../domain/duty.ts';
import { sayPerson, sayPost } from '../domain/posts.ts';
import { standingOf } from '../domain/rating.ts';
import { capital, lowered } from '../domain/words.ts';

/** What an action is said with: who is in which post, and what day it is. */
type Days = Pick<Setting, 'arrangement' | 'calendar' | 'today'>;

export const bodyName = ({ arrangement }: Pick<Days, 'arrangement'>, id: string): string =>
  [...arrangement.bodies, ...(arrangement.former?.bodies ?? [])].find((body) => body.id === id)
    ?.name ?? id;

/** "Red: late", "Green: in time", "Done on Tue 7 Apr 2026, evidence missing" */
export const sayStanding = (action: Action, situation: Days): string => {
  const done = doneOf(action);
  if (done) {
    const evidence = evidenceOf(action);
    return `Done on ${sayDay(done.on)}, ${evidence ? `evidence: ${evidence}` : 'evidence missing'}`;
  }
  const { is, why } = standingOf(action, situation);
  return `${capital(is)}: ${why}`;
};

/** Where it comes from, in a phrase: a record, or the words it was given with. */
export const sayOrigin = ({ source, origin }: Action): string => source ?? origin ?? 'not said';

/** "AC-2026-3, audit findings to the sub-group: red, late, was due Fri 6 Mar, the police lead" */
export const sayAction = (action: Action, situation: Days): string => {
  const { ref, what, owner, due } = action;
  const who = sayPost(situation.arrangement, owner);
  if (doneOf(action)) {
    const standing = sayStanding(action, situation);
    return `${ref}, ${what}: ${lowered(standing)}, ${who}`;
  }
  const { is, why } = standingOf(action, situation);
  const day = sayNear(due, situation.today);
  const when = due < situation.today ? `was due ${day}` : `by ${day}`;
  return `${ref}, ${what}: ${is}, ${why}, ${when}, ${who}`;
};

/** What has happened to it, oldest first. */
export const historyOf = (action: Action, situation: Days): readonly string[] =>
  eventsOf(action).map(
    (event) =>
      `${sayNear(londonDay(event.at), situation.today)}, ${sayPerson(situation.arrangement, event.by)}: ${sayEvent(event, situation)}`,
  );

const sayReopened = ({ to, reason }: EventOf<'reopened'>, today: Day): string =>
  `opened again${to ? `, due ${sayNear(to, today)}` : ''}. Reason: ${reason}`;

export const sayEvent = (event: ActionEvent, { arrangement, today }: Days): string => {
  switch (event.is) {
    case 'updated':
      return `${event.rating ? `${event.rating}: ` : ''}${event.note}`;
    case 'done':
      return `done on ${sayNear(event.on, today)}${event.evidence ? `, evidence: ${event.evidence}` : ''}`;
    case 'evidenced':
      return `evidence: ${event.evidence}`;
    case 'reopened':
      return sayReopened(event, today);
    case 'extended':
      return `extended from ${sayNear(event.was, today)} to ${sayNear(event.to, today)}. Reason: ${event.reason}`;
    case 'asked':
      return `asked for ${sayNear(event.to, today)}, which the chair has to agree to. Reason: ${event.reason}`;
    case 'declined':
      return `another day was declined${event.reason ? `. Reason: ${event.reason}` : ''}`;
    case 'reassigned':
      return `handed from ${sayPost(arrangement, event.was)} to ${sayPost(arrangement, event.to)}${event.reason ? `. Reason: ${event.reason}` : ''}`;
  }
};
