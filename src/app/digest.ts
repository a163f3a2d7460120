import { addMonths, londonDay, monthOf, sayDay, sayMonth } from '../domain/day.ts';
import type { Digest } from '../domain/digest.ts';
import type { Setting } from '../domain/duty.ts';
import type { Ref } from '../domain/reference.ts';
import { bodyName, sayAction, sayEvent } from './action-words.ts';
import type { Button, Message } from './message.ts';
import { paged, pageOf } from './paged.ts';

interface Asked {
  readonly title: string;
  readonly body: string;
  readonly page: number;
  /** The fields that draw its next page. */
  readonly fields: Button['fields'];
}

/** A digest as it is read: the numbers first, then every action behind them, a page at a time. */
export const digestMessage = (digest: Digest, asked: Asked, setting: Setting): Message => {
  const { title, body, fields } = asked;
  const rows = linesOf(digest, setting);
  const page = pageOf(rows, asked.page).at;
  const message = paged({
    title,
    empty: title,
    rows,
    page,
    next: { command: 'action digest', fields: { body, ...fields } },
  });
  const lead = page === 1 ? { lead: sayLead(digest) } : {};
  const numbers = { type: 'facts', rows: numbersOf(digest, setting) } as const;
  return {
    ...message,
    ...lead,
    blocks: [...(page === 1 ? [numbers] : []), ...message.blocks],
    buttons: [...message.buttons, ...lateOnes(digest, body)],
  };
};

const sayLead = ({ open, late }: Digest): string =>
  `${open.length} open, ${late.length === 0 ? 'none late' : `${late.length} late`}`;

const lateOnes = ({ late }: Digest, body: string): readonly Button[] =>
  late.length > 0
    ? [{ label: 'The late ones', command: 'action list', fields: { state: 'late', body } }]
    : [];

const numbersOf = (digest: Digest, { today }: Setting): readonly (readonly [string, string])[] => {
  const month = monthOf(today);
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    [`Open on ${sayDay(londonDay(digest.since))}`, digest.openThen],
    ['Opened since', digest.opened],
    ...(digest.shown.length > 0 ? [['No longer held back', digest.shown] as const] : []),
    ['Opened again since', digest.reopened],
    ['Closed since', digest.closed],
    ['Open now', digest.open],
    ['Late', digest.late],
    [`Due in ${sayMonth(month)}`, digest.dueThisMonth],
    [`Due in ${sayMonth(addMonths(month, 1))}`, digest.dueNextMonth],
    ['Without an owner', digest.unowned],
    ['Closed, evidence missing', digest.unevidenced],
  ];
  return rows.map(([name, of]) => [name, String(of.length)]);
};

/** Each open one, the late ones first; those whose evidence is missing; and what has changed. */
const linesOf = (digest: Digest, setting: Setting) => {
  const { open, unevidenced, changes, opened, shown, unowned } = digest;
  const isUnowned = (ref: Ref): boolean => unowned.some((action) => action.ref === ref);
  const day = (at: (typeof changes)[number]['event']['at']): string => sayDay(londonDay(at));
  return [
    ...open.map((action) => ({
      line: `${sayAction(action, setting)}${isUnowned(action.ref) ? ', a post with nobody in it' : ''}`,
      about: [action.ref],
    })),
    ...unevidenced.map((action) => ({
      line: `Evidence missing: ${sayAction(action, setting)}`,
      about: [action.ref],
    })),
    ...opened.map((action) => ({
      line: `New: ${action.ref}, given on ${day(action.given.at)}`,
      about: [action.ref],
    })),
    ...shown.map((action) => ({
      line: `No longer held back: ${action.ref}, given on ${day(action.given.at)}`,
      about: [action.ref],
    })),
    ...changes.map(({ action, event }) => ({
      line: `Changed: ${action.ref}, ${day(event.at)}: ${sayEvent(event, setting)}`,
      about: [action.ref],
    })),
  ].map((row) => ({ ...row, duties: [] }));
};

export const digestTitle = (body: string, setting: Setting): string =>
  `Actions of ${bodyName(setting, body)}, ${sayMonth(setting.today)}`;
