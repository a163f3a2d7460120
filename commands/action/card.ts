import { bodyName, historyOf, sayOrigin, sayStanding } from '../../src/app/action-words.ts';
import { accept, type Decision, type Situation } from '../../src/app/command.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { mayTakeInHand, takeInHand } from '../../src/app/in-hand.ts';
import { type Button, type Message, MOST_BUTTONS, text } from '../../src/app/message.ts';
import type { Action } from '../../src/domain/action.ts';
import type { Change } from '../../src/domain/change.ts';
import { londonDay, sayDay } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { boardOf, holds, postOf } from '../../src/domain/posts.ts';
import { quietOf } from '../../src/domain/quiet.ts';
import { capital } from '../../src/domain/words.ts';
import { sayEmbargo } from '../review/held-back.ts';
import { mayReport } from './find.ts';

/** One action, as a person can act from it. */
export const actionCard = (
  action: Action,
  situation: Situation,
  title: string,
  more: readonly string[] = [],
): Message => {
  const duties = dutiesOf(action, situation);
  const history = historyOf(action, situation);
  return {
    title,
    blocks: [
      ...more.map(text),
      ...sayEmbargo(action),
      { type: 'facts', rows: factsOf(action, situation) },
      ...duties.flatMap((duty) => sayQuiet(action, duty)).map(text),
      ...(history.length > 0 ? [{ type: 'list' as const, items: history }] : []),
    ],
    buttons: buttonsOf(action, duties, situation),
    about: [action.ref],
    duties,
    again: { command: 'action show', fields: { action: action.ref } },
  };
};

/** Accepted: the card as it will be once it is written. */
export const writtenAction = (
  action: Action,
  changes: readonly Change[],
  title: string,
  situation: Situation,
  more: readonly string[] = [],
): Decision => {
  const then = afterChanges(situation, changes);
  const record = then.ledger.records.get(action.ref);
  if (record?.is !== 'action') throw new Error(`${action.ref} is no action`);
  return accept(actionCard(record, then, title, more), changes);
};

const factsOf = (action: Action, situation: Situation): readonly (readonly [string, string])[] => [
  ['What', capital(action.what)],
  ['Owner', capital(postOf(situation.arrangement, action.owner).title)],
  ['Due', sayDay(action.due)],
  ['Standing', sayStanding(action, situation)],
  ...fact('Followed by', action.group && bodyName(situation, action.group)),
  ['From', sayOrigin(action)],
  ...fact('In the plan of', boardOf(situation.arrangement, action)),
  ...fact('Evidence wanted', action.wanted),
];

const fact = (name: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value ? [[name, capital(value)]] : [];

/** What its owner has said of it, while that holds. */
const sayQuiet = (action: Action, duty: Duty): readonly string[] => {
  const quiet = isOpen(duty) ? quietOf(action, duty) : undefined;
  return [
    ...(quiet?.acknowledged
      ? [`Its owner said on ${sayDay(londonDay(quiet.acknowledged.at))} that they have it in hand.`]
      : []),
    ...(quiet?.snoozed
      ? [
          `Its owner is not reminded before ${sayDay(quiet.snoozed.until)}. Reason: ${quiet.snoozed.reason}`,
        ]
      : []),
  ];
};

const buttonsOf = (
  action: Action,
  duties: readonly Duty[],
  situation: Situation,
): readonly Button[] => {
  const { ref } = action;
  const { arrangement, actor } = situation;
  const own = duties.filter(
    (duty) =>
      isOpen(duty) &&
      (duty.name === 'action'
        ? mayReport(action, situation)
        : holds(arrangement, actor, duty.owner)),
  );
  const settling = own.flatMap(({ settle }) => (settle ? [{ ...settle, record: ref }] : []));
  const inHand: readonly Button[] = own.some(
    (duty) => holds(arrangement, actor, duty.owner) && mayTakeInHand(duty, situation.today),
  )
    ? [{ ...takeInHand(ref), record: ref }]
    : [];
  return [
    ...[...settling, ...inHand].slice(0, MOST_BUTTONS - 1),
    { label: 'Why?', command: 'why', fields: { about: ref }, record: ref },
  ];
};
