import type { Desk } from '../../app/desk.ts';
import { escaped } from './escape.ts';
import { actionsOf, buttonOf, plainText, said, section } from './render.ts';

/** Room for the headings and the last row of buttons; Slack takes a hundred blocks. */
const MOST_ROWS = 80;

/** A person's desk as their home tab. What does not fit is told of, and is one command away. */
export const homeView = (desk: Desk, worded: (text: string) => string): object => {
  let left = MOST_ROWS;
  const sections = desk.sections.flatMap(({ title, empty, rows }) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    const more = rows.length - shown.length;
    return [
      { type: 'header', text: plainText(`${title} (${rows.length})`) },
      ...(rows.length === 0 ? [section(escaped(empty))] : []),
      ...shown.map(({ line, button }, at) => ({
        ...said(line),
        ...(button ? { accessory: buttonOf(button, at) } : {}),
      })),
      ...(more > 0 ? [section(worded(`${more} more: /due all lists them.`))] : []),
    ];
  });
  return {
    type: 'home',
    blocks: [
      section(`*${escaped(desk.title)}*`),
      ...sections,
      { type: 'divider' },
      ...actionsOf(desk.begin),
    ],
  };
};

/** For somebody who is not on the roster: that, and nothing else. */
export const strangerView = (sentence: string): object => ({
  type: 'home',
  blocks: [section(escaped(sentence))],
});
