import { ask } from './api.ts';

const who = new URLSearchParams(location.search).get('who') ?? '';

/** UTF-8, or what Excel saves as plain "CSV" in this country. */
const decoded = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The file is read here and sent whole; it is kept nowhere. */
const read = async (value: FormDataEntryValue): Promise<string> =>
  typeof value === 'string' ? value : decoded(await value.arrayBuffer());

const filled = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
  const entries = [...new FormData(form, submitter)];
  return Object.fromEntries(
    await Promise.all(entries.map(async ([name, value]) => [name, await read(value)])),
  ) as Record<string, string>;
};

/** Each form asks for one thing, and says below what came of it. */
const takesOver = (id: string, command: string): void => {
  const form = document.querySelector<HTMLFormElement>(`#${id}`);
  const outcome = form?.querySelector('[role=status]');
  if (!form || !outcome) throw new Error(`the page has no ${id}`);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    filled(form, event.submitter)
      .then((fields) => ask(who, { command, fields }))
      .then(
        ({ text }) => text,
        (problem: unknown) => (problem instanceof Error ? problem.message : String(problem)),
      )
      .then((text) => {
        outcome.textContent = text;
      });
  });
};

takesOver('actions', 'action import');
takesOver('dates', 'meeting import');
