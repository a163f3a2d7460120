import { type Answer, type Asking, ask, type Command } from './api.ts';
import { find, guarded, me, page } from './dom.ts';
import { openForm } from './form.ts';

/** It takes a file, and has a page of its own for that. */
export const IMPORT = 'action import';

/** What the person one is may ask. */
export const catalogue: { commands: readonly Command[] } = { commands: [] };

export const asking = guarded(async (given: Asking): Promise<void> => {
  await follow(await ask(me(), given));
});

/** Where a form is wanted, it opens until it is sent right or closed. */
const follow = async (answer: Answer): Promise<void> => {
  let { form } = answer;
  if (form?.command === IMPORT) return location.assign(find<HTMLAnchorElement>('import').href);
  while (form) {
    const { command: name } = form;
    const command = catalogue.commands.find((one) => one.name === name);
    const fields =
      command && (await openForm({ dialog: page.dialog, form: page.fields }, command, form));
    if (!fields) return;
    ({ form } = await ask(me(), { command: name, fields }));
  }
};
