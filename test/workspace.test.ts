import { describe, expect, it, onTestFinished } from 'vitest';
import type { Workspace } from '../src/workspace.ts';
import { aFolder, aRehearsal, workspaceOn } from './support/workspace.ts';

const HERE = { host: '127.0.0.1:3000' };
const get = async ({ app }: Workspace, path: string, headers: object = HERE) =>
  app.request(path, { headers: { ...headers } });

/** Whatever the page may be told. */
interface Told {
  readonly title: string;
  readonly when: string;
  readonly sentence: string;
  readonly form: object;
  readonly messages: readonly {
    readonly title: string;
    readonly card: object;
    readonly slack: { readonly blocks: readonly { readonly text: { readonly text: string } }[] };
  }[];
}
const told = async (response: Response): Promise<Told> => (await response.json()) as Told;
const json = async (workspace: Workspace, path: string) => told(await get(workspace, path));
const post = ({ app }: Workspace, path: string, body: object, headers: object = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...HERE, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const titles = async (workspace: Workspace, who: string): Promise<readonly string[]> => {
  const { messages } = await json(workspace, `/api/messages?who=${who}`);
  return messages.map(({ title }) => title);
};

describe('a new rehearsal', () => {
  it('has an incident under way, and the first reminder sent', async () => {
    expect(await titles(await aRehearsal(), 'notifier')).toEqual([
      '/incident told-partners SI-2026-1 on=today',
      'SI-2026-1: the safeguarding partners were told on Wed 1 Apr',
      'SI-2026-1: notify the Panel by Wed 8 Apr',
    ]);
  });

  it('moves its clock, and everything that is sent on the way arrives', async () => {
    const workspace = await aRehearsal();
    expect((await post(workspace, '/api/clock', { to: '2026-04-10' })).status).toBe(200);
    expect((await json(workspace, '/api/workspace?who=notifier')).when).toBe(
      'Fri 10 Apr 2026, 09:00',
    );
    expect(await titles(workspace, 'police-lead')).toEqual([
      'SI-2026-1: the Panel was to be notified by Wed 8 Apr',
    ]);
  });

  it('says why its clock cannot go there', async () => {
    const response = await post(await aRehearsal(), '/api/clock', { to: '2026-04-01' });
    expect(response.status).toBe(400);
    expect((await told(response)).sentence).toContain('forward only');
  });
});

describe('asking', () => {
  it('keeps the question and the answer', async () => {
    const workspace = await aRehearsal();
    await post(workspace, '/api/ask', { who: 'manager', typed: '/due' });
    expect((await titles(workspace, 'manager')).slice(-2)).toEqual([
      '/due',
      'You owe nothing at the moment.',
    ]);
  });

  it('opens a form where fields are missing, and keeps nothing yet', async () => {
    const workspace = await aRehearsal();
    const before = await titles(workspace, 'manager');
    const asked = await post(workspace, '/api/ask', {
      who: 'manager',
      typed: '/incident log harm=died',
    });
    expect((await told(asked)).form).toEqual({
      command: 'incident log',
      filled: { harm: 'died' },
      problems: [],
    });
    expect(await titles(workspace, 'manager')).toEqual(before);
  });

  it('hands the form back with what is wrong at its field, and without what was wrong', async () => {
    const fields = { harm: 'died', abuse: 'known', 'secure-ref': 'SM4 5DX' };
    const asked = await post(await aRehearsal(), '/api/ask', {
      who: 'manager',
      command: 'incident log',
      fields,
    });
    const body = await asked.text();
    expect(body).not.toContain('5DX');
    expect(JSON.parse(body).form.problems).toMatchObject([
      { field: 'secure-ref', kind: 'a postcode' },
    ]);
  });

  it('never keeps what was declined', async () => {
    const workspace = await aRehearsal();
    await post(workspace, '/api/ask', {
      who: 'probation-lead',
      typed: '/incident log harm=SM45DX',
    });
    expect((await titles(workspace, 'probation-lead'))[0]).toBe('/incident log …');
  });
});

describe('a card', () => {
  it('changes in place when its record does', async () => {
    const workspace = await aRehearsal();
    const card = async () => {
      const { messages } = await json(workspace, '/api/messages?who=notifier');
      return JSON.stringify(messages[1]?.card);
    };
    expect(await card()).toContain('I have notified them');
    await post(workspace, '/api/ask', {
      who: 'manager',
      command: 'incident notified',
      fields: { incident: 'SI-2026-1', on: 'today' },
    });
    expect(await card()).not.toContain('I have notified them');
    expect(await card()).toContain('done Thu 2 Apr 2026');
  });

  it('comes as what Teams and what Slack is sent', async () => {
    const { messages } = await json(await aRehearsal(), '/api/messages?who=notifier');
    expect(messages[2]?.card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(messages[2]?.slack.blocks[0]?.text.text).toBe(
      '*SI-2026-1: notify the Panel by Wed 8 Apr*, 2 working days left',
    );
  });
});

describe('the door', () => {
  it.each([
    ['another name of this machine', { host: 'heed.example:3000' }],
    ['another port', { host: '127.0.0.1:3001' }],
    ['no name', { host: '' }],
    ['another site', { ...HERE, origin: 'http://heed.example' }],
  ])('is closed to %s', async (_, headers) => {
    const workspace = await aRehearsal();
    expect((await get(workspace, '/api/messages?who=manager', headers)).status).toBe(403);
    const posted = await post(workspace, '/api/ask', { who: 'manager', typed: '/due' }, headers);
    expect(posted.status).toBe(403);
  });

  it('takes nothing that a plain form of another site could send', async () => {
    const { app } = await aRehearsal();
    const headers = { ...HERE, 'content-type': 'text/plain' };
    const body = JSON.stringify({ who: 'manager', typed: '/due' });
    expect((await app.request('/api/ask', { method: 'POST', headers, body })).status).toBe(400);
  });

  it.each([
    ['/api/pane?who=manager&command=incident%20withdraw&incident=SI-2026-1', 'withdrawn'],
    ['/api/pane?who=manager&command=incident%20log&harm=died&abuse=known', 'SI-2026-2'],
  ])('changes nothing on a GET, which any other site could cause: %s', async (path, mark) => {
    const workspace = await aRehearsal();
    expect((await told(await get(workspace, path))).title).toContain(
      'not done by asking for it here',
    );
    const list = await told(await get(workspace, '/api/pane?who=manager&command=incident%20list'));
    expect(JSON.stringify(list)).toContain('SI-2026-1');
    expect(JSON.stringify(list)).not.toContain(mark);
  });

  it.each(['', '[]', '{"to":7}', 'not json'])(
    'takes no odd wish for the clock: %s',
    async (body) => {
      const { app } = await aRehearsal();
      const headers = { ...HERE, 'content-type': 'application/json' };
      const response = await app.request('/api/clock', { method: 'POST', headers, body });
      expect(response.status).toBe(400);
    },
  );

  it('serves the page under a policy that allows nothing from elsewhere', async () => {
    const response = await get(await aRehearsal(), '/');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });

  it('tells a stranger only that they are one', async () => {
    const workspace = await aRehearsal();
    const asked = await post(workspace, '/api/ask', { who: 'nobody', typed: '/incident list' });
    expect((await told(asked)).title).toContain("not on this partnership's roster");
  });
});

describe('the preview page', () => {
  it('has every message of the next days on it, to be printed and signed', async () => {
    const page = await (await get(await aRehearsal(), '/preview/30?who=manager')).text();
    expect(page.match(/<li>/g)).toHaveLength(10);
    expect(page).toContain('Thu 9 Apr 2026 09:00, to the manager: SI-2026-1');
    expect(page).toContain('Read and agreed by');
  });

  it('shows nobody a case they may not see, and escapes what it is given', async () => {
    const page = await (await get(await aRehearsal(), '/preview/30?who=probation-lead')).text();
    expect(page).not.toContain('SI-2026-1');
    const odd = await (await get(await aRehearsal(), '/preview/30?who=<b>x')).text();
    expect(odd).not.toContain('<b>x');
  });
});

describe('a real folder', () => {
  it('has the machine’s time, and no way to move it', async () => {
    const workspace = await workspaceOn(await aFolder());
    onTestFinished(() => workspace.close());
    expect(await json(workspace, '/api/workspace?who=manager')).toMatchObject({
      rehearsal: false,
      when: 'Mon 23 Nov 2026, 09:30',
    });
    expect((await post(workspace, '/api/clock', { to: 'tomorrow' })).status).toBe(409);
  });

  it('keeps everything over a restart', async () => {
    const folder = await aFolder();
    const first = await workspaceOn(folder);
    await post(first, '/api/ask', { who: 'manager', typed: '/incident log harm=died abuse=known' });
    await first.close();
    const second = await workspaceOn(folder);
    onTestFinished(() => second.close());
    expect(await titles(second, 'manager')).toEqual([
      '/incident log harm=died abuse=known',
      'SI-2026-1 is logged',
    ]);
  });
});

it('says how it is, and nothing of any case', async () => {
  const response = await get(await aRehearsal(), '/healthz', {});
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    well: true,
    storeAway: false,
    minutesSinceSweep: 0,
    minutesOfOldestUndelivered: 0,
    undelivered: 0,
    sentAgain: 0,
    troubles: 0,
    entries: 5,
    holidaysKnownUntil: '2028-12-31',
  });
});

it('says the same to whoever gathers figures', async () => {
  const response = await get(await aRehearsal(), '/metrics', {});
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const said = await response.text();
  expect(said).toContain('# TYPE heed_sent_again_total counter\nheed_sent_again_total 0\n');
  expect(said).toContain('heed_well 1\n');
  expect(said).not.toMatch(/SI-2026|Child/);
});
