import { ask } from './api.ts';

const at = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as T;
};

const who = new URLSearchParams(location.search).get('who') ?? '';
const yes = (id: string): string => (at<HTMLInputElement>(id).checked ? 'yes' : 'no');

/** UTF-8, or what Excel saves as plain "CSV" in this country. */
const decoded = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The file is read here and sent whole; it is kept nowhere. */
const send = async (dryRun: string): Promise<void> => {
  const file = at<HTMLInputElement>('file').files?.[0];
  const sheet = file ? decoded(await file.arrayBuffer()) : '';
  const fields = {
    sheet,
    'dry-run': dryRun,
    'only-good': yes('only-good'),
    'no-names': yes('no-names'),
  };
  const { text } = await ask(who, { command: 'action import', fields });
  at('outcome').textContent = text;
};

at('import').addEventListener('submit', (event) => {
  event.preventDefault();
  const { submitter } = event as SubmitEvent;
  send((submitter as HTMLButtonElement | null)?.value ?? 'yes').catch((problem: unknown) => {
    at('outcome').textContent = problem instanceof Error ? problem.message : String(problem);
  });
});
