import { html } from 'hono/html';
import type { Chart } from '../../app/message.ts';

const NAME = 260;
const COLUMN = 78;
const ROW = 46;
const HEAD = 44;
const BAR = 22;
const WIDE = 16;

/**
 * Bars in rows as SVG: the part of the whole filled, the rest an outline, and both as a number, so that
 * nothing is said by colour alone.
 */
export const chartSvg = ({ headings, rows }: Chart) => {
  const width = NAME + COLUMN * headings.length;
  const height = HEAD + ROW * rows.length;
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    font-family="system-ui, sans-serif"
    font-size="13"
    fill="#1b2a33"
  >
    <title>How many answers came in time, by agency and quarter; the table has the same numbers</title>
    <rect width="${width}" height="${height}" fill="#ffffff" />
    ${headings.map((heading, at) => headed(heading, at))}
    ${rows.map((row, at) => drawnRow(row, at))}
  </svg>`;
};

const columnAt = (at: number): number => NAME + COLUMN * at;

/** In two lines: "January to March 2026" as "Jan to Mar" over "2026". */
const headed = (heading: string, at: number) => {
  const [from = '', , to = '', year = ''] = heading.split(' ');
  return html`<text x="${columnAt(at)}" y="16">${from.slice(0, 3)} to ${to.slice(0, 3)}</text>
    <text x="${columnAt(at)}" y="32">${year}</text>`;
};

const drawnRow = ({ name, bars }: Chart['rows'][number], at: number) => {
  const top = HEAD + ROW * at;
  return html`<line x1="0" y1="${top}" x2="${columnAt(bars.length)}" y2="${top}" stroke="#c3ccd1" />
    <text x="0" y="${top + 26}">${shortened(name)}</text>
    ${bars.map((bar, column) => (bar.whole === 0 ? '' : drawnBar(bar, columnAt(column), top + 12)))}`;
};

/** A name that is too long for its column ends in dots; the table has it whole. */
const shortened = (name: string): string => (name.length > 36 ? `${name.slice(0, 35)}…` : name);

const drawnBar = ({ part, whole }: { part: number; whole: number }, x: number, y: number) => {
  const high = Math.round((BAR * part) / whole);
  return html`<rect x="${x}" y="${y}" width="${WIDE}" height="${BAR}" fill="none" stroke="#0b4f71" />
    <rect x="${x}" y="${y + BAR - high}" width="${WIDE}" height="${high}" fill="#0b4f71" />
    <text x="${x + WIDE + 6}" y="${y + 16}">${part}/${whole}</text>`;
};
