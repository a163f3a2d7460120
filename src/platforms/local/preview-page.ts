import type { Context } from 'hono';
import { html } from 'hono/html';
import { listOf, plainTitle, wholeAnswer } from '../paper/drawn.ts';
import { askedBy, type Parts, paper } from './paper.ts';

/** Every message of the next days as a page to print and sign, for what the asker may see. */
export const previewPage = async (context: Context, parts: Parts) => {
  const { title, when } = parts;
  const { who = '' } = context.req.query();
  const days = context.req.param('days') ?? '30';
  const { message, lines } = await wholeAnswer((page) =>
    askedBy(context, parts, 'preview', { days, page: String(page) }),
  );
  return paper(
    context,
    parts,
    `What the next ${days} days will bring`,
    html`<p>${title}. As of ${when}, for @${who}.</p>
      <p>${plainTitle(message)}</p>
      ${listOf(lines)}
      <p class="sign">Read and agreed by</p>
      <p class="sign">Post</p>
      <p class="sign">Date</p>`,
  );
};
