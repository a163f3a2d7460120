import type { EmailStage } from './stage.ts';

/** What somebody sees who has opened a page. */
export interface Seen {
  readonly status: number;
  readonly title: string;
  readonly html: string;
  readonly headers: Headers;
}

const seen = async (response: Response): Promise<Seen> => {
  const html = await response.text();
  return {
    status: response.status,
    title: /<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '',
    html,
    headers: response.headers,
  };
};

/** Whoever reads a mailbox: opens its links, asks for codes, and answers, as a browser would. */
export const reader = (stage: EmailStage, who: string) => {
  const newest = (): string => {
    const link = stage
      .mailbox(who)
      .flatMap(({ links }) => links)
      .at(-1);
    if (!link) throw new Error(`${who} has no link`);
    return link;
  };
  const post = (url: string, fields: Readonly<Record<string, string>>, headers = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }).then(seen);
  const code = (): string =>
    stage
      .mailbox(who)
      .flatMap(({ text }) => /^(\d{6}) is the code/m.exec(text)?.[1] ?? [])
      .at(-1) ?? '';
  return {
    newest,
    code,
    open: (url = newest()): Promise<Seen> => fetch(url).then(seen),
    askCode: (url = newest()): Promise<Seen> => post(`${url}/code`, {}),
    askNew: (url: string): Promise<Seen> => post(`${url}/new`, {}),
    send: (fields: Readonly<Record<string, string>>, url = newest(), headers = {}): Promise<Seen> =>
      post(url, { code: code(), ...fields }, headers),
    /** The whole way: a code, and then the answer. */
    answers: async (fields: Readonly<Record<string, string>>, url = newest()): Promise<Seen> => {
      await post(`${url}/code`, {});
      return post(url, { code: code(), ...fields });
    },
  };
};
