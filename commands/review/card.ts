import type { Situation } from '../../src/app/command.ts';
import {
  type Block,
  type Button,
  type Message,
  MOST_BUTTONS,
  text,
} from '../../src/app/message.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { sayAgencies } from '../../src/domain/agencies.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { postOf } from '../../src/domain/posts.ts';
import { silentOf } from '../../src/domain/requests/part.ts';
import { sayCount } from '../../src/domain/requests/words.ts';
import type { PracticeReview } from '../../src/domain/reviews/practice-review.ts';
import type { RapidReview } from '../../src/domain/reviews/rapid-review.ts';
import { hasRole, maySee } from '../../src/domain/roles.ts';
import { capital } from '../../src/domain/words.ts';
import { sayStateOf } from '../incident/words.ts';
import { actionsOf } from './actions.ts';
import { RUNNERS } from './fields.ts';
import { sayEmbargo } from './held-back.ts';
import { practiceFacts, practiceStanding } from './practice-words.ts';
import { progressOf } from './progress.ts';
import { rapidFacts, rapidStanding } from './rapid-words.ts';

/** One review, as a person can act from it: where it stands, what is next, who has it. */
export const reviewCard = (
  review: RapidReview | PracticeReview,
  situation: Situation,
  title: string,
): Message => {
  const duties = dutiesOf(review, situation);
  const open = duties.filter(isOpen);
  const actions = actionsOf(review.ref, situation);
  return {
    title,
    blocks: [
      ...sayEmbargo(review),
      text(review.is === 'rapid-review' ? rapidStanding(review) : practiceStanding(review)),
      text(sayNext(open, situation)),
      ...(review.is === 'rapid-review' ? progressOf(review, duties, situation).map(text) : []),
      { type: 'facts', rows: factsOf(review, situation) },
      ...listOf([
        ...open.map(sayDuty(situation)),
        ...sayReturns(review, situation),
        ...actions.map(({ line }) => line),
      ]),
    ],
    buttons: buttonsOf(review, open, situation),
    about: [review.ref, ...actions.map(({ ref }) => ref)],
    duties: [...duties, ...actions.flatMap((action) => action.duties)],
    again: { command: 'review show', fields: { review: review.ref } },
  };
};

const factsOf = (review: RapidReview | PracticeReview, situation: Situation) =>
  review.is === 'rapid-review' ? rapidFacts(review, situation) : practiceFacts(review, situation);

const sayNext = ([next]: readonly Duty[], { arrangement }: Situation): string =>
  next
    ? [
        `Next: ${next.rule.todo}, ${sayStateOf(next)}. The ${postOf(arrangement, next.owner).called} has it.`,
        ...(next.rule.status === 'local' && next.note ? [next.note] : []),
      ].join(' ')
    : 'Nothing is owed on it now.';

const sayDuty =
  ({ arrangement }: Situation) =>
  (duty: Duty): string =>
    [
      `${capital(duty.rule.todo)}: ${sayStateOf(duty)}, the ${postOf(arrangement, duty.owner).called}`,
      ...(duty.note && duty.rule.status !== 'local' ? [duty.note] : []),
    ].join('. ');

/** "IR-2026-1: 2 of 4 agencies have answered; waiting for Probation and Housing" */
const sayReturns = (
  review: RapidReview | PracticeReview,
  situation: Situation,
): readonly string[] => {
  const ref = review.is === 'rapid-review' ? review.scoping : undefined;
  const request = ref && visibleRecord(situation, ref);
  if (request?.is !== 'request' || !maySee(situation.roles, request)) return [];
  const silent = silentOf(request);
  const waiting =
    silent.length > 0 ? `; waiting for ${sayAgencies(situation.arrangement, silent)}` : '';
  return [`${request.ref}: ${sayCount(request)}${waiting}`];
};

const listOf = (items: readonly string[]): readonly Block[] =>
  items.length > 0 ? [{ type: 'list', items }] : [];

const buttonsOf = (
  { ref }: RapidReview | PracticeReview,
  open: readonly Duty[],
  { roles }: Situation,
): readonly Button[] => {
  const own = hasRole(roles, RUNNERS) ? open : [];
  const settling = new Map(
    own.flatMap(({ settle }) => (settle ? [[settle.label, { ...settle, record: ref }]] : [])),
  );
  return [
    ...[...settling.values()].slice(0, MOST_BUTTONS - 1),
    { label: 'Why?', command: 'why', fields: { about: ref }, record: ref },
  ];
};
