import type { z } from 'zod';
import type { Catalogue, Command } from '../src/app/command.ts';
import { isRequired, metaOf } from '../src/app/field.ts';

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: true;
  readonly url?: string;
}

export interface SlackShortcut {
  readonly type: 'global' | 'message';
  readonly name: string;
  readonly callback_id: string;
  readonly description: string;
}

/** One slash command a family: `/incident`, with `log`, `notified` and so on to ask of it. */
export const slashCommands = (
  catalogue: Catalogue,
  prefix: string,
  url: string | undefined,
): readonly SlashCommand[] =>
  [...Map.groupBy(catalogue, familyOf)].map(([family, commands]) => {
    const [first, ...rest] = foremostFirst(family, commands);
    const summary = first?.summary ?? '';
    return {
      command: `/${prefix}${family}`,
      description:
        rest.length === 0 ? summary : `${summary} /${prefix}help ${family} shows the rest.`,
      ...hint(family, first ? [first, ...rest] : []),
      should_escape: true,
      ...(url === undefined ? {} : { url }),
    };
  });

export const shortcuts = (catalogue: Catalogue): readonly SlackShortcut[] =>
  catalogue.flatMap(({ name, summary, shortcut }) =>
    shortcut
      ? [
          {
            type: shortcut.on === 'anywhere' ? 'global' : 'message',
            name: shortcut.label,
            callback_id: `${shortcut.on}:${name}`,
            description: summary,
          },
        ]
      : [],
  );

export const familyOf = ({ name }: Command): string => name.split(' ', 1)[0] ?? name;

/** What stands for its family: what is offered as a shortcut, or else what needs no further word. */
export const foremostFirst = (family: string, commands: readonly Command[]): readonly Command[] => {
  const rank = ({ name, shortcut }: Command): number =>
    shortcut?.on === 'anywhere' ? 0 : name === family ? 1 : 2;
  return commands.toSorted((a, b) => rank(a) - rank(b));
};

/** As Slack writes its own, `/remind [@someone] [what] [when]`: what to ask, or else what to give. */
const hint = (family: string, commands: readonly Command[]): Pick<SlashCommand, 'usage_hint'> => {
  const things = commands.map(({ name }) => name.slice(family.length + 1)).filter(Boolean);
  if (things.length > 0) return { usage_hint: `[${things.join(' | ')}]` };
  const slots = commands.flatMap(slotsOf).join(' ');
  return slots === '' ? {} : { usage_hint: slots };
};

/** What goes bare or has to be given; /help shows the rest. */
const slotsOf = ({ fields }: Command): readonly string[] =>
  (Object.entries(fields.shape) as [string, z.ZodType][]).flatMap(([name, schema]) => {
    const { bare, title } = metaOf(schema);
    const slot = `[${title.charAt(0).toLowerCase()}${title.slice(1)}]`;
    if (bare) return [slot];
    return isRequired(schema) ? [`${name}=${slot}`] : [];
  });
