import { describe, expect, it } from 'vitest';
import { readTeamsSettings } from '../../../src/platforms/teams/settings.ts';
import { merton } from '../../support/given.ts';
import { APP, PARTNER, TENANT } from '../../support/teams/authority.ts';

const SECRETS = { TEAMS_APP_PASSWORD: 'secret' };
const YAML = [
  `app: ${APP}`,
  `tenant: ${TENANT}`,
  `tenants: [${PARTNER}]`,
  'cases: "19:abc@thread.tacv2"',
  'people:',
  `  manager: ${TENANT.toUpperCase()}/0c0c0c0c-0000-4000-8000-000000000001`,
  `  police-lead: [${PARTNER}/0c0c0c0c-0000-4000-8000-000000000002]`,
].join('\n');

const read = (yaml: string, secrets: Readonly<Record<string, string>> = SECRETS) =>
  readTeamsSettings(yaml, secrets, merton);

describe('the settings for Teams', () => {
  it('are an app, tenants, a channel, and who is who', () => {
    expect(read(YAML)).toMatchObject({
      app: APP,
      tenant: TENANT,
      tenants: [PARTNER],
      hosts: ['smba.trafficmanager.net'],
      cases: '19:abc@thread.tacv2',
      password: 'secret',
    });
    expect([...read(YAML).people.values()]).toEqual([
      [`${TENANT}/0c0c0c0c-0000-4000-8000-000000000001`],
      [`${PARTNER}/0c0c0c0c-0000-4000-8000-000000000002`],
    ]);
  });

  it.each([
    ['[', 'It is not YAML'],
    [YAML.replace(/^app: .*\n/, ''), 'app:'],
    [YAML.replace(/tenant: .*\n/, ''), 'tenant:'],
    [YAML.replace(`app: ${APP}`, 'app: heed'), 'expected the Application (client) ID'],
    [YAML.replace('19:abc@thread.tacv2', 'Cases'), "expected a channel's id"],
    [YAML.replace('manager:', 'nobody:'), 'people.nobody: nobody of that id is on the roster'],
    [YAML.replace(`tenants: [${PARTNER}]\n`, ''), `the tenant ${PARTNER} is not let in`],
    [YAML.replace('/0c0c', '-0c0c'), 'expected a tenant and an object id'],
    [
      YAML.replace(
        '  police',
        `  notifier: ${TENANT}/0c0c0c0c-0000-4000-8000-000000000001\n  police`,
      ),
      'two have',
    ],
  ])('are refused, with what is wrong: %#', (yaml, says) => {
    expect(() => read(yaml)).toThrow(says);
  });

  it('need the secret, which stands in the environment', () => {
    expect(() => read(YAML, {})).toThrow('TEAMS_APP_PASSWORD is not set');
  });
});
