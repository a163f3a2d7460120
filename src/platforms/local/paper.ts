import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Answer, Request } from '../../app/dispatch.ts';
import { HEADERS } from './assets.ts';

type Html = ReturnType<typeof html>;

/** What a page to print is made from. */
export interface Parts {
  /** The partnership's name. */
  readonly title: string;
  readonly when: string;
  /** What stands over every page of it, such as a protective marking. */
  readonly banner?: string | undefined;
  readonly look: (request: Request) => Promise<Answer>;
}

/** Asked as whoever the page is for: the command says what they may have. */
export const askedBy = (
  context: Context,
  { look }: Pick<Parts, 'look'>,
  command: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  look({ actor: context.req.query('who') ?? '', via: 'local', asking: { command, fields } });

/** A page to print, in the look of the workspace. */
export const paper = (
  context: Context,
  { banner }: Pick<Parts, 'banner'>,
  heading: string,
  body: Html,
) => {
  const marking = banner ? html`<p class="banner">${banner}</p>` : '';
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  return context.html(html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${heading}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body class="paper">
        <main>
          ${marking}
          <h1>${heading}</h1>
          ${body}
          ${marking}
        </main>
      </body>
    </html>`);
};
