import { describe, expect, it } from 'vitest';
import {
  APP,
  SECRET,
  TEAM,
  TENANT,
  type Two,
  twoPartnerships,
  type Which,
} from '../support/two-partnerships.ts';

/** What only the one has: whoever else is shown it has read across. */
const MARK = 'the lantern walk of the vale';
const ADD = `/action add what="${MARK}" owner=police-lead due=2026-05-01 source=audit`;
const ASK = `/request new what="${MARK}" kind=data to=probation,housing due=2026-05-01`;

/** Merton has written things down, and all that leads to them is handed out; Sutton has nothing. */
const mertonAtWork = async (): Promise<Two> => {
  const two = await twoPartnerships();
  await two.says('merton', 'manager', ADD);
  await two.says('merton', 'manager', ASK);
  await two.tick('2026-03-30 09:10');
  return two;
};

const entriesOf = async ({ url }: Two, name: Which): Promise<number> =>
  ((await (await fetch(`${url}/${name}/healthz`)).json()) as { readonly entries: number }).entries;

const elsewhere = (link: string): string => link.replace('/merton/', '/sutton/');

/** Asks something, and then looks: Sutton has written nothing down, and been told nothing of Merton's. */
const expectNothingCrossed = async (two: Two, work: () => Promise<void>): Promise<void> => {
  const before = { merton: await entriesOf(two, 'merton'), sutton: await entriesOf(two, 'sutton') };
  await work();
  expect(await entriesOf(two, 'merton')).toBe(before.merton);
  expect(await entriesOf(two, 'sutton')).toBe(before.sutton);
  expect(two.said).toEqual([]);
};

const BOTH = ['merton', 'sutton'] as const;

/** Every way of mixing what is one's with what is the other's. */
const mixed = <T>(values: Readonly<Record<Which, T>>, more: Readonly<Record<Which, T>>) =>
  BOTH.flatMap((to) =>
    BOTH.flatMap((one) =>
      BOTH.filter((other) => one !== to || other !== to).map((other) => ({
        to,
        one: values[one],
        other: more[other],
      })),
    ),
  );

describe('a command in Slack', () => {
  const at = ({ url }: Two, name: Which) => `${url}/${name}/slack/events`;

  it.each(BOTH)(
    'is decided by the partnership whose path and secret it comes by: %s',
    async (to) => {
      const two = await mertonAtWork();
      const other = to === 'merton' ? 'sutton' : 'merton';
      const before = { to: await entriesOf(two, to), other: await entriesOf(two, other) };
      const asked = { team: TEAM[to], secret: SECRET[to], typed: ADD };
      expect(await two.slackSays(at(two, to), asked)).toBe(200);
      await expect.poll(() => entriesOf(two, to)).toBeGreaterThan(before.to);
      expect(await entriesOf(two, other)).toBe(before.other);
    },
  );

  it('is refused with the secret, the workspace or the path of another', async () => {
    const two = await mertonAtWork();
    await expectNothingCrossed(two, async () => {
      for (const { to, one: team, other: secret } of mixed(TEAM, SECRET))
        for (const typed of ['/action list', ADD])
          expect(await two.slackSays(at(two, to), { team, secret, typed })).toBe(401);
      const good = { team: TEAM.merton, secret: SECRET.merton, typed: ADD };
      for (const path of ['/slack/events', '/nobody/slack/events', '/Merton/slack/events'])
        expect(await two.slackSays(`${two.url}${path}`, good)).toBe(404);
    });
  });
});

