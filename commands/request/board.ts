import type { Situation } from '../../src/app/command.ts';
import { everyAgency } from '../../src/domain/agencies.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import { sayPerson } from '../../src/domain/posts.ts';
import {
  definiteAnswer,
  dueOf,
  reachOf,
  type Standing,
  standingOf,
  toldTo,
} from '../../src/domain/requests/part.ts';
import type { InformationRequest, Part } from '../../src/domain/requests/request.ts';
import { sayAnswer } from '../../src/domain/requests/words.ts';
import { type Route, sayRoute } from '../../src/domain/route.ts';
import { listed } from '../../src/domain/words.ts';

const standingAt = (
  request: InformationRequest,
  agency: string,
  part: Part,
  { ledger, today }: Situation,
): Standing => standingOf(request, part, today, reachOf(ledger, request, agency));

/** "Probation: overdue; has provided a part, Mon 2 Mar; last chased Mon 9 Mar" */
export const sayBoard = (request: InformationRequest, situation: Situation): readonly string[] =>
  everyAgency(situation.arrangement).flatMap(({ id, name }) => {
    const part = request.parts[id];
    return part ? [`${name}: ${sayPart(request, id, part, situation)}`] : [];
  });

export const sayPart = (
  request: InformationRequest,
  agency: string,
  part: Part,
  situation: Situation,
): string => {
  const { today, arrangement } = situation;
  const is = standingAt(request, agency, part, situation);
  const last = part.answers.at(-1);
  const general = everyAgency(arrangement).find(({ id }) => id === agency)?.isSectorRepresentative
    ? ', a general view of its sector'
    : '';
  const by = last
    ? [
        `${sayAnswer(last)} (${sayPerson(arrangement, last.by)}, ${sayNear(last.on, today)}${general})`,
      ]
    : [];
  const due = part.due ? [`due ${sayNear(dueOf(request, part), today)}`] : [];
  const chased = lastChased(request, agency, situation);
  const routes = routesTo(request, agency, situation);
  const isDone = definiteAnswer(request, part) !== undefined;
  return [
    is,
    ...by,
    ...(isDone ? [] : due),
    ...(isDone || routes.length === 0 ? [] : [`told ${listed(routes.map(sayRoute))}`]),
    ...(isDone || !chased ? [] : [`last chased ${sayNear(chased, today)}`]),
    ...(part.noticed ? [`formal notice ${sayNear(part.noticed.on, today)}`] : []),
  ].join('; ');
};

/** The day a reminder last reached somebody of the agency, the question itself apart. */
const lastChased = (request: InformationRequest, agency: string, { ledger }: Situation) => {
  const last = toldTo(ledger, request, agency).findLast(
    ({ is, duty }) => is === 'sent' && duty !== 'asked',
  );
  return last && londonDay(last.at);
};

/** The ways on which something has reached somebody of the agency. */
const routesTo = (
  request: InformationRequest,
  agency: string,
  { ledger }: Situation,
): readonly Route[] => [
  ...new Set(
    toldTo(ledger, request, agency).flatMap(({ is, route }) =>
      is === 'sent' && route ? [route] : [],
    ),
  ),
];
