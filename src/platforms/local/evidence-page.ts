import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Answer } from '../../app/dispatch.ts';
import { type Line, sayEvidence } from '../../app/evidence.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { isReference, type Ref } from '../../domain/reference.ts';
import { type Evidence, evidenceOf } from '../../domain/requests/evidence.ts';
import type { Sealed } from '../../domain/sealed.ts';
import { factsIn, tableOf } from '../paper/drawn.ts';
import { HEADERS } from './assets.ts';
import { askedBy, type Parts, paper } from './paper.ts';

interface Given {
  readonly parts: () => Promise<Parts & { readonly arrangement: Arrangement }>;
  readonly chain: () => AsyncIterable<Sealed>;
}

/** What the log has of a request, to print and to save: the command says who may have it. */
export const evidencePages = ({ parts, chain }: Given): Hono => {
  const app = new Hono();
  app.get('/evidence/:file', async (context) => {
    const [ref = '', as] = context.req.param('file').split('.');
    const given = await parts();
    const answer = await askedBy(context, given, 'request evidence', { request: ref });
    if (answer.is !== 'accepted' || !isReference(ref))
      return context.text(answer.message.title, 403);
    const links = await Array.fromAsync(chain());
    const found = { ref, answer, links, evidence: evidenceOf(links, ref) };
    return as === 'json' ? asJson(context, found, given) : asPage(context, found, given);
  });
  return app;
};

interface Found {
  readonly ref: Ref;
  readonly answer: Answer;
  readonly links: readonly Sealed[];
  readonly evidence: readonly Evidence[];
}

type Setting = Parts & { readonly arrangement: Arrangement };

const lineOf = ({ arrangement }: Setting, one: Evidence): Line => sayEvidence(one, arrangement);

const asJson = (context: Context, { ref, answer, links, evidence }: Found, given: Setting) => {
  const last = links.at(-1);
  const body = {
    request: ref,
    partnership: given.title,
    ...(given.banner ? { marking: given.banner } : {}),
    drawn: given.when,
    asked: saidOf(answer),
    chain: { entries: last?.entry.seq ?? 0, hash: last?.hash },
    evidence: evidence.map((one) => ({ ...one, says: lineOf(given, one).what })),
  };
  return context.body(`${JSON.stringify(body, null, 2)}\n`, 200, {
    ...HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="evidence-${ref}.json"`,
  });
};

/** What the command says before its numbers: the power it was asked under, and what was asked. */
const saidOf = ({ message: { blocks } }: Answer): readonly string[] => {
  const facts = blocks.findIndex(({ type }) => type === 'facts');
  return blocks.slice(0, facts).flatMap((block) => (block.type === 'text' ? [block.text] : []));
};

const asPage = (context: Context, found: Found, given: Setting) => {
  const { ref, answer, links, evidence } = found;
  const who = context.req.query('who') ?? '';
  const last = links.at(-1);
  const lines = evidence.map((one) => ({ ...lineOf(given, one), entry: String(one.entry) }));
  const hashes = new Map(evidence.map(({ entry, hash }) => [String(entry), hash]));
  return paper(
    context,
    given,
    answer.message.title,
    html`<p>${given.title}. As of ${given.when}, for @${who}.</p>
      <p class="screen">
        <a href="/evidence/${ref}.json?who=${encodeURIComponent(who)}">Save it as JSON</a>
      </p>
      ${saidOf(answer).map((line) => html`<p>${line}</p>`)}
      <dl>
        ${factsIn(answer.message).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
      </dl>
      <h2>What happened</h2>
      ${tableOf({
        headings: ['When', 'What', 'Who', 'Entry'],
        rows: lines.map(({ when, what, who: by, entry }) => [when, what, by, entry]),
      })}
      <h2>What proves it</h2>
      <p>
        Each entry of the log carries a hash (SHA-256) over the one before it and its own text, so none
        can be changed or left out without all that follow showing it. The log ends at entry
        ${last?.entry.seq ?? 0} with ${last?.hash ?? 'nothing'}; “npm run verify” works it out again.
      </p>
      <div class="hashes">
        ${tableOf({ headings: ['Entry', 'Hash'], rows: [...hashes].map((pair) => [...pair]) })}
      </div>`,
  );
};
