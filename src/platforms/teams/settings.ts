import { z } from 'zod';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { PersonId } from '../../domain/incident.ts';
import {
  BadSettingsFile,
  readSettingsFile,
  type Secrets,
  strangers,
  twice,
} from '../chat/settings-file.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const small = z.string().trim().toLowerCase();
const guid = (what: string) =>
  small.regex(GUID, `expected ${what}, like 11111111-2222-3333-4444-555555555555`);

const Account = small
  .refine((text) => text.split('/').length === 2 && text.split('/').every((id) => GUID.test(id)), {
    message: 'expected a tenant and an object id, as tenant/object',
  })
  .brand<'Account'>();
/** Who somebody is in Teams: the tenant they are in, and their object id there. */
export type Account = z.infer<typeof Account>;

const File = z.strictObject({
  app: guid('the Application (client) ID of the registration'),
  tenant: guid('the Directory (tenant) ID'),
  /** Others whose people may ask. */
  tenants: z.array(guid("another organisation's Directory (tenant) ID")).default([]),
  /** Where Microsoft's connector may be spoken to. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+$/, 'expected the name of a host'))
    .min(1)
    .default(['smba.trafficmanager.net']),
  /** The channel that cases are shown in. */
  cases: z
    .string()
    .regex(/^19:[^\s;]+@thread\.(tacv2|skype)$/, "expected a channel's id, like 19:…@thread.tacv2")
    .optional(),
  people: z.record(
    z.string(),
    z.union([Account, z.array(Account).min(1)]).transform((one) => [one].flat()),
  ),
});

export interface TeamsSettings {
  readonly app: string;
  readonly tenant: string;
  readonly tenants: readonly string[];
  readonly hosts: readonly string[];
  readonly cases?: string | undefined;
  /** Proves to Microsoft that it is Heed who speaks. */
  readonly password: string;
  readonly people: ReadonlyMap<PersonId, readonly Account[]>;
}

export const accountOf = (tenant: string, object: string): Account =>
  `${tenant}/${object}`.toLowerCase() as Account;

/** Reads teams.yaml, and the secret in the environment. Throws BadSettingsFile. */
export const readTeamsSettings = (
  yaml: string,
  secrets: Secrets,
  arrangement: Pick<Arrangement, 'people' | 'name'>,
): TeamsSettings => {
  const { people, ...file } = readSettingsFile(File, yaml);
  const password = secrets.TEAMS_APP_PASSWORD ?? '';
  const known = new Set([file.tenant, ...file.tenants]);
  const mistakes = [
    ...(password === '' ? [NO_PASSWORD] : []),
    ...strangers(people, arrangement),
    ...elsewhere(people, known),
    ...twice(Object.values(people).flat(), 'people: two have the account'),
  ];
  if (mistakes.length > 0) throw new BadSettingsFile(mistakes.join('\n'));
  const accounts = Object.entries(people).map(([id, of]) => [id as PersonId, of] as const);
  return { ...file, password, people: new Map(accounts) };
};

const NO_PASSWORD =
  'TEAMS_APP_PASSWORD is not set in the environment. It is the value of a client secret, under Certificates & secrets of the registration.';

/** Nobody is heard whose tenant is not let in, so that is a mistake and not a guest. */
const elsewhere = (
  people: Readonly<Record<string, readonly string[]>>,
  known: ReadonlySet<string>,
): readonly string[] =>
  Object.entries(people).flatMap(([id, accounts]) =>
    accounts
      .map((account) => account.split('/')[0] ?? '')
      .filter((tenant) => !known.has(tenant))
      .map((tenant) => `people.${id}: the tenant ${tenant} is not let in. Add it under tenants`),
  );
