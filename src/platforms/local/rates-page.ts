import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { HEADERS } from './assets.ts';
import { chartSvg } from './chart.ts';
import { type Parts, paper, tableOf } from './paper.ts';

/** How agencies have answered, as a chart and its numbers. */
export const ratesPages = (parts: () => Promise<Parts>): Hono => {
  const app = new Hono();
  app.get('/rates', async (context) => {
    const { title, when, look } = await parts();
    const { message } = await asked(context, look);
    const { chart, table } = message;
    return paper(
      context,
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
    const { message } = await asked(context, (await parts()).look);
    if (!message.chart) return context.text(message.title, 404);
    const svg = String(await chartSvg(message.chart));
    return context.body(svg, 200, { ...HEADERS, 'content-type': 'image/svg+xml' });
  });
  return app;
};

const asked = (context: Context, look: Parts['look']) =>
  look({
    actor: context.req.query('who') ?? '',
    via: 'local',
    asking: { command: 'request rates', fields: {} },
  });
