import { addPartnership, type Listed, listPartnerships } from './postgres/partnerships.ts';
import { asProgram, UNUSABLE } from './program.ts';

const USAGE = `Write: npm run partnership -- list postgres://OWNER:PASSWORD@HOST/DATABASE
   or: npm run partnership -- add NAME postgres://OWNER:PASSWORD@HOST/DATABASE
`;

const say = (text: string): number => {
  process.stdout.write(text);
  return 0;
};

const listed = ({ name, entries, roles }: Listed): string =>
  `${name}: ${entries} entries; ${roles.length > 0 ? `its users: ${roles.join(', ')}` : 'no user'}\n`;

const run = async ([what, ...rest]: readonly string[]): Promise<number> => {
  const [first, second] = rest;
  if (what === 'list' && first !== undefined && second === undefined) {
    const all = await listPartnerships(first);
    return say(
      all.length > 0
        ? all.map(listed).join('')
        : 'The database is prepared, and holds no partnership yet.\n',
    );
  }
  if (what === 'add' && first !== undefined && second !== undefined)
    return say(
      `${first} has a user of its own, which sees nobody else's. This is said once; keep it where secrets are kept:\nHEED_STORE=${await addPartnership(second, first)}\n`,
    );
  process.stderr.write(USAGE);
  return UNUSABLE;
};

await asProgram('done', () => run(process.argv.slice(2)));
