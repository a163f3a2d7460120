import type { Change, Entry } from './change.ts';
import { addMinutes, type Instant, minutesBetween } from './day.ts';
import { type Ledger, SEEN_MINUTES, UNDO_MINUTES } from './ledger.ts';
import type { Ref } from './reference.ts';

/** What nobody asked for: the next undo passes over it. */
const UNDOES_NOTHING: ReadonlySet<Change['type']> = new Set([
  'text-refused',
  'settled',
  'sending',
  'not-sent',
  'came-back',
  'trouble-found',
  'trouble-tried',
  'trouble-told',
  'trouble-over',
  'purged',
  'counts-kept',
]);

/** The last few minutes after an entry, for undo. */
export const remember = (before: Ledger, entry: Entry): Ledger['recent'] => {
  const still = since(before.recent, addMinutes(entry.at, -UNDO_MINUTES));
  const touched = entry.changes.flatMap(refsOf);
  if (!entry.changes.some(({ type }) => !UNDOES_NOTHING.has(type))) return still;
  return still.push({
    seq: entry.seq,
    at: entry.at,
    by: entry.by,
    asked: entry.asked,
    before: touched.map((ref) => ({ ref, record: before.records.get(ref) ?? null })),
    reversible:
      touched.length > 0 &&
      entry.changes.every(
        (change) => change.type !== 'reversed' && !changesRoster(change) && !isOfKeeping(change),
      ),
  });
};

/** They stand in the order of their time, so what is too old stands first. */
const since = (recent: Ledger['recent'], moment: Instant): Ledger['recent'] => {
  const first = recent.findIndex(({ at }) => at >= moment);
  return first < 0 ? recent.clear() : recent.slice(first);
};

/** The requests that are known after an entry. */
export const recognise = ({ seen }: Ledger, entry: Entry): Ledger['seen'] => {
  const { once, at, asked } = entry;
  if (once === undefined) return seen;
  const refs = [...new Set(entry.changes.flatMap(refsOf))];
  return seen.withMutations((known) => {
    for (const [name, { at: then }] of seen) {
      if (minutesBetween(then, at) <= SEEN_MINUTES) break;
      known.delete(name);
    }
    known.set(once, { at, asked, refs });
  });
};

/** Whether it changes who is in which post, and so who may see what. */
export const changesRoster = ({ type }: Change): boolean =>
  type === 'post-appointed' || type === 'post-away' || type === 'post-back';

/** What the opposite command takes back. */
const isOfKeeping = ({ type }: Change): boolean =>
  type === 'held' || type === 'hold-lifted' || type === 'purge-decided' || type === 'purge-dropped';

/** The records a change touches. */
export const refsOf = (change: Change): readonly Ref[] => {
  switch (change.type) {
    case 'incident-logged':
      return [change.incident.ref];
    case 'review-started':
      return [change.review.ref, change.review.incident];
    case 'review-decided':
      return [change.ref, ...[change.opened?.ref, change.ended].flatMap((ref) => ref ?? [])];
    case 'case-embargoed':
    case 'came-back':
    case 'purged':
      return change.refs;
    case 'action-added':
      return [change.action.ref];
    case 'request-opened':
      return [change.request.ref, ...(change.request.review ? [change.request.review] : [])];
    case 'request-answered':
      return [change.ref, ...(change.review ? [change.review] : [])];
    case 'meeting-scheduled':
      return [change.meeting.ref];
    case 'decision-recorded':
      return [change.decision.ref];
    case 'dispute-opened':
      return [change.dispute.ref];
    case 'risk-added':
      return [change.risk.ref];
    case 'cycle-opened':
      return change.entries.map(({ ref }) => ref);
    case 'amendment-proposed':
      return [change.amendment.ref];
    case 'report-started':
      return [change.report.ref];
    case 'challenge-raised':
      return [change.challenge.ref];
    case 'term-set':
      return [change.term.ref];
    case 'reversed':
      return change.restore.map(({ ref }) => ref);
    default:
      return 'ref' in change ? [change.ref] : [];
  }
};
