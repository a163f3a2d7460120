import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChatChoice } from '../../src/chat.ts';
import { BadSetting, config } from '../../src/config.ts';
import { type Listed, readList } from '../../src/partnerships/file.ts';
import { allMarks } from '../../src/partnerships/marks.ts';
import { asListed, configOf, loadList } from '../../src/partnerships/settings.ts';
import { aFolder } from '../support/workspace.ts';

const VARIABLES = {
  MERTON_STORE: 'postgres://heed_merton:hunter2@db.example/heed',
  MERTON_KEY: 'ab'.repeat(32),
  SUTTON_KEY: 'cd'.repeat(32),
  MERTON_SLACK_HOST_BOT_TOKEN: 'xoxb-merton',
  SUTTON_SLACK_HOST_BOT_TOKEN: 'xoxb-sutton',
  SLACK_HOST_BOT_TOKEN: 'xoxb-of-nobody',
};
const MERTON = '{ name: merton, arrangement: merton-2023, store: MERTON_STORE, key: MERTON_KEY }';

const mistakesOf = (...lines: string[]): string => {
  try {
    readList(['partnerships:', ...lines.map((one) => `  - ${one}`)].join('\n'), VARIABLES);
    return '';
  } catch (problem) {
    return (problem as Error).message;
  }
};

describe('the list of partnerships', () => {
  it('says of each where it keeps its things, and with what', () => {
    const { connections, partnerships } = readList(`partnerships: [${MERTON}]`, VARIABLES);
    expect(connections).toBe(40);
    expect(partnerships).toEqual([
      { name: 'merton', arrangement: 'merton-2023', store: 'MERTON_STORE', key: 'MERTON_KEY' },
    ]);
  });

  it.each([
    ['{ name: Merton, arrangement: a, folder: f }', 'partnerships.0.name: expected small letters'],
    ['{ name: merton, folder: f }', 'partnerships.0.arrangement: '],
    ['{ name: merton, arrangement: a }', 'partnerships.0: expected either folder or store'],
    [
      '{ name: merton, arrangement: a, folder: f, store: S }',
      'partnerships.0: expected either folder or store',
    ],
    [
      '{ name: merton, arrangement: a, store: "postgres://me:hunter2@db/x" }',
      'partnerships.0.store: expected the name of an environment variable, like MERTON_KEY. What is secret stands there, never in this file',
    ],
    ['{ name: merton, arrangement: a, folder: f, kee: K }', 'kee'],
    ['{ name: merton, arrangement: a, folder: f, page: 0 }', 'partnerships.0.page: '],
  ])('names what is wrong by its path: %s', (line, mistake) => {
    expect(mistakesOf(line)).toContain(mistake);
    expect(mistakesOf(line)).not.toContain('hunter2');
  });

  it('has at least one, and is YAML', () => {
    expect(() => readList('partnerships: []', {})).toThrow('partnerships: expected at least one');
    expect(() => readList('partnerships: [', {})).toThrow('It is not YAML');
  });

  it.each([
    ['name', 'name: merton', 'name: merton'],
    ['folder', 'folder: /srv/a', 'folder: /srv/a/'],
    ['store', 'store: MERTON_STORE', 'store: MERTON_STORE'],
    ['key', 'key: MERTON_KEY', 'key: MERTON_KEY'],
    ['slack', 'slack: s.yaml', 'slack: s.yaml'],
    ['page', 'page: 3010', 'page: 3010'],
  ])('gives no two the same %s', (what, first, second) => {
    const line = (own: string, at: number): string =>
      `{ ${[
        ...(own.startsWith('name') ? [] : [`name: p${at}`]),
        'arrangement: a',
        ...(/^(folder|store)/.test(own) ? [] : [`folder: f${at}`]),
        own,
      ].join(', ')} }`;
    expect(mistakesOf(line(first, 0), line(second, 1))).toMatch(
      new RegExp(
        `^partnerships\\.1\\.${what}: it is the same as partnerships\\.0\\.${what} \\(.+\\)\\. Give each its own$`,
      ),
    );
  });

  it('finds one key under two names, and repeats none', () => {
    const list =
      '{ partnerships: [{ name: a, arrangement: a, folder: a, key: A_KEY }, { name: b, arrangement: a, folder: b, key: B_KEY }] }';
    const read = () => readList(list, { A_KEY: 'a-secret', B_KEY: 'a-secret' });
    expect(read).toThrow('partnerships.1.key: it is the same as partnerships.0.key (a)');
    expect(read).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('a-secret') }),
    );
  });
});

const PLACE = {
  file: '/srv/list/all.yaml',
  variables: VARIABLES,
  slackUrl: undefined,
  teamsStandIn: undefined,
};
const SHARED = { front: { host: '127.0.0.1', port: 3001 }, address: 'https://heed.example/' };
const merton: Listed = {
  name: 'merton',
  arrangement: 'own.yaml',
  store: 'MERTON_STORE',
  key: 'MERTON_KEY',
  slack: 's.yaml',
};

