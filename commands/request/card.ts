import type { Situation } from '../../src/app/command.ts';
import { type Button, type Message, MOST_BUTTONS, text } from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { sayNear } from '../../src/domain/day.ts';
import { answersTo } from '../../src/domain/duties/answers.ts';
import { dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { definiteAnswer, dueOf } from '../../src/domain/requests/part.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { sayCount, sayKind } from '../../src/domain/requests/words.ts';
import { hasRole } from '../../src/domain/roles.ts';
import { capital } from '../../src/domain/words.ts';
import { sayBoard, sayPart } from './board.ts';
import { ownAgencies, seesAll } from './find.ts';
import { ASKERS } from './roles.ts';

/** A request: the whole board for who may see it, and for an agency its own part of it alone. */
export const requestCard = (
  request: InformationRequest,
  situation: Situation,
  title?: string,
): Message => {
  const { ref, what, basis, link, review } = request;
  const isAll = seesAll(request, situation);
  return {
    title: title ?? titleOf(request, situation, isAll),
    blocks: [
      text(`${capital(sayKind(request.kind))}: ${what}`),
      ...(link ? [text(`The document is at ${link}.`)] : []),
      ...(review ? [text(`It is for ${review}.`)] : []),
      ...(request.inbound
        ? [
            text(
              `${request.inbound.from} asks it, and expects our reply by ${sayNear(request.inbound.expected, situation.today)}.`,
            ),
          ]
        : []),
      { type: 'list', items: isAll ? sayBoard(request, situation) : sayOwn(request, situation) },
      ...dutiesOf(request, situation)
        .filter((duty) => isAll && isOpen(duty) && duty.name === 'raise-non-response')
        .flatMap(({ note }) => (note ? [text(note)] : [])),
      ...(request.closed ? [text(`Closed: ${request.closed.reason}`)] : []),
      text(basis),
    ],
    buttons: buttonsOf(request, situation, isAll),
    about: [ref],
    duties: dutiesOf(request, situation).filter((duty) => isVisibleDuty(situation, duty)),
    again: { command: 'request show', fields: { request: ref } },
  };
};

const titleOf = (request: InformationRequest, situation: Situation, isAll: boolean): string => {
  const { ref, due } = request;
  const { today } = situation;
  if (isAll) return `${ref}: ${sayCount(request)}, due ${sayNear(due, today)}`;
  const [own] = ownAgencies(request, situation);
  const part = own === undefined ? undefined : request.parts[own];
  if (!part) return ref;
  return definiteAnswer(request, part)
    ? `${ref}: your agency has answered`
    : `${ref}: your agency's answer is due ${sayNear(dueOf(request, part), today)}`;
};

const sayOwn = (request: InformationRequest, situation: Situation): readonly string[] =>
  ownAgencies(request, situation).flatMap((agency) => {
    const part = request.parts[agency];
    return part ? [`Your agency: ${sayPart(request, agency, part, situation)}`] : [];
  });

const buttonsOf = (
  request: InformationRequest,
  situation: Situation,
  isAll: boolean,
): readonly Button[] => {
  const { ref } = request;
  const why: Button = { label: 'Why?', command: 'why', fields: { about: ref }, record: ref };
  const own = ownAgencies(request, situation).find((agency) => {
    const part = request.parts[agency];
    return part && !definiteAnswer(request, part) && !request.closed;
  });
  if (own)
    return answersTo(request, own)
      .map((press): Button => ({ ...press, record: ref }))
      .slice(0, MOST_BUTTONS);
  if (!isAll || !hasRole(situation.roles, ASKERS) || request.closed) return [why];
  return [
    {
      label: 'Chase those missing',
      command: 'request chase',
      fields: { request: ref },
      record: ref,
    },
    { label: 'Close it', command: 'request close', fields: { request: ref }, record: ref },
    why,
  ];
};
