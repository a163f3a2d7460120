/** One thing measured at each size, as so many times what it is compared with. */
export interface Row {
  readonly what: string;
  readonly against: string;
  readonly ratios: readonly number[];
}

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** As the documents have it; the last column is how much it grew from the first size to the last. */
export const table = (sizes: readonly number[], rows: readonly Row[]): string => {
  const head = ['what', 'against', ...sizes.map((size) => size.toLocaleString('en-GB')), 'growth'];
  const lines = rows.map(({ what, against, ratios }) => {
    const grown = (ratios.at(-1) ?? Number.NaN) / (ratios[0] ?? Number.NaN);
    return [what, against, ...ratios.map(figure), figure(grown)];
  });
  const all = [head, ...lines];
  const widths = head.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...lines.map(line)].join(
    '\n',
  );
};

const BEGINS = '<!-- growth: written by npm run bench -->';
const ENDS = '<!-- growth ends -->';

/** A document with another table in its place; throws where it has none. */
export const withTable = (document: string, written: string): string => {
  const [from, to] = [document.indexOf(BEGINS), document.indexOf(ENDS)];
  if (from < 0 || to < from)
    throw new Error(`docs/performance.md has lost its lines ${BEGINS}, ${ENDS}`);
  return `${document.slice(0, from)}${BEGINS}\n\n${written}\n\n${document.slice(to)}`;
};
