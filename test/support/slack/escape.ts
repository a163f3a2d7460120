import type { Team } from './world.ts';

/** What a person types, as an app with should_escape gets it: docs.slack.dev/interactivity/implementing-slash-commands. */
export const escaped = (team: Team, typed: string): string =>
  typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/https?:\/\/[^\s|]+/g, (url) => `<${url}>`)
    .replace(/(?<=^|\s)@([\w.-]*\w)/g, (whole, name: string) => person(team, name) ?? whole)
    .replace(/(?<=^|\s)#([\w-]+)/g, (whole, name: string) => channel(team, name) ?? whole);

const EVERYBODY: ReadonlySet<string> = new Set(['channel', 'here', 'everyone']);

const person = (team: Team, typed: string): string | undefined => {
  if (EVERYBODY.has(typed)) return `<!${typed}>`;
  const found = [...team.people.values()].find(({ id, name }) => id === typed || name === typed);
  return found && `<@${found.id}|${found.name}>`;
};

const channel = (team: Team, typed: string): string | undefined => {
  const found = [...team.conversations.values()].find(
    ({ id, name, kind }) => kind !== 'im' && (id === typed || name === typed),
  );
  return found && `<#${found.id}|${found.name}>`;
};
