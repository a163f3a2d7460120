import { html } from 'hono/html';
import type { Answer } from '../../app/dispatch.ts';
import type { Block, Message, Table } from '../../app/message.ts';

type Html = ReturnType<typeof html>;

/** A command's answer, every page of it: the blocks of the first and the lines of them all. */
export type Whole = Answer & { readonly lines: readonly string[] };

export const wholeAnswer = async (ask: (page: number) => Promise<Answer>): Promise<Whole> => {
  const first = await ask(1);
  const lines: string[] = [];
  let message: Message = first.message;
  for (let page = 2; ; page += 1) {
    lines.push(...message.blocks.flatMap(itemsIn));
    if (!message.buttons.some(({ label }) => label === 'Next page')) return { ...first, lines };
    message = (await ask(page)).message;
  }
};

const itemsIn = (block: Block): readonly string[] => (block.type === 'list' ? block.items : []);

/** The numbers of a message. */
export const factsIn = ({ blocks }: Message): readonly (readonly [string, string])[] =>
  blocks.flatMap((block) => (block.type === 'facts' ? block.rows : []));

/** Its title, whichever of its pages it has come from. */
export const plainTitle = ({ title }: Message): string => title.replace(/, page .*/, '');

export const listOf = (lines: readonly string[]): Html => html`<ol>
  ${lines.map((line) => html`<li>${line}</li>`)}
</ol>`;

/** A digest: its numbers, and every line behind them. */
export const digestOf = ({ message, lines }: Whole): Html => html`<dl>
  ${factsIn(message).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
</dl>
${listOf(lines)}`;

/** What is wider than the screen is scrolled by itself. */
export const tableOf = ({
  headings,
  rows,
}: Table): Html => html`<div class="wide" tabindex="0" role="region" aria-label="${headings.join(', ')}"><table>
  <thead>
    <tr>
      ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
    </tr>
  </thead>
  <tbody>
    ${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
  </tbody>
</table></div>`;
