import { html } from 'hono/html';
import type { Sheet } from '../../app/answering.ts';
import type { Choice } from '../../app/answering-choices.ts';
import { listed } from '../../domain/words.ts';
import { type Filled, NOT_ME, type View } from './view.ts';

/** Where a page is: what stands before every path there, and its own. */
interface Place {
  readonly base: string;
  readonly path: string;
}

type Html = ReturnType<typeof html>;
type Of<K extends View['is']> = Extract<View, { is: K }>;

/** A page of an answer: no script, nothing from elsewhere, and it can be read out and printed. */
export const page = (view: View, { base, path }: Place): Html => {
  const [title, body] = (PAGES[view.is] as Draw<View>)(view, `${base}${path}`);
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${base}/answer/page.css">
</head>
<body>
<main${view.is === 'printed' ? html` class="printed"` : ''}>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
};

type Draw<V> = (view: V, path: string) => readonly [string, Html];

const PAGES: { readonly [K in View['is']]: Draw<Of<K>> } = {
  asking: ({ what }, path) => [
    what.title,
    html`<p class="question">${what.question}</p>
<p>Heed sends a code of six digits to the address that your message came to. Have it at hand${'leaf' in what ? ': the next page asks for it' : ', and answer on the next page'}.</p>
${button(`${path}/code`, 'Send me the code')}`,
  ],
  form: (view, path) => [view.sheet.title, form(view, path)],
  opening: (view, path) => [view.what.title, opening(view, path)],
  printed: ({ title, body }) => [
    title,
    html`${body}
<p class="screen">This page stays for as long as you keep it open: print it, or save it, from the menu of your browser. The link opens it again, with another code.</p>`,
  ],
  done: ({ title }) => [
    title,
    html`<p>You can close this page. Was it a mistake? Reply to the message that you had: the business unit can put it right.</p>`,
  ],
  over: ({ sentence, mayHaveNew }, path) => [
    'This link does nothing any more',
    html`<p>${sentence}</p>
${
  mayHaveNew
    ? html`<p>A new one can be sent to the same mailbox, or to the one that has taken its place.</p>
${button(`${path}/new`, 'Send me a new link')}`
    : ''
}`,
  ],
  'new-sent': () => [
    'A new link is on its way',
    html`<p>Look in your mailbox. You can close this page.</p>`,
  ],
  unknown: () => [
    'There is no such link',
    html`<p>Open the link in your newest message again, or copy the whole of it. If that does not help, reply to the message: the business unit can take your answer.</p>`,
  ],
  'too-many': () => [
    'That was too often for now',
    html`<p>Nothing was saved. Wait an hour and try again, or reply to the message that you had: the business unit can take your answer.</p>`,
  ],
  'mail-away': () => [
    'No e-mail can be sent at this moment',
    html`<p>Nothing was saved. Open the link again in a few minutes.</p>`,
  ],
  bug: () => [
    'Something went wrong inside Heed',
    html`<p>Nothing was saved. Try again, or reply to the message that you had: the business unit can take your answer.</p>`,
  ],
  'not-from-here': () => [
    'That came from another page',
    html`<p>Nothing was saved. Open the link in your message, and answer there.</p>`,
  ],
};

const button = (path: string, label: string): Html =>
  html`<form method="post" action="${path}"><button type="submit">${label}</button></form>`;

const news = (problem: string | undefined): Html =>
  problem
    ? html`<p class="problem" role="alert">${problem}</p>`
    : html`<p role="status">The code is on its way. It may take a minute or two.</p>`;

const CODE = html`<p><label for="code">The code from your e-mail</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12"></p>`;

const opening = ({ what, problem }: Of<'opening'>, path: string): Html => html`
<p class="question">${what.question}</p>
${news(problem)}
<form method="post" action="${path}">
${CODE}
<p><button type="submit">Show me the page</button>
<button type="submit" name="answer" value="${NOT_ME}">${NOT_FOR_ME.label}</button></p>
</form>
${button(`${path}/code`, 'Send me another code')}`;

const form = ({ sheet, filled, problem, asksSure }: Of<'form'>, path: string): Html => html`
<p class="question">${sheet.question}</p>
${news(problem)}
<form method="post" action="${path}">
<fieldset>
<legend>Your answer</legend>
${[...sheet.choices, NOT_FOR_ME].map((choice) => radio(choice, filled))}
</fieldset>
<p><label for="words">In words</label>
<span id="words-hint">${needing(sheet.choices)}A child's name or anything that identifies a child is declined.</span>
<textarea id="words" name="words" rows="4" maxlength="500" aria-describedby="words-hint">${filled.words ?? ''}</textarea></p>
${MORE[sheet.more](filled)}
${
  asksSure
    ? html`<p><label><input type="checkbox" name="sure" value="yes"> These words are nobody's name</label></p>`
    : ''
}
${CODE}
<p><button type="submit">Send the answer</button></p>
</form>
${button(`${path}/code`, 'Send me another code')}`;

/** "Comment and Disagree say nothing without. ", where their labels do not say so themselves. */
const needing = (choices: readonly Choice[]): string => {
  const labels = choices
    .filter(({ label, needs }) => needs.includes('words') && !label.includes('words'))
    .map(({ label }) => `“${label}”`);
  return labels.length > 0 ? `${listed(labels)} need a few. ` : '';
};

const NOT_FOR_ME = { id: NOT_ME, label: 'This is not for me' };

const radio = ({ id, label }: Pick<Choice, 'id' | 'label'>, { answer }: Filled): Html =>
  html`<label><input type="radio" name="answer" value="${id}" required${answer === id ? html` checked` : ''}> ${label}</label>`;

const MORE: { readonly [K in Sheet['more']]: (filled: Filled) => Html } = {
  'sign-off': ({
    more = '',
  }) => html`<p><label for="more">Who has signed it off, by post, where somebody senior has to</label>
<input id="more" name="more" maxlength="80" value="${more}"></p>`,
  nothing: () => html``,
  day: ({ more = '' }) => html`<p><label for="more">To which day, where it needs another</label>
<input id="more" name="more" type="date" value="${more}"></p>`,
};

export const STYLE = `
html { color-scheme: light dark; }
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 38rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
.question { border-left: 0.25rem solid; padding-left: 1rem; font-weight: 600; }
.problem { border: 0.125rem solid; padding: 0.75rem; font-weight: 600; }
fieldset { border: 0.0625rem solid; padding: 0.5rem 1rem; }
fieldset label { display: block; padding: 0.375rem 0; }
label, textarea { display: block; }
p > label:has(input) { display: inline; }
textarea, input:not([type='radio'], [type='checkbox']) {
  box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem; margin: 0.25rem 0;
}
button { font: inherit; font-weight: 600; padding: 0.625rem 1rem; min-height: 2.75rem; margin: 0.25rem 0; }
.printed li { margin: 0.4rem 0; break-inside: avoid; }
.printed p, .printed li { overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; }
dd { margin: 0; }
@media print { .screen { display: none; } main.printed { max-width: none; padding: 0; } }
:focus-visible { outline: 0.1875rem solid; outline-offset: 0.125rem; }
`;
