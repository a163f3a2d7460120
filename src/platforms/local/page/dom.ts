/** The page's own elements, by their ids in index.html. */
export const find = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as T;
};

export const page = {
  who: find<HTMLSelectElement>('who'),
  say: find<HTMLInputElement>('say'),
  messages: find('messages'),
  earlier: find<HTMLButtonElement>('earlier'),
  asSlack: find<HTMLInputElement>('as-slack'),
  places: find('places'),
  others: find('others'),
  due: find('due'),
  trouble: find('trouble'),
  dialog: find<HTMLDialogElement>('dialog'),
  fields: find<HTMLFormElement>('fields'),
};

/** Who one is. */
export const me = (): string => page.who.value;

/** Whatever fails is said, and the next attempt takes it away. */
export const guarded =
  <A extends readonly unknown[]>(work: (...args: A) => Promise<void>) =>
  (...args: A): void => {
    work(...args).then(
      () => page.trouble.replaceChildren(),
      (problem: unknown) => {
        page.trouble.textContent = problem instanceof Error ? problem.message : String(problem);
      },
    );
  };
