import { type Finding, isWrong } from '../app/finding.ts';
import { counted } from '../domain/words.ts';

/** Every finding on a line of its own, and what they come to. */
export const tell = (findings: readonly Finding[], secrets: readonly string[]): string =>
  [...findings.map(line), verdict(findings), ''].map((text) => hidden(text, secrets)).join('\n');

const line = ({ is, about, sentence }: Finding): string =>
  `${is.padEnd(5)}  ${about}: ${sentence}`.replaceAll(/\s*\n\s*/g, ' ');

const verdict = (findings: readonly Finding[]): string => {
  const wrong = findings.filter(isWrong).length;
  const notes = findings.filter(({ is }) => is === 'note').length;
  if (wrong === 0 && notes === 0) return 'All is well.';
  if (wrong === 0) return `Nothing to mend, ${counted(notes, 'thing')} to note.`;
  return `${counted(wrong, 'thing')} to mend${notes > 0 ? `, ${notes} to note` : ''}.`;
};

const TOKEN = /\b(xox[a-z]|xapp)-[\w-]+/g;
/** What is shorter would be found in ordinary words. */
const SHORTEST = 6;

/** No check quotes a secret; but a mistake in a file may, where somebody wrote one into it. */
const hidden = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter(({ length }) => length >= SHORTEST)
    .reduce((left, secret) => left.replaceAll(secret, '[a secret]'), text)
    .replaceAll(TOKEN, '[a secret]');
