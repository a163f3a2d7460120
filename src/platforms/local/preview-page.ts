import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Answer, Request } from '../../app/dispatch.ts';
import type { Message } from '../../app/message.ts';
import { HEADERS } from './assets.ts';

interface Parts {
  readonly title: string;
  readonly when: string;
  readonly look: (request: Request) => Promise<Answer>;
}

/** Every message of the next days as a page to print and sign, for what the asker may see. */
export const previewPage = async (context: Context, { title, when, look }: Parts) => {
  const { who = '' } = context.req.query();
  const days = context.req.param('days') ?? '30';
  const ask = (page: number): Promise<Answer> =>
    look({
      actor: who,
      via: 'local',
      asking: { command: 'preview', fields: { days, page: String(page) } },
    });
  const first = (await ask(1)).message;
  const lines = await allLines(first, async (page) => (await ask(page)).message);
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  return context.html(html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>What the next ${days} days will bring</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body class="paper">
        <main>
          <h1>What the next ${days} days will bring</h1>
          <p>${title}. As of ${when}, for @${who}.</p>
          <p>${first.title.replace(/, page .*/, '')}</p>
          <ol>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ol>
          <p class="sign">Read and agreed by</p>
          <p class="sign">Post</p>
          <p class="sign">Date</p>
        </main>
      </body>
    </html>`);
};

/** The lines of every page of a list. */
const allLines = async (
  first: Message,
  turnTo: (page: number) => Promise<Message>,
): Promise<readonly string[]> => {
  const lines: string[] = [];
  let message = first;
  for (let page = 2; ; page += 1) {
    for (const block of message.blocks) if (block.type === 'list') lines.push(...block.items);
    if (message.buttons.length === 0) return lines;
    message = await turnTo(page);
  }
};
