/** Slack reads these three; escaped, no text of ours can mention a channel or make a link. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MARK = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * What was typed, of what Slack made of it: "&lt;" is "<", a mention is its label, a link its address.
 * `nameOf` says who an account is on the roster.
 */
export const unescaped = (text: string, nameOf: (user: string) => string | undefined): string =>
  text
    .replaceAll(MARK, (_, sign: string, what: string, label = '') => {
      if (sign === '@') return `@${nameOf(what) ?? (label || 'somebody')}`;
      if (sign === '#') return `#${label || 'channel'}`;
      return sign === '!' ? `@${label || 'all'}` : what.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
