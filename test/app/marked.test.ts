import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { asText, isDigest } from '../../src/app/message.ts';
import { compose } from '../../src/platforms/email/compose.ts';
import { actionPages } from '../../src/platforms/local/action-pages.ts';
import { evidencePages } from '../../src/platforms/local/evidence-page.ts';
import { previewPage } from '../../src/platforms/local/preview-page.ts';
import { merton } from '../support/given.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

const BANNER = 'OFFICIAL-SENSITIVE';
const times = (text: string): number => text.split(BANNER).length - 1;

const open = async (banner: string | undefined = BANNER) => {
  const arrangement = { ...merton, banner };
  const house = openHouse({ arrangement });
  await house.ask('manager', LOGGED);
  await house.ask(
    'manager',
    '/action add what="A plan" owner=police-lead group=qapr due=2026-05-29 source="The Executive"',
  );
  await house.ask('manager', '/request new what="Data" kind=data to=housing due=2026-05-01');
  const parts = {
    title: merton.title,
    when: 'today',
    banner,
    arrangement,
    bodies: merton.bodies,
    look: house.request,
  };
  const app = new Hono();
  app.route('/', actionPages({ parts: async () => parts }));
  app.route('/', evidencePages({ parts: async () => parts, chain: house.store.chain }));
  app.get('/preview/:days', (context) => previewPage(context, parts));
  const get = async (path: string) => (await app.request(`${path}?who=manager`)).text();
  return { house, get };
};

describe('the banner of an arrangement', () => {
  it('stands once below what speaks of a record, and never in its title', async () => {
    const { house } = await open();
    const card = await house.ask('manager', '/incident show SI-2026-1');
    expect(times(textOf(card))).toBe(1);
    expect(textOf(card).trimEnd().split('\n').slice(0, 1).join()).not.toContain(BANNER);
    await house.tick('2026-04-02 09:00');
    expect(house.sent.length).toBeGreaterThan(0);
    for (const { message } of house.sent) {
      expect(times(asText(message)), message.title).toBe(1);
      expect(message.title).not.toContain(BANNER);
    }
  });

  it('stands below a digest that is sent', async () => {
    const { house } = await open();
    await house.tick('2026-05-05 09:00');
    const digests = house.sent.filter(({ message }) => isDigest(message));
    expect(digests.length).toBeGreaterThan(0);
    for (const { message } of digests) expect(times(asText(message))).toBe(1);
  });

  it.each(['/actions', '/digest/qapr', '/preview/30', '/evidence/IR-2026-1', '/digest/qapr.txt'])(
    'stands over %s and under it, and nowhere between',
    async (path) => {
      const { get } = await open();
      expect(times(await get(path))).toBe(2);
    },
  );

  it('is on every row of a spreadsheet, and in an export', async () => {
    const { get } = await open();
    expect(await get('/actions.csv')).toMatch(/,Marking\r\n.*,OFFICIAL-SENSITIVE\r\n/);
    expect(JSON.parse(await get('/evidence/IR-2026-1.json'))).toMatchObject({ marking: BANNER });
  });

  it('is at the foot of an e-mail, and nowhere else in it', async () => {
    const { house } = await open();
    await house.tick('2026-04-02 09:00');
    const [first] = house.sent;
    if (!first) throw new Error('nothing was sent');
    const mail = compose(first.message, { partnership: 'Ours', banner: BANNER, links: [] });
    expect(mail.text).toContain('-- \nOFFICIAL-SENSITIVE. Ours. A program');
    expect([times(mail.text), times(mail.html), times(mail.subject)]).toEqual([1, 1, 0]);
  });

  it('is nowhere where the arrangement has none', async () => {
    const { house, get } = await open('');
    await house.tick('2026-04-02 09:00');
    expect(await get('/actions')).not.toContain('class="banner"');
    expect(await get('/actions.csv')).not.toContain('Marking');
    expect(house.sent[0]?.message.blocks.at(-1)).not.toEqual({ type: 'text', text: '' });
  });
});
