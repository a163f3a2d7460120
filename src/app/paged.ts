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
  const pages = Math.ceil(rows.length / PAGE);
  const at = Math.min(page, pages);
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

const once = (duties: readonly Duty[]): readonly Duty[] => [
  ...new Map(
    duties.map((duty) => [`${duty.record}/${duty.name}/${duty.part ?? ''}`, duty]),
  ).values(),
];
