import type { Situation } from '../../src/app/command.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { doneOf } from '../../src/domain/action.ts';
import { sayAgencies } from '../../src/domain/agencies.ts';
import { actionsUnder } from '../../src/domain/body-actions.ts';
import { comingDays, entriesByTime, keyOfTime } from '../../src/domain/cycle/coming.ts';
import { entryDone } from '../../src/domain/cycle/entry.ts';
import { addDays, addMonths, monthOf, sayNear } from '../../src/domain/day.ts';
import { type Meeting, nextPartnershipMeeting } from '../../src/domain/meetings/meeting.ts';
import { postOf } from '../../src/domain/posts.ts';
import { lateOf } from '../../src/domain/requests/part.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { sayKind } from '../../src/domain/requests/words.ts';
import { counted } from '../../src/domain/words.ts';
import { seesAll } from '../request/find.ts';
import {
  challengesLate,
  decisionsToConfirm,
  decisionsToReport,
  type GatheredLine,
  openDisputes,
  risksToReview,
} from './business.ts';

/** One heading of an agenda with what stands under it, of what the person may see. */
interface Gathered {
  readonly heading: string;
  readonly items: readonly GatheredLine[];
}

/** What has gathered for a meeting by itself. Nothing of it is written down: it is drawn anew each time. */
export const gatheredFor = (meeting: Meeting, situation: Situation): readonly Gathered[] =>
  [
    {
      heading: 'Those who have not answered. Silence is not agreement.',
      items: nonResponses(meeting, situation),
    },
    {
      heading: 'Decisions taken between meetings, to be reported',
      items: decisionsToReport(meeting, situation),
    },
    {
      heading: 'Decisions of a meeting without a quorum, to be confirmed or not',
      items: decisionsToConfirm(meeting, situation),
    },
    { heading: 'Open disputes', items: openDisputes(meeting, situation) },
    { heading: 'Risks to be reviewed by then', items: risksToReview(meeting, situation) },
    {
      heading: 'Challenges that were not answered. Silence is no answer.',
      items: challengesLate(meeting, situation),
    },
    { heading: 'Actions of this body that are late', items: lateActions(meeting, situation) },
    { heading: 'From the annual cycle', items: fromCycle(meeting, situation) },
    { heading: 'Standing items', items: standing(meeting, situation) },
  ].filter(({ items }) => items.length > 0);

const standing = ({ body }: Meeting, { arrangement }: Situation): Gathered['items'] =>
  (arrangement.bodies.find(({ id }) => id === body)?.standingItems ?? []).map((line) => ({ line }));

/** S0 8.11: what has not been answered is raised at the following meeting of the Partnership. */
const nonResponses = (meeting: Meeting, situation: Situation): Gathered['items'] => {
  const { ledger, arrangement, today } = situation;
  const next = nextPartnershipMeeting(ledger, arrangement, today);
  if (next?.ref !== meeting.ref) return [];
  return [...ledger.records.keys()].flatMap((ref) => {
    const record = visibleRecord(situation, ref);
    if (record?.is !== 'request' || !seesAll(record, situation)) return [];
    const late = lateOf(record, today);
    return late.length > 0 ? [{ ref, line: sayLate(record, late, situation) }] : [];
  });
};

const sayLate = (
  { ref, kind, due }: InformationRequest,
  late: readonly string[],
  { arrangement, today }: Situation,
): string =>
  `${ref}, ${sayKind(kind)}, due ${sayNear(due, today)}: ${sayAgencies(arrangement, late)}`;

const MOST_LINES = 10;

const lateActions = ({ body, on }: Meeting, situation: Situation): Gathered['items'] => {
  const { ledger, actor, today, arrangement } = situation;
  if (on < today) return [];
  const late = actionsUnder(body, ledger, situation, actor)
    .filter((action) => !doneOf(action) && action.due < today)
    .toSorted((a, b) => a.due.localeCompare(b.due));
  const shown = late.slice(0, MOST_LINES).map(({ ref, what, due, owner }) => ({
    ref,
    line: `${ref}, ${what}: ${postOf(arrangement, owner).title}, due ${sayNear(due, today)}`,
  }));
  const more = late.length - shown.length;
  return more > 0
    ? [
        ...shown,
        { line: `and ${counted(more, 'more', 'more')}: /action list body=${body} state=late` },
      ]
    : shown;
};

/** What the year has for this body in the month that it meets in: not what is done, or was dropped. */
const fromCycle = ({ body, on }: Meeting, situation: Situation): Gathered['items'] => {
  const { ledger, arrangement } = situation;
  const first = monthOf(on);
  const written = entriesByTime(ledger);
  return comingDays(ledger, arrangement, first, addDays(addMonths(first, 1), -1)).flatMap((one) => {
    const { line, area } = one;
    const entry = written.get(keyOfTime(one));
    if (line.body !== body || (entry && entryDone(entry))) return [];
    const said = area ? `${line.what} (${area.name})` : line.what;
    return [entry ? { ref: entry.ref, line: `${entry.ref}, ${said}` } : { line: said }];
  });
};
