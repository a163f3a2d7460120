import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/workspace.ts';
import { aRehearsal } from '../support/workspace.ts';

const headers = { host: '127.0.0.1:3000', 'content-type': 'application/json' };
const get = async ({ app }: Workspace, path: string): Promise<Response> =>
  app.request(path, { headers });
const ask = ({ app }: Workspace, who: string, typed: string): Promise<Response> =>
  Promise.resolve(
    app.request('/api/ask', { method: 'POST', headers, body: JSON.stringify({ who, typed }) }),
  );

const open = async (): Promise<Workspace> => {
  const workspace = await aRehearsal();
  await ask(
    workspace,
    'manager',
    '/request new what="The <b>draft</b> plan" kind=consultation to=housing,probation due="20 April 2026"',
  );
  await ask(workspace, 'housing-lead', '/request answer IR-2026-1 answer=agree');
  return workspace;
};

describe('the page of evidence', () => {
  it('says what happened and which entry proves it', async () => {
    const page = await (await get(await open(), '/evidence/IR-2026-1?who=manager')).text();
    expect(page).toContain('Merton Housing agrees');
    expect(page).toContain('section 14A of the Children Act 2004');
    expect(page).toMatch(/<td>[0-9a-f]{64}<\/td>/);
  });

  it('is saved as JSON that names the same entries and hashes', async () => {
    const workspace = await open();
    const response = await get(workspace, '/evidence/IR-2026-1.json?who=chair');
    const { request, chain, evidence } = (await response.json()) as {
      readonly request: string;
      readonly chain: { readonly entries: number; readonly hash: string };
      readonly evidence: readonly { readonly entry: number; readonly hash: string }[];
    };
    expect(request).toBe('IR-2026-1');
    expect(chain.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(evidence.at(-1)).toMatchObject({ entry: chain.entries, hash: chain.hash });
    const page = await (await get(workspace, '/evidence/IR-2026-1?who=chair')).text();
    for (const { hash } of evidence) expect(page).toContain(hash);
  });

  it.each(['housing-lead', 'probation-lead', 'adults-lead', 'reviewer', 'nobody', ''])(
    'is not for %s, on paper or as JSON',
    async (who) => {
      const workspace = await open();
      for (const file of ['IR-2026-1', 'IR-2026-1.json']) {
        const response = await get(workspace, `/evidence/${file}?who=${who}`);
        expect(response.status).toBe(403);
        expect(await response.text()).not.toMatch(/draft|agrees/);
      }
    },
  );

  it.each(['IR-2026-9', 'SI-2026-1', 'IR', '..%2f', '%3Cscript%3E'])(
    'has nothing under %s',
    async (file) => {
      const response = await get(await open(), `/evidence/${file}?who=manager`);
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toContain('text/plain');
    },
  );
});

describe('the chart of how agencies answer', () => {
  it('is a picture and a table with the same numbers', async () => {
    const workspace = await open();
    const page = await (await get(workspace, '/rates?who=manager')).text();
    expect(page).toContain('<svg');
    expect(page).toMatch(
      /<td>Merton Housing<\/td><td>April to June 2026<\/td><td>1<\/td><td>1<\/td>/,
    );
    const svg = await get(workspace, '/rates.svg?who=manager');
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    expect(await svg.text()).toContain('>1/1</text>');
  });

  it('shows an agency itself alone', async () => {
    const workspace = await open();
    const own = await (await get(workspace, '/rates?who=housing-lead')).text();
    expect(own).toContain('Merton Housing');
    const other = await (await get(workspace, '/rates?who=probation-lead')).text();
    expect(other).not.toContain('Merton Housing');
    expect((await get(workspace, '/rates.svg?who=probation-lead')).status).toBe(404);
  });
});