describe('one of the list', () => {
  it('has the settings that it would have alone, files beside the list, and no secret but its own', () => {
    expect(configOf(merton, PLACE, SHARED)).toMatchObject({
      data: VARIABLES.MERTON_STORE,
      key: VARIABLES.MERTON_KEY,
      partnership: 'merton',
      arrangement: '/srv/list/own.yaml',
      address: 'https://heed.example/merton',
      slack: { file: '/srv/list/s.yaml', secrets: { SLACK_HOST_BOT_TOKEN: 'xoxb-merton' } },
    });
    const shipped = { ...merton, arrangement: 'merton-2023', store: undefined, folder: 'kept' };
    expect(configOf(shipped, PLACE, SHARED)).toMatchObject({
      data: '/srv/list/kept',
      partnership: undefined,
      arrangement: 'merton-2023',
    });
  });

  it('is not started without what the list names', () => {
    const none = { ...PLACE, variables: {} };
    expect(() => configOf(merton, none, SHARED)).toThrow(
      'MERTON_STORE is not set in the environment, and the list names it. Set it\nMERTON_KEY is not set',
    );
  });

  it.each([
    [
      'This folder is sealed: set HEED_KEY to the key',
      'This folder is sealed: set MERTON_KEY to the key',
    ],
    ['HEED_SLACK: s.yaml cannot be read.', 'slack: s.yaml cannot be read.'],
    ['SLACK_HOST_BOT_TOKEN is not set', 'MERTON_SLACK_HOST_BOT_TOKEN is not set'],
    ['and HEED_PARTNERSHIP says merton', 'and the list says merton'],
    [
      'Port 3010 cannot be used: set PORT to another one.',
      'Port 3010 cannot be used: set page to another one.',
    ],
  ])('is spoken of in the words of the list: %s', (alone, listed) => {
    expect(asListed(merton)(alone)).toBe(listed);
  });
});

describe('where the list is', () => {
  it('is in one setting, beside which nothing is said of one alone', () => {
    expect(config({ HEED_PARTNERSHIPS: 'all.yaml', FRONT_PORT: '4001' })).toMatchObject({
      partnerships: { file: 'all.yaml' },
      address: 'http://127.0.0.1:4001',
    });
    for (const name of ['HEED_DATA', 'HEED_STORE', 'HEED_KEY', 'HEED_SLACK', 'HEED_ARRANGEMENT'])
      expect(() => config({ HEED_PARTNERSHIPS: 'all.yaml', [name]: 'x' })).toThrow(
        `${name}: it is for one partnership alone. Unset it, and say it in all.yaml`,
      );
  });

  it('is said where it cannot be read or used', async () => {
    const file = join(dirname(await aFolder()), 'all.yaml');
    const place = { ...PLACE, file };
    expect(() => loadList(place)).toThrow(
      `HEED_PARTNERSHIPS: ${file} cannot be read. Check its path.`,
    );
    await writeFile(file, 'partnerships: [{ name: 7 }]');
    expect(() => loadList(place)).toThrow(BadSetting);
    expect(() => loadList(place)).toThrow(`${file} cannot be used:\n  partnerships.0.name: `);
  });
});

describe('what a request is known by', () => {
  const slack = (team: string, secret: string): ChatChoice =>
    ({
      slack: {
        settings: {
          workspaces: [
            { name: 'host', team, signingSecret: secret, botToken: `xoxb-${team}`, appToken: '' },
          ],
        },
      },
    }) as unknown as ChatChoice;
  const teams = (app: string, tenant: string, tenants: readonly string[] = []): ChatChoice =>
    ({ teams: { settings: { app, tenant, tenants } } }) as unknown as ChatChoice;

  it.each([
    [
      'a workspace',
      slack('T1', 'a'),
      slack('T1', 'b'),
      'slack: the workspace T1 is in the settings of sutton too',
    ],
    [
      'a signing secret',
      slack('T1', 'a'),
      slack('T2', 'a'),
      'slack: the signing secret of host is in the settings of sutton too',
    ],
    [
      'an app',
      teams('app', 't1'),
      teams('app', 't2'),
      'teams: the app app is in the settings of sutton too',
    ],
    [
      'a tenant',
      teams('a1', 't1'),
      teams('a2', 't1'),
      'teams: the tenant t1 is in the settings of sutton too',
    ],
  ])('is of one partnership: where two have %s, neither is opened', (_what, one, other, why) => {
    const marks = allMarks();
    marks.read('merton', one);
    marks.read('sutton', other);
    marks.read('derby', {});
    expect(() => marks.check('merton')).toThrow(why);
    expect(() => marks.check('sutton')).toThrow('is in the settings of merton too');
    expect(() => marks.check('derby')).not.toThrow();
    marks.read('sutton', {});
    expect(() => marks.check('merton')).not.toThrow();
  });

  it('but a partner’s tenant may be let in by several, since each has its own app', () => {
    const marks = allMarks();
    marks.read('merton', teams('a1', 't1', ['police']));
    marks.read('sutton', teams('a2', 't2', ['police']));
    expect(() => marks.check('merton')).not.toThrow();
  });

  it('repeats no secret', () => {
    const marks = allMarks();
    marks.read('merton', slack('T1', 'a-signing-secret'));
    marks.read('sutton', slack('T1', 'a-signing-secret'));
    expect(() => marks.check('merton')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('a-signing-secret') }),
    );
  });
});
