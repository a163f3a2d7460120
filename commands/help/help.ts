import { z } from 'zod';
import { accept, type Command, defineCommand, refuse } from '../../src/app/command.ts';
import { words } from '../../src/app/field.ts';
import type { Block } from '../../src/app/message.ts';
import { usageLine } from '../../src/app/usage.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { hasRole } from '../../src/domain/roles.ts';

export const help = defineCommand({
  name: 'help',
  summary: 'What I may ask, and how it is written.',
  allow: 'everyone',
  fields: z.object({
    about: words('A command', { bare: true }).optional(),
    thing: words('What to ask of it', { bare: true }).optional(),
  }),
  decide: ({ about, thing }, { catalogue, roles, arrangement }) => {
    const mine = catalogue.filter(({ allow }) => hasRole(roles, allow));
    const asked = [about, thing].filter(Boolean).join(' ').toLowerCase().replace(/^\//, '');
    const found = mine.filter(({ name }) => asked === '' || `${name} `.startsWith(`${asked} `));
    if (found.length === 0)
      return refuse('There is no such command for you. /help alone lists what you may ask.');
    return accept({
      title: asked === '' ? 'What you may ask' : `/${asked}`,
      blocks: [
        ...listsOf(found.map(asked === '' ? briefly : inFull(arrangement))),
        ...HOW,
        ...(asked === '' && roles.includes('scrutineer') ? DISCLOSING : []),
      ],
      buttons: [],
      about: [],
    });
  },
});

/** A chat product takes only so much in one block. */
const AT_ONCE = 8;
const listsOf = (lines: readonly string[]): readonly Block[] =>
  Array.from({ length: Math.ceil(lines.length / AT_ONCE) }, (_, at) => ({
    type: 'list',
    items: lines.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  }));

const briefly = ({ name, summary }: Command): string => `/${name}: ${summary}`;
const inFull =
  (arrangement: Arrangement) =>
  (command: Command): string =>
    `${usageLine(command, arrangement)}: ${command.summary}`;

const HOW: readonly Block[] = [
  {
    type: 'text',
    text: 'Fields are written name=value, in any order; words with spaces take double quotes. Days: 2026-04-01, 1/4/2026, 1 April, today, yesterday, next Tuesday, in 5 working days. Where a text is taken for a name and is none, add sure=yes.',
  },
];

/** S0 8.13, G93: it is the scrutineer's own, so Heed has no command for it and keeps nothing of it. */
const DISCLOSING: readonly Block[] = [
  {
    type: 'text',
    text: 'What a scrutineer has to disclose to Ofsted and the Department for Education (wrongdoing, maladministration, organisational dysfunction) is never written here: write to both directly, by their pages on GOV.UK. Ofsted’s is called “Reporting concerns and whistleblowing about children’s social care services”.',
  },
];
