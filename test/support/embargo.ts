import { catalogue } from '../../commands/index.ts';
import { decide } from '../../src/app/decide.ts';
import { asText, type Message } from '../../src/app/message.ts';
import type { Arrangement, Person } from '../../src/domain/arrangement.ts';
import type { Instant } from '../../src/domain/day.ts';
import { PersonId } from '../../src/domain/incident.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { rolesOf } from '../../src/domain/posts.ts';
import type { Role } from '../../src/domain/roles.ts';
import { slackMessage } from '../../src/platforms/slack/render.ts';
import { adaptiveCard } from '../../src/platforms/teams/render.ts';
import { asJson } from '../../src/rehearsal/json.ts';
import { merton, withRoles } from './given.ts';

const ROLES: readonly Role[] = [
  'business-unit',
  'notifier',
  'statutory-partner',
  'agency',
  'group-chair',
  'chair',
  'scrutineer',
  'reviewer',
  'observer',
];

/** Merton, with somebody of every role beside its own posts. */
export const everybody: Arrangement = (() => {
  const more = withRoles(merton, ROLES);
  const others = [...more.people.values()].map(({ id, posts }): [PersonId, Person] => {
    const person = PersonId.parse(`some-${id}`);
    return [person, { id: person, posts }];
  });
  return { ...more, people: new Map([...merton.people, ...others]) };
})();

const KNOWS: readonly Role[] = ['business-unit', 'chair'];
export const knows = (person: Person): boolean =>
  rolesOf(everybody, person).some((role) => KNOWS.includes(role));
export const outsiders: readonly Person[] = [...everybody.people.values()].filter(
  (person) => !knows(person),
);

/** What would give the hidden case away: its references, its code, and every word written on it. */
export const TRACES =
  /SI-2026-2|RR-2026-2|PR-2026-2|AC-2026-2|Child B|HIDDEN|Zebrawood|hidden-page|rapid-review|publish-review|check-embargo/;
/** A trace in anything that is shown, on whatever surface. */
export const tracesIn = (message: Message, at: Instant, who: Person): readonly string[] =>
  Object.entries({
    text: asText(message),
    message: JSON.stringify(message),
    slack: JSON.stringify(slackMessage(message)),
    teams: JSON.stringify(adaptiveCard(message)),
    json: asJson({ at, kind: 'reply', who: who.id, message }, everybody),
  }).flatMap(([surface, shown]) => (TRACES.test(shown) ? [`${surface}: ${shown}`] : []));

/** What somebody is answered, and the form that would open for them. */
export const answered = (ledger: Ledger, now: Instant, actor: Person, typed: string) => {
  const { decision } = decide({ typed }, { ledger, arrangement: everybody, catalogue, actor, now });
  return { ...decision, form: 'form' in decision ? decision.form : undefined };
};
