import type { Catalogue } from './command.ts';
import { formOf } from './describe.ts';
import type { Button } from './message.ts';

/** Whether a button's command asks for more than the button carries. */
export const needsForm = (catalogue: Catalogue): ((button: Button) => boolean) => {
  const required = new Map(
    catalogue.map((command) => [
      command.name,
      formOf(command).flatMap(({ name, required }) => (required ? [name] : [])),
    ]),
  );
  return ({ command, fields }) =>
    (required.get(command) ?? []).some((name) => fields[name] === undefined);
};
