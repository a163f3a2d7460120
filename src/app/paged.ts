import type { Duty } from '../domain/duty.ts';
import type { Ref } from '../domain/reference.ts';
import type { Button, Message } from './message.ts';

/** One line of a list, and what it speaks of. */
interface Row {
  readonly line: string;
  readonly about: readonly Ref[];
  readonly duties: readonly Duty[];
}

interface List {
  readonly title: string;
  /** Said instead where there is nothing. */
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly page: number;
  readonly next: Pick<Button, 'command' | 'fields'>;
}

/** Fits every platform's limits with room to spare. */
const PAGE = 20;

/** A long list comes in pages, "1 of 3"; it is never cut. */
export const paged = ({ title, empty, rows, page, next }: List): Message => {
  if (rows.length === 0) return { title: empty, blocks: [], buttons: [], about: [], duties: [] };
  const { at, pages } = pageOf(rows, page);
  const shown = rows.slice((at - 1) * PAGE, at * PAGE);
  return {
    title: pages > 1 ? `${title}, page ${at} of ${pages}` : title,
    blocks: [{ type: 'list', items: shown.map(({ line }) => line) }],
    buttons:
      at < pages
        ? [{ label: 'Next page', ...next, fields: { ...next.fields, page: String(at + 1) } }]
        : [],
    about: [...new Set(shown.flatMap(({ about }) => about))],
    duties: once(rows.flatMap(({ duties }) => duties)),
  };
};

/** Which page it is that is asked for, of how many: the last where there are not so many. */
export const pageOf = ({ length }: readonly unknown[], page: number) => {
  const pages = Math.max(1, Math.ceil(length / PAGE));
  return { at: Math.min(page, pages), pages };
};

const once = (duties: readonly Duty[]): readonly Duty[] => [
  ...new Map(
    duties.map((duty) => [`${duty.record}/${duty.name}/${duty.part ?? ''}`, duty]),
  ).values(),
];
