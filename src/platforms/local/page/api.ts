/** What the server says, in the shapes of src/platforms/local/connect.ts. */
export interface Field {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly fallback?: string;
  readonly required: boolean;
}
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly fields: readonly Field[];
}
export interface Workspace {
  readonly title: string;
  readonly when: string;
  readonly rehearsal: boolean;
  readonly people: readonly { readonly id: string; readonly title: string }[];
  readonly commands: readonly Command[];
}
export interface Paper {
  readonly label: string;
  readonly path: string;
  readonly picture?: { readonly path: string; readonly alt: string };
}
export interface Shown {
  readonly number: number;
  readonly kind: 'asked' | 'reply' | 'refusal' | 'notice';
  readonly when: string;
  readonly about: readonly string[];
  readonly title: string;
  readonly paper?: Paper;
  readonly card?: object;
  readonly slack?: object;
}
export interface Messages {
  readonly earlier: boolean;
  readonly messages: readonly Shown[];
}
export interface OpenForm {
  readonly command: string;
  readonly filled: Readonly<Record<string, string>>;
  readonly problems: readonly {
    readonly field: string;
    readonly sentence: string;
    readonly kind?: string;
  }[];
}
export interface Answer {
  readonly is: 'accepted' | 'refused';
  readonly title: string;
  readonly text: string;
  readonly about: readonly string[];
  readonly card: object;
  readonly slack: object;
  readonly form?: OpenForm;
}
export type Asking =
  | { readonly typed: string }
  | { readonly command: string; readonly fields: Readonly<Record<string, string>> };

const read = async <T>(response: Response): Promise<T> => {
  const body = (await response.json()) as T & { readonly sentence?: string };
  if (!response.ok) throw new Error(body.sentence ?? 'Heed did not answer. Try again.');
  return body;
};

const query = (given: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(
    Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ).toString();

const post = async <T>(path: string, body: object): Promise<T> =>
  read(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

export const getWorkspace = async (who: string): Promise<Workspace> =>
  read(await fetch(`/api/workspace?${query({ who })}`));

export const getMessages = async (
  who: string,
  window: { readonly before?: string; readonly after?: string } = {},
): Promise<Messages> => read(await fetch(`/api/messages?${query({ who, ...window })}`));

/** Draws something without asking it aloud: nothing of it is kept in the conversation. */
export const look = async (
  who: string,
  command: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> => read(await fetch(`/api/pane?${query({ ...fields, who, command })}`));

export const ask = (who: string, asking: Asking): Promise<Answer> =>
  post('/api/ask', { who, ...asking });

export const moveClock = (to: string): Promise<object> => post('/api/clock', { to });
