import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleStart } from '../../src/rehearsal/example.ts';
import { markRehearsal } from '../../store/standing-clock.ts';
import { freePort, hasBrowser, launch, openPage, violations } from '../support/browser.ts';
import { startHeed } from '../support/start-heed.ts';
import { aFolder } from '../support/workspace.ts';

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(() => browser?.close());

const rehearse = async (): Promise<Page> => {
  const folder = await aFolder();
  await markRehearsal(folder, exampleStart());
  const { page } = await openPage(browser, folder);
  await become(page, 'notifier');
  return page;
};

const become = async (page: Page, who: string): Promise<void> => {
  await page.getByLabel('You are').selectOption(who);
};
const send = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Message to Heed').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
};
const message = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) });

const ASKED =
  '/request new what="The draft threshold document" kind=consultation to=housing,probation,mental-health due="20 April 2026"';
const PAPERS = [
  '/evidence/IR-2026-1',
  '/rates',
  '/actions',
  '/digest/qapr',
  '/preview/30',
  '/import',
];
const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});
const TERM =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:school\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260525\r\nDTEND;VALUE=DATE:20260530\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

describe.skipIf(!hasBrowser)('the local workspace, in a browser', () => {
  it('opens a conversation at its newest message', async () => {
    const page = await rehearse();
    await page.getByRole('article').last().waitFor();
    const hidden = () =>
      page.locator('#messages').evaluate((all) => {
        const { bottom } = all
          .querySelector('.stretch:last-child > :last-child')
          ?.getBoundingClientRect() ?? {
          bottom: Number.POSITIVE_INFINITY,
        };
        return bottom - all.getBoundingClientRect().bottom;
      });
    expect(await hidden()).toBeLessThanOrEqual(1);
    await page.reload();
    await page.getByRole('article').last().waitFor();
    expect(await hidden()).toBeLessThanOrEqual(1);
  });

  it('logs an incident through its form, and declines a postcode at its field', async () => {
    const page = await rehearse();
    await send(page, '/incident log');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What happened').selectOption('died');
    await dialog.getByLabel('Abuse or neglect').selectOption('known');
    const pointer = dialog.getByLabel("Reference in the council's own case system");
    await pointer.fill('SM4 5DX');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => pointer.getAttribute('aria-invalid')).toBe('true');
    await dialog.getByText('That looks like a postcode').waitFor();
    expect(await pointer.inputValue()).toBe('');
    await expect.poll(() => pointer.evaluate((field) => field.matches(':focus'))).toBe(true);
    await pointer.fill('LCS-20931');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await message(page, 'SI-2026-2 is logged').waitFor();
  });

  it('takes over a spreadsheet, after showing what would happen, and the days of a calendar', async () => {
    const page = await rehearse();
    await page.goto(new URL('/import?who=manager', page.url()).href);
    const sheet = fileOf('a.csv', 'Action,Owner,Due\nCheck it,police-lead,2026-06-10\n');
    await page.locator('#sheet').setInputFiles(sheet);
    await page.getByRole('button', { name: 'Show what would happen' }).click();
    await page.getByText('This would add 1 action').waitFor();
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('Added: 1 action').waitFor();
    await page.locator('#file').setInputFiles(fileOf('term.ics', TERM));
    await page.getByLabel('Whose they are').fill('School holidays');
    await page.getByLabel('What they are').selectOption('School holidays');
    await page.getByRole('button', { name: 'Keep clear of them' }).click();
    await page.getByText('5 days of School holidays are kept clear').waitFor();
  });

  it('records with a button, and the card changes in place', async () => {
    const page = await rehearse();
    const card = message(page, 'SI-2026-1: the safeguarding partners were told');
    await card.getByRole('button', { name: 'I have notified them' }).click();
    await message(page, 'SI-2026-1: the notification was submitted').waitFor();
    await card.getByText('Notify the Panel: done Thu 2 Apr 2026').waitFor();
    await expect
      .poll(() => card.getByRole('button', { name: 'I have notified them' }).count())
      .toBe(0);
    await page.getByText('You owe nothing at the moment.').waitFor();
  });

  it('steps the clock over a deadline: the reminder, the escalation and the bundle arrive', async () => {
    const page = await rehearse();
    await send(page, '/incident log harm=died abuse=known aware=today');
    await message(page, 'SI-2026-2 is logged').waitFor();
    await page.getByLabel('To a day').fill('2026-04-14');
    await page.getByRole('button', { name: 'Go' }).click();
    await message(page, 'SI-2026-1: notify the Panel by Wed 8 Apr, 1 working day left').waitFor();
    await message(page, 'SI-2026-2: 2 things need you today').first().waitFor();
    await page.getByRole('button', { name: /@police-lead, 1 new/ }).click();
    await message(page, 'SI-2026-1: the Panel was to be notified by Wed 8 Apr').waitFor();
    const why = page.getByRole('button', { name: 'Why?' });
    await why.first().click();
    await page.getByText('Rule wt2018/notify-panel').first().waitFor();
  });

  it('shows what Slack is sent, and the cases to those alone who may see them', async () => {
    const page = await rehearse();
    await page.getByLabel('Show what Slack is sent').check();
    await page.getByText('"type": "mrkdwn"').first().waitFor();
    await page.getByLabel('Show what Slack is sent').uncheck();
    await page.getByRole('button', { name: 'Cases' }).click();
    await page.getByText('Notify the Panel: by Wed 8 Apr 2026').waitFor();
    await become(page, 'probation-lead');
    await expect.poll(() => page.getByRole('button', { name: 'Cases' }).count()).toBe(0);
  });

  it('is whole again when Heed was killed and started anew', async () => {
    const folder = await aFolder();
    await markRehearsal(folder, exampleStart());
    const port = await freePort();
    const killed = await startHeed(folder, port);
    const page = await browser.newPage();
    await page.goto(killed.url);
    await become(page, 'manager');
    await send(page, '/due');
    await message(page, 'You owe nothing at the moment.').waitFor();
    await killed.kill();
    await page.getByRole('alert').getByText('The connection is lost').waitFor();
    const again = await startHeed(folder, port);
    await expect.poll(() => page.locator('#trouble').textContent()).toBe('');
    await send(page, '/due all');
    await message(page, '1 thing owed in the partnership').waitFor();
    expect(await message(page, 'You owe nothing at the moment.').count()).toBe(1);
    await page.close();
    await again.kill();
  });

  it.each([
    ['a desk', 1280, 900],
    ['200 % zoom', 640, 450],
    ['a phone', 375, 740],
  ])('has nothing that keeps people out, at the width of %s', async (_, width, height) => {
    const page = await rehearse();
    await page.setViewportSize({ width, height });
    await message(page, 'SI-2026-1: notify the Panel by Wed 8 Apr').waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    await send(page, '/incident log');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ['a desk', 1280],
    ['200 % zoom', 640],
    ['a phone', 375],
  ])('has pages to print that fit %s', async (_, width) => {
    const page = await rehearse();
    await become(page, 'manager');
    await send(page, ASKED);
    await message(page, 'IR-2026-1 goes to 3 agencies').waitFor();
    await send(page, '/request answer IR-2026-1 answer=agree for=housing');
    await send(page, '/request rates');
    await page.getByRole('img', { name: 'The same as a chart' }).waitFor();
    await page.setViewportSize({ width, height: 740 });
    for (const path of PAPERS) {
      await page.goto(new URL(`${path}?who=manager`, page.url()).href);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([path, overflow]).toEqual([path, 0]);
      expect([path, await violations(page)]).toEqual([path, []]);
    }
  });

  it('can be used with the keyboard alone', async () => {
    const page = await rehearse();
    await page.getByLabel('Message to Heed').focus();
    await page.keyboard.type('/why SI-2026-1');
    await page.keyboard.press('Enter');
    await message(page, 'Why SI-2026-1').waitFor();
  });
});
