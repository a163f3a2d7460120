import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Answer } from '../../app/dispatch.ts';
import type { Table } from '../../app/message.ts';
import { asCsv } from '../../app/sheet.ts';
import type { Body } from '../../domain/arrangement.ts';
import { digestOf, factsIn, plainTitle, tableOf, type Whole, wholeAnswer } from '../paper/drawn.ts';
import { HEADERS } from './assets.ts';
import { askedBy, type Parts, paper } from './paper.ts';

interface Given {
  readonly parts: () => Promise<Parts & { readonly bodies: readonly Body[] }>;
}

/** Actions and digests outside chat: to print, to save as a spreadsheet, to forward as plain text. */
export const actionPages = ({ parts }: Given): Hono => {
  const app = new Hono();
  app.get('/actions', async (context) => actionsPage(context, await parts()));
  app.get('/actions.csv', async (context) => {
    const given = await parts();
    const answer = await asked(context, given, 'action list', {});
    return csv(context, given, answer, 'actions.csv');
  });
  app.get('/digest/:file', async (context) => {
    const [body = '', as] = context.req.param('file').split('.');
    const given = await parts();
    const answer = await asked(context, given, 'action digest', { body });
    if (as === 'csv') return csv(context, given, answer, `digest-${body}.csv`);
    if (as === 'txt') return text(context, given, answer);
    return digestPage(context, given, answer);
  });
  return app;
};

/** Asked as whoever the page is for, with the filters of its address; every page of the answer. */
const asked = (
  context: Context,
  parts: Parts,
  command: string,
  more: Readonly<Record<string, string>>,
) => {
  const { who: _, ...filters } = context.req.query();
  return wholeAnswer((page) =>
    askedBy(context, parts, command, { ...filters, ...more, page: String(page) }),
  );
};

const whoOf = (context: Context): string => encodeURIComponent(context.req.query('who') ?? '');

const actionsPage = async (
  context: Context,
  parts: Parts & { readonly bodies: readonly Body[] },
) => {
  const { message } = await asked(context, parts, 'action list', {});
  const query = new URL(context.req.url).search;
  return paper(
    context,
    parts,
    'Actions',
    html`<p>${parts.title}. As of ${parts.when}, for @${context.req.query('who') ?? ''}.</p>
      <p>${plainTitle(message)}. <a href="/actions.csv${query}">Save it as a spreadsheet</a></p>
      ${message.table ? tableOf(message.table) : ''}
      <nav class="screen">
        <h2>Digests</h2>
        <ul>
          ${parts.bodies.map(
            ({ id, name }) =>
              html`<li><a href="/digest/${id}?who=${whoOf(context)}">${name}</a></li>`,
          )}
        </ul>
      </nav>`,
  );
};

const digestPage = (context: Context, parts: Parts, whole: Whole) => {
  const { title, when } = parts;
  const { is, message } = whole;
  const body = context.req.param('file') ?? '';
  const who = whoOf(context);
  const links =
    is === 'accepted'
      ? html`<p class="screen">
          <a href="/digest/${body}.txt?who=${who}">As plain text, to forward</a>,
          <a href="/digest/${body}.csv?who=${who}">as a spreadsheet</a>
        </p>`
      : '';
  return paper(
    context,
    parts,
    plainTitle(message),
    html`<p>${title}. As of ${when}. ${message.lead ?? ''}</p>
      ${links}
      ${digestOf(whole)}`,
  );
};

const text = (context: Context, { title, when, banner }: Parts, { message, lines }: Whole) => {
  const all = [
    ...(banner ? [banner, ''] : []),
    [plainTitle(message), message.lead].filter(Boolean).join(', '),
    `${title}. As of ${when}.`,
    '',
    ...factsIn(message).map(([name, value]) => `${name}: ${value}`),
    '',
    ...lines.map((line) => `- ${line}`),
    ...(banner ? ['', banner] : []),
  ];
  return context.body(`${all.join('\n')}\n`, 200, {
    ...HEADERS,
    'content-type': 'text/plain; charset=utf-8',
  });
};

const csv = (context: Context, { banner }: Parts, { is, message }: Answer, name: string) =>
  is === 'accepted' && message.table
    ? context.body(asCsv(withMarking(message.table, banner)), 200, {
        ...HEADERS,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      })
    : context.text(message.title, 403);

/** On every row, so that it stays with what is copied out of the spreadsheet. */
const withMarking = (table: Table, banner: string | undefined): Table =>
  banner
    ? {
        headings: [...table.headings, 'Marking'],
        rows: table.rows.map((row) => [...row, banner]),
      }
    : table;