describe('a message in Teams', () => {
  const at = ({ url }: Two, name: Which) => `${url}/${name}/api/messages`;
  const asks = (who: Which) => ({ who, app: APP[who], tenant: TENANT[who], typed: 'action list' });
  const sentTo = ({ teams }: Two, who: Which) =>
    JSON.stringify(teams.calls.filter(({ conversation }) => conversation === `a:${who}-manager`));

  it('is answered by the partnership whose path, app and tenant it comes by', async () => {
    const two = await mertonAtWork();
    expect(await two.teamsSays(at(two, 'merton'), asks('merton'))).toBe(200);
    expect(await two.teamsSays(at(two, 'sutton'), asks('sutton'))).toBe(200);
    await expect.poll(() => two.seen('merton')).toContain(MARK);
    await expect.poll(() => sentTo(two, 'sutton')).toContain('send');
    expect(two.seen('sutton')).not.toContain(MARK);
  });

  it('is refused with the token, the tenant or the path of another', async () => {
    const two = await mertonAtWork();
    await expectNothingCrossed(two, async () => {
      for (const { to, one: app, other: tenant } of mixed(APP, TENANT))
        for (const typed of ['action list', ADD])
          expect(await two.teamsSays(at(two, to), { who: 'sutton', app, tenant, typed })).toBe(401);
      const good = { ...asks('merton'), typed: ADD };
      expect(await two.teamsSays(`${two.url}/api/messages`, good)).toBe(404);
    });
    expect(sentTo(two, 'sutton')).toBe('[]');
  });
});

describe('what has a secret address', () => {
  it('a calendar is at its own partnership alone', async () => {
    const two = await mertonAtWork();
    const said = await two.says('merton', 'police-lead', '/calendar link');
    const link = /http[^"\\ ]+\.ics/.exec(said)?.[0] ?? '';
    expect(link).toContain(`${two.url}/merton/calendar/`);
    const own = await fetch(link);
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('AC-2026-1')]);
    for (const other of [elsewhere(link), link.replace('/merton', '')]) {
      const answered = await fetch(other);
      expect([answered.status, await answered.text()]).toEqual([404, '404 Not Found']);
    }
  });

  it('a link to answer by is at its own partnership alone, and so is all that its page does', async () => {
    const two = await mertonAtWork();
    const [link = ''] = two.links('merton', 'probation-lead');
    expect(link).toContain(`${two.url}/merton/answer/`);
    const page = await (await fetch(link)).text();
    expect(page).toContain(MARK);
    expect(page).toContain('href="/merton/answer/page.css"');
    expect(page).toContain(`action="${new URL(link).pathname}/code"`);
    expect((await fetch(`${two.url}/merton/answer/page.css`)).status).toBe(200);
    await expectNothingCrossed(two, async () => {
      for (const [path, method] of [
        ['', 'GET'],
        ['', 'POST'],
        ['/code', 'POST'],
        ['/new', 'POST'],
      ] as const) {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const answered = await fetch(`${elsewhere(link)}${path}`, { method, headers });
        expect(answered.status).toBe(404);
        expect(await answered.text()).not.toContain(MARK);
      }
    });
    expect(two.links('sutton', 'probation-lead')).toEqual([]);
  });
});

describe('what is on this machine alone', () => {
  it('a page shows its own partnership, on a port of its own, and never on the outward server', async () => {
    const two = await mertonAtWork();
    expect(await two.says('merton', 'manager', '/action list')).toContain(MARK);
    expect(await two.says('sutton', 'manager', '/action list')).not.toContain(MARK);
    const paths = [
      '/',
      '/api/messages?who=manager',
      '/api/pane?who=manager&command=action%20list',
      '/api/workspace?who=manager',
      '/evidence?who=manager',
      '/preview/30?who=manager',
      '/requests?who=manager',
    ];
    for (const path of paths) {
      expect(await (await two.page('sutton', path)).text()).not.toContain(MARK);
      for (const of of ['', '/merton', '/sutton', '/sutton/../merton', '/sutton/merton']) {
        const answered = await fetch(`${two.url}${of}${path}`);
        expect([400, 401, 404, 405]).toContain(answered.status);
        expect(await answered.text()).not.toContain(MARK);
      }
    }
  });
});

describe('what to watch', () => {
  it('names each partnership, with nothing of a case', async () => {
    const two = await mertonAtWork();
    const health = await (await fetch(`${two.url}/healthz`)).text();
    const figures = await (await fetch(`${two.url}/metrics`)).text();
    expect(Object.keys(JSON.parse(health).partnerships)).toEqual(['merton', 'sutton']);
    expect(figures).toContain(
      'heed_well{partnership="merton"} 1\nheed_well{partnership="sutton"} 1',
    );
    for (const said of [health, figures]) {
      expect(said).not.toContain(MARK);
      expect(said).not.toMatch(/AC-2026|IR-2026|police|Child/);
    }
  });
});
