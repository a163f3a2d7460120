import { catalogue } from '../../commands/index.ts';
import { decide } from '../../src/app/decide.ts';
import { asText, type Message } from '../../src/app/message.ts';
import type { Arrangement, Person } from '../../src/domain/arrangement.ts';
import type { Instant } from '../../src/domain/day.ts';
import { PersonId } from '../../src/domain/incident.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { rolesOf } from '../../src/domain/posts.ts';
import { ROLES, type Role } from '../../src/domain/roles.ts';
import { slackMessage } from '../../src/platforms/slack/render.ts';
import { adaptiveCard } from '../../src/platforms/teams/render.ts';
import { asJson } from '../../src/rehearsal/json.ts';
import { merton, withRoles } from './given.ts';

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
  /SI-2026-2|RR-2026-2|PR-2026-2|AC-2026-[2-9]|(?:DC|DS|RK|CH)-2026-[2-9]|Child B|HIDDEN|Zebrawood|hidden-page|rapid-review|publish-review|check-embargo/;
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

/** Another case, which everybody of the case may see; it takes the first number of every series. */
export const OTHER = [
  '/incident log harm=died abuse=known aware=2026-03-30',
  '/incident notified SI-2026-1 on=today',
  '/review start SI-2026-1 kind=contribution due=2026-06-01',
  '/decision record what="Fund the post" consulted=council',
  '/dispute open what="Who pays" between=council,police',
  '/risk add what="No lead" owner=police-lead rating=high review=2026-05-01',
  '/challenge raise from=police to=probation what="No data" due=2026-04-24',
];

/** A whole life of a case, with a word of its own in every text. */
export const LIFE = [
  '/incident log harm=died abuse=known aware=2026-03-30 secure-ref="HIDDEN 1"',
  '/incident told-partners SI-2026-2 on=today',
  '/incident notified SI-2026-2 on=today panel-ref="HIDDEN 2"',
  '/review start SI-2026-2 agencies=council,health,police,probation ask=no',
  '/review record RR-2026-2 a=yes b=yes c=yes d=yes e=no f=yes g=yes i=yes j=yes omissions="HIDDEN 3" secure-ref="HIDDEN 4"',
  '/review decide RR-2026-2 outcome=learning-review criteria=improvements rationale-ref="HIDDEN 5"',
  '/review redecide RR-2026-2 outcome=lcspr criteria=improvements rationale-ref="HIDDEN 6" reason="HIDDEN 7"',
  '/review sent RR-2026-2',
  '/review reviewer PR-2026-2 called=Zebrawood method=silp practice=yes research=yes complexity=yes hindsight=yes findings=yes conflict=none',
  '/review scope PR-2026-2 terms="HIDDEN 15" lead=joint others="HIDDEN 16" from=2025-01-01 to=2026-03-27',
  '/review learning PR-2026-2 products=briefing',
  '/review checkin PR-2026-2 note="HIDDEN 8"',
  '/review request PR-2026-2 letter="HIDDEN 9"',
  '/review costs PR-2026-2 line=author amount=4000',
  '/review recommend PR-2026-2 what="HIDDEN 10" owner=probation-lead due=2026-05-01 group=qapr',
  '/review recommend PR-2026-2 what="HIDDEN 11" owner=police-lead due=2026-04-30',
  '/action add what="HIDDEN 17" owner=adults-lead due=2026-05-08 source=PR-2026-2 group=qapr',
  '/action add what="HIDDEN 18" owner=adults-lead due=2026-05-11 source=AC-2026-2 group=qapr',
  '/action update AC-2026-2 note="HIDDEN 19" rating=red',
  '/action extend AC-2026-3 to=2026-05-12 reason="HIDDEN 20"',
  '/due snooze PR-2026-2 publish-review until=2026-04-20 reason="HIDDEN 21"',
  '/review media RR-2026-2 line="HIDDEN 12"',
  '/review delay PR-2026-2 until=2026-12-01 pending=trial',
  '/incident correct SI-2026-2 aware=2026-03-27 reason="HIDDEN 13"',
  '/decision record what="HIDDEN 22" consulted=council source=RR-2026-2',
  '/dispute open what="HIDDEN 23" between=council,probation source=RR-2026-2',
  '/dispute resolve DS-2026-2 outcome="HIDDEN 24"',
  '/risk add what="HIDDEN 25" owner=probation-lead rating=high review=2026-05-01 source=PR-2026-2',
  '/risk review RK-2026-2 rating=low next=2026-05-06 note="HIDDEN 26"',
  '/challenge raise from=police to=probation what="HIDDEN 27" due=2026-04-24 source=DC-2026-2',
  '/holiday add on=2026-05-05 name="HIDDEN day"',
];
