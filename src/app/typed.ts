import type { Catalogue, Command } from './command.ts';

/** Fields as they were typed or sent, before anybody has read them. */
export interface Raw {
  readonly fields: Readonly<Record<string, string>>;
  /** What stood without `name=`, in order. */
  readonly bare: readonly string[];
}

/** What was asked for: a command and its raw fields, or why it cannot be told. */
export type Asked =
  | { readonly is: 'asked'; readonly command: Command; readonly raw: Raw }
  | { readonly is: 'unknown'; readonly family?: string }
  | { readonly is: 'twice'; readonly field?: string };

/** Reads `/incident log harm=died aware="1 April"`, with or without the slash. */
export const readTyped = (typed: string, catalogue: Catalogue): Asked => {
  const tokens = tokensOf(typed.trim().replace(/^\//, ''));
  const command = longest(tokens, catalogue);
  if (!command) return unknown(tokens, catalogue);
  const rest = tokens.slice(command.name.split(' ').length);
  const named = rest.flatMap((token) => ('name' in token ? [token] : []));
  const twice = named.find(({ name }, at) => named.findIndex((one) => one.name === name) < at);
  if (twice)
    return Object.hasOwn(command.fields.shape, twice.name)
      ? { is: 'twice', field: twice.name }
      : { is: 'twice' };
  return {
    is: 'asked',
    command,
    raw: {
      fields: Object.fromEntries(named.map(({ name, value }) => [name, value])),
      bare: rest.flatMap((token) => ('name' in token ? [] : [token.value])),
    },
  };
};

type Token = { readonly name: string; readonly value: string } | { readonly value: string };

/** Phones and word processors turn straight quotes into curly ones. */
const TOKEN =
  /([a-z][a-z0-9-]*)=(?=\s|$)|(?:([a-z][a-z0-9-]*)=)?(?:["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+))/giu;

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKEN)].map(([, empty, name, quoted, word]) => {
    const value = quoted ?? word ?? '';
    const key = name ?? empty;
    return key ? { name: key.toLowerCase(), value } : { value };
  });

/** No command's name has more words. */
const MOST_WORDS = 2;

const longest = (tokens: readonly Token[], catalogue: Catalogue): Command | undefined => {
  const said = tokens.map((token) =>
    'name' in token || token.value.includes(' ') ? '=' : token.value.toLowerCase(),
  );
  for (let words = MOST_WORDS; words > 0; words -= 1) {
    const called = said.slice(0, words).join(' ');
    const found = catalogue.find(({ name }) => name === called);
    if (found) return found;
  }
  return undefined;
};

const unknown = ([first]: readonly Token[], catalogue: Catalogue): Asked => {
  const family = catalogue.find(({ name }) => name.split(' ')[0] === first?.value.toLowerCase());
  return family ? { is: 'unknown', family: first?.value.toLowerCase() ?? '' } : { is: 'unknown' };
};
