import { bodyName } from '../../src/app/action-words.ts';
import type { Situation } from '../../src/app/command.ts';
import { sayEntryState, sayStandingOf } from '../../src/app/cycle-words.ts';
import {
  type Block,
  type Button,
  type Message,
  MOST_BUTTONS,
  text,
} from '../../src/app/message.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { agencyName } from '../../src/domain/agencies.ts';
import type { Amendment } from '../../src/domain/cycle/amendment.ts';
import type { CycleEntry } from '../../src/domain/cycle/entry.ts';
import { isForPool, ownerOf } from '../../src/domain/cycle/pool.ts';
import { sayAmendment } from '../../src/domain/cycle/words.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { holds, sayPost } from '../../src/domain/posts.ts';
import { sayPounds, sumOf } from '../../src/domain/reviews/costs.ts';
import { capital } from '../../src/domain/words.ts';

/** One entry of the year, or a proposed change to it, of what the person may see. */
export const cycleCard = (
  record: CycleEntry | Amendment,
  situation: Situation,
  title?: string,
  more: readonly string[] = [],
): Message => {
  const duties = dutiesOf(record, situation).filter((duty) => isVisibleDuty(situation, duty));
  return {
    title: title ?? titleOf(record, situation),
    blocks: [
      ...more.map(text),
      ...(record.is === 'amendment'
        ? ofAmendment(record, situation)
        : ofEntry(record, duties, situation)),
    ],
    buttons: buttonsOf(duties, situation),
    about: [record.ref],
    duties,
    again: { command: 'cycle entry', fields: { entry: record.ref } },
  };
};

const titleOf = (record: CycleEntry | Amendment, { today }: Situation): string =>
  record.is === 'amendment'
    ? `${record.ref}: a change to the annual cycle, proposed on ${sayNear(record.proposed.on, today)}`
    : `${record.ref}: ${record.what}`;

const ofEntry = (
  entry: CycleEntry,
  duties: readonly Duty[],
  situation: Situation,
): readonly Block[] => {
  const { body, source, moves = [] } = entry;
  const { today } = situation;
  return [
    text(
      `${capital(sayEntryState(entry, situation))}. ${sayOwner(entry, situation)}${body ? `, at ${bodyName(situation, body)}` : ''} (${source}).`,
    ),
    ...moves.map(({ was, amendment, at }) =>
      text(
        `It was due ${sayNear(was, today)}; moved on ${sayNear(londonDay(at), today)} by ${amendment}.`,
      ),
    ),
    ...contributionsOf(entry, duties, situation),
  ];
};

/** "The scrutineer sees to it", or that nobody of the pool has it yet. */
const sayOwner = (entry: CycleEntry, { arrangement }: Situation): string =>
  isForPool(entry, arrangement) && !entry.assigned
    ? 'No scrutineer of the pool has it yet'
    : `${capital(sayPost(arrangement, ownerOf(entry, arrangement)))} sees to it`;

/** What each partner has agreed to give, of those the person may see; the sum once all of them have. */
const contributionsOf = (
  { contributions }: CycleEntry,
  duties: readonly Duty[],
  { arrangement, today }: Situation,
): readonly Block[] => {
  const seen = contributions?.partners.filter((id) => duties.some(({ part }) => part === id)) ?? [];
  if (!contributions || seen.length === 0) return [];
  const rows = seen.map((id) => {
    const agreed = contributions.agreed[id];
    const said = agreed
      ? `${sayPounds(agreed.pence)}, agreed on ${sayNear(agreed.on, today)}`
      : 'not agreed';
    return [agencyName(arrangement, id), said] as const;
  });
  const amounts = contributions.partners.flatMap((id) => contributions.agreed[id]?.pence ?? []);
  const isWhole = seen.length === contributions.partners.length && amounts.length === seen.length;
  return [
    {
      type: 'facts',
      rows: isWhole ? [...rows, ['Together', sayPounds(sumOf(amounts))] as const] : rows,
    },
  ];
};

const ofAmendment = (amendment: Amendment, situation: Situation): readonly Block[] => {
  const { partners, answers, reason } = amendment;
  const { arrangement, today } = situation;
  const rows = partners.map((id) => {
    const answer = answers[id];
    const said = answer
      ? `${answer.is === 'approve' ? 'approved' : 'declined'} on ${sayNear(answer.on, today)}${answer.evidence ? `, evidence: ${answer.evidence}` : ''}`
      : 'has not answered';
    return [agencyName(arrangement, id), said] as const;
  });
  return [
    text(`${capital(sayAmendment(amendment))}. Reason: ${reason}`),
    { type: 'facts', rows },
    text(sayStandingOf(amendment, situation)),
  ];
};

/** What the person owes of it. */
const buttonsOf = (duties: readonly Duty[], { arrangement, actor }: Situation): readonly Button[] =>
  duties
    .filter((duty) => isOpen(duty) && holds(arrangement, actor, duty.owner))
    .flatMap(({ settle, answers, record }) =>
      (answers ?? (settle ? [settle] : [])).map((press) => ({ ...press, record })),
    )
    .slice(0, MOST_BUTTONS);
