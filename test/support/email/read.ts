import type { Taken } from './server.ts';

/** What a mail program would show of a message; enough of MIME for what Heed writes. */
export interface Read {
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
}

export const readMail = ({ raw }: Pick<Taken, 'raw'>): Read => {
  const [head, body] = split(raw);
  const headers = headersIn(head);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body.split(`--${boundary}`).slice(1, -1).map(partOf);
  const of = (type: string): string => parts.find((part) => part.type.startsWith(type))?.text ?? '';
  const text = of('text/plain');
  return {
    headers,
    subject: decodedWords(headers.get('subject') ?? ''),
    text,
    html: of('text/html'),
    links: text.match(/https?:\/\/\S+/g) ?? [],
  };
};

/** The words of the HTML, as somebody hears them read out: a line a paragraph. */
export const spoken = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<br>/g, ' ')
    .replace(/<(?:h1|p|li|hr)[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

const split = (text: string): readonly [string, string] => {
  const at = text.indexOf('\r\n\r\n');
  return [text.slice(0, at), text.slice(at + 4)];
};

const headersIn = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
      }),
  );

const partOf = (part: string): { readonly type: string; readonly text: string } => {
  const [head, body] = split(part.replace(/^\r\n/, ''));
  const headers = headersIn(head);
  const encoding = headers.get('content-transfer-encoding') ?? '7bit';
  const text =
    encoding === 'quoted-printable'
      ? quoted(body)
      : encoding === 'base64'
        ? Buffer.from(body, 'base64').toString()
        : body;
  return {
    type: headers.get('content-type') ?? '',
    text: text.replaceAll('\r\n', '\n').trimEnd(),
  };
};

const quoted = (body: string): string =>
  Buffer.from(
    body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  ).toString();

const decodedWords = (subject: string): string =>
  subject
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(Q|B)\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : quoted(text.replaceAll('_', ' ')),
    );
