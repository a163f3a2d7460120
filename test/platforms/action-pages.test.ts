import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/workspace.ts';
import { aRehearsal } from '../support/workspace.ts';

const headers = { host: '127.0.0.1:3000', 'content-type': 'application/json' };
const get = async ({ app }: Workspace, path: string): Promise<Response> =>
  app.request(path, { headers });
const ask = ({ app }: Workspace, asking: object): Promise<Response> =>
  Promise.resolve(
    app.request('/api/ask', {
      method: 'POST',
      headers,
      body: JSON.stringify({ who: 'manager', ...asking }),
    }),
  );

const COUNT = 45;

/** A rehearsal with so many actions of one body, taken over from a spreadsheet. */
const open = async (): Promise<Workspace> => {
  const workspace = await aRehearsal();
  const rows = Array.from(
    { length: COUNT },
    (_, at) => `${at === 0 ? '<b>bold</b> & plain' : `Action ${at}`},police-lead,2027-01-04,qapr`,
  );
  const sheet = ['Action,Owner,Due,Body', ...rows].join('\n');
  await ask(workspace, { command: 'action import', fields: { sheet } });
  return workspace;
};

describe('the page of actions', () => {
  it('has every one of them in a table, and is escaped', async () => {
    const page = await (await get(await open(), '/actions?who=manager')).text();
    expect(page.match(/<tr>/g)).toHaveLength(COUNT + 1);
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; plain');
    expect(page).toContain('<th scope="col">Owner</th>');
  });

  it('keeps its filters, and is saved as a spreadsheet with all of it', async () => {
    const workspace = await open();
    const response = await get(workspace, '/actions.csv?who=manager&owner=police-lead');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await response.text()).trim().split('\r\n')).toHaveLength(COUNT + 1);
    const none = await (await get(workspace, '/actions.csv?who=manager&owner=health-lead')).text();
    expect(none).not.toContain('AC-');
  });

  it('shows nobody what they may not see', async () => {
    const page = await (await get(await open(), '/actions?who=probation-lead')).text();
    expect(page).not.toContain('AC-');
  });
});

describe('a digest outside chat', () => {
  it.each(['/digest/qapr?who=manager', '/digest/qapr.txt?who=qapr-chair'])(
    'is whole on one page: %s',
    async (path) => {
      const page = await (await get(await open(), path)).text();
      expect(page.match(/AC-\d{4}-\d+, Action/g)).toHaveLength(COUNT - 1);
      expect(page).toMatch(/Open now(: |<\/dt><dd>)45/);
    },
  );

  it('is a spreadsheet too', async () => {
    const csv = await (await get(await open(), '/digest/qapr.csv?who=qapr-chair')).text();
    expect(csv.trim().split('\r\n')).toHaveLength(COUNT + 1);
  });

  it.each(['', '.txt', '.csv'])('is not for the chair of another body: %s', async (as) => {
    const response = await get(await open(), `/digest/qapr${as}?who=ppyp-chair`);
    expect(await response.text()).not.toContain('AC-');
  });
});

it('the page that takes a spreadsheet over is served, and its script with it', async () => {
  const workspace = await aRehearsal();
  expect(await (await get(workspace, '/import?who=manager')).text()).toContain('/page/import.js');
  expect((await get(workspace, '/page/import.js')).status).toBe(200);
});
