import { Hono } from 'hono';
import { html } from 'hono/html';
import { tableOf } from '../paper/drawn.ts';
import { HEADERS } from './assets.ts';
import { chartSvg } from './chart.ts';
import { askedBy, type Parts, paper } from './paper.ts';

const RATES = 'request rates';

/** How agencies have answered, as a chart and its numbers. */
export const ratesPages = (parts: () => Promise<Parts>): Hono => {
  const app = new Hono();
  app.get('/rates', async (context) => {
    const given = await parts();
    const { title, when } = given;
    const { message } = await askedBy(context, given, RATES);
    const { chart, table } = message;
    return paper(
      context,
      given,
      message.title,
      html`<p>${title}. As of ${when}, for @${context.req.query('who') ?? ''}.</p>
        <p>
          A bar is a quarter; it is filled as far as answers came in time, with how many of how many
          beside it. What was withdrawn, and what is not due yet, is not counted.
        </p>
        <div class="wide" tabindex="0" role="region" aria-label="Chart">${chart ? chartSvg(chart) : ''}</div>
        ${table ? tableOf(table) : ''}`,
    );
  });
  app.get('/rates.svg', async (context) => {
    const { message } = await askedBy(context, await parts(), RATES);
    if (!message.chart) return context.text(message.title, 404);
    const svg = String(await chartSvg(message.chart));
    return context.body(svg, 200, { ...HEADERS, 'content-type': 'image/svg+xml' });
  });
  return app;
};
