import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { checkText } from '../../src/app/gate.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import type { Ref } from '../../src/domain/reference.ts';
import type { InformationRequest, RequestKind } from '../../src/domain/requests/request.ts';
import { counted } from '../../src/domain/words.ts';
import { requestCard } from './card.ts';

export interface Asked {
  readonly kind: RequestKind;
  readonly what: string;
  readonly to: readonly string[];
  readonly due: Day;
  readonly basis?: string | undefined;
  readonly link?: string | undefined;
  readonly review?: Ref | undefined;
  readonly inbound?: InformationRequest['inbound'];
}

/** Asks the agencies, or says why they cannot be asked so. */
export const ask = (asked: Asked, situation: Situation): Decision => {
  const wrong = whyNot(asked, situation);
  if (wrong) return refuse(wrong);
  const request = requestOf(asked, situation);
  const change = { type: 'request-opened', request } as const;
  const then = afterChanges(situation, [change]);
  const agencies = counted(asked.to.length, 'agency', 'agencies');
  const title = `${request.ref} goes to ${agencies} in ten minutes, due ${sayNear(asked.due, situation.today)}`;
  return accept(requestCard(request, then, title), [change]);
};

const whyNot = (
  { due, to, what, link, review, inbound }: Asked,
  situation: Situation,
): string | undefined => {
  const { today, arrangement } = situation;
  if (due < today)
    return `${sayNear(due, today)} is past, and agencies need time to answer. Give a day to come.`;
  if (to.length === 0)
    return 'Nobody is asked. Name the agencies with to=probation,housing, or ask all with to=all.';
  if (inbound && due > inbound.expected)
    return `The partnership that asks us expects our reply by ${sayNear(inbound.expected, today)}, so the agencies' answers are needed before. Give due an earlier day.`;
  if (link && !/^https:\/\/\S+$/.test(link))
    return 'A document is given by its address, beginning with https:// and without spaces. Nothing can be attached here.';
  if (review === undefined) return undefined;
  const record = visibleRecord(situation, review);
  if (record?.is !== 'rapid-review' && record?.is !== 'practice-review')
    return `There is no ${review} that you can see. /review list shows those there are.`;
  return checkText('what', { kind: 'text', title: '', onCase: true }, what, arrangement.gate, true)
    ?.sentence;
};

/** A request as it begins; what is for a review is held back as the review is. */
export const requestOf = (
  { kind, what, to, due, basis, link, review, inbound }: Asked,
  { ledger, arrangement, now, actor, today }: Situation,
): InformationRequest => {
  const asked = { on: today, at: now, by: actor.id };
  const embargo = review && ledger.records.get(review)?.embargo;
  return {
    is: 'request',
    ref: nextReference(ledger, 'IR', today),
    kind,
    what,
    due,
    asked,
    basis: basis ?? arrangement.legalBasis,
    parts: Object.fromEntries(to.map((agency) => [agency, { asked, answers: [], chased: [] }])),
    ...(link ? { link } : {}),
    ...(review ? { review } : {}),
    ...(inbound ? { inbound } : {}),
    ...(embargo ? { embargo } : {}),
  };
};
