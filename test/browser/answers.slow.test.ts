import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser, launch, violations } from '../support/browser.ts';
import { reader } from '../support/email/reader.ts';
import { type EmailStage, emailStage } from '../support/email/stage.ts';
import { slackBeside } from '../support/slack-beside.ts';
import { aClock } from '../support/teams-stage.ts';

const BY_EMAIL = ['voluntary-sector', 'landlords', 'housing', 'probation', 'jobcentre'];
const IN_SLACK = [
  ...['primary-schools', 'secondary-schools', 'special-schools', 'independent-schools', 'college'],
  ...['mental-health', 'st-georges', 'epsom-st-helier', 'community-health', 'public-health'],
  'adults',
];
const leads = (agencies: readonly string[]): readonly string[] =>
  agencies.map((agency) => `${agency}-lead`);

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(() => browser?.close());

/** A draft goes to sixteen agencies; five of them have nothing but e-mail. */
const sixteen = async (): Promise<EmailStage> => {
  const clock = aClock('2026-02-16 09:00');
  const slack = await slackBeside(clock, ['manager', ...leads(IN_SLACK)], ['manager']);
  const stage = await emailStage({ clock, people: leads(BY_EMAIL), slack: slack.choice });
  onTestFinished(() => slack.close());
  await stage.says(
    'manager',
    `/request new what="The partnership's draft threshold document" kind=consultation to=${[...IN_SLACK, ...BY_EMAIL].join()} due=2026-03-06`,
  );
  await stage.tick('2026-02-16 09:15');
  return stage;
};

const openPage = async (): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 375, height: 740 } });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    // That a link is over is said with a status that the browser complains of.
    if (line.type() === 'error' && !line.text().includes('410')) complaints.push(line.text());
  });
  onTestFinished(async () => {
    await page.close();
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`);
  });
  return page;
};

/** Opens the newest link, asks for the code, and fills the page in. */
const answers = async (
  page: Page,
  stage: EmailStage,
  agency: string,
  label: string,
  words = '',
) => {
  const lead = reader(stage, `${agency}-lead`);
  await page.goto(lead.newest());
  await page
    .getByRole('heading', { name: 'IR-2026-1: a view on a draft is asked of your agency' })
    .waitFor();
  await page.getByText("The partnership's draft threshold document").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send me the code' }).click();
  await page.getByText('The code is on its way').waitFor();
  await page.getByRole('radio', { name: label, exact: true }).check();
  await page.getByLabel('In words').fill(words);
  await page.getByLabel('The code from your e-mail').fill(lead.code());
  expect(await violations(page)).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Send the answer' }).click();
};
const isRecorded = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'IR-2026-1: the answer is recorded' }).waitFor();

describe.skipIf(!hasBrowser)('sixteen agencies, five of them on e-mail alone', () => {
  it('all answer, each where they are, and the board says how each was told', async () => {
    const stage = await sixteen();
    expect(await stage.shows('manager', '/request show IR-2026-1')).toMatch(
      /Probation: sent; told by e-mail\n/,
    );
    for (const who of leads(IN_SLACK))
      await stage.engine().heed.ask({
        actor: who,
        via: 'slack',
        asking: { command: 'request answer', fields: { request: 'IR-2026-1', answer: 'agree' } },
      });

    const page = await openPage();
    await answers(page, stage, 'housing', 'Agree');
    await isRecorded(page);
    await answers(page, stage, 'landlords', 'Nil return');
    await isRecorded(page);
    await answers(page, stage, 'probation', 'Disagree', 'The threshold is too high');
    await isRecorded(page);

    // One writes an identifier: it is declined at once, gone from the page, and nothing is saved.
    await answers(page, stage, 'jobcentre', 'Comment', 'Ask at SM4 5DX');
    await page.getByRole('alert').getByText('That looks like a postcode').waitFor();
    expect(await page.getByLabel('In words').inputValue()).toBe('');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('In words').fill('Our officers need a shorter version');
    await page.getByLabel('The code from your e-mail').fill(reader(stage, 'jobcentre-lead').code());
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await isRecorded(page);

    // One is reminded, has nothing but the old link at hand, and asks for a new one.
    await stage.passTo('2026-03-04 09:00');
    const lead = reader(stage, 'voluntary-sector-lead');
    expect(stage.mailbox('voluntary-sector-lead').at(-1)?.subject).toBe(
      'IR-2026-1: answer the request by Fri 6 Mar',
    );
    await answers(page, stage, 'voluntary-sector', 'A part is provided', 'two of three sections');
    await page.getByRole('heading', { name: 'IR-2026-1: a part is here' }).waitFor();
    const [old = ''] = stage
      .mailbox('voluntary-sector-lead')
      .flatMap(({ links }) => links)
      .slice(-1);
    await page.goto(old);
    await page.getByRole('button', { name: 'Send me a new link' }).click();
    await page.getByRole('heading', { name: 'A new link is on its way' }).waitFor();
    expect(lead.newest()).not.toBe(old);
    await answers(page, stage, 'voluntary-sector', 'Agree');
    await isRecorded(page);

    const board = await stage.shows('manager', '/request show IR-2026-1');
    expect(board).toContain('IR-2026-1: 16 of 16 agencies have answered');
    expect(board).toContain('Probation: answered; disagrees: The threshold is too high');
    const by = new Map<string, number>();
    for await (const { via, changes } of stage.engine().store.entries())
      if (changes.some(({ type }) => type === 'request-answered'))
        by.set(via, (by.get(via) ?? 0) + 1);
    expect(Object.fromEntries(by)).toEqual({ slack: 11, email: 6 });
    expect(stage.bugs).toEqual([]);
  });

  it('can be answered with the keyboard alone', async () => {
    const stage = await sixteen();
    const page = await openPage();
    const lead = reader(stage, 'housing-lead');
    await page.goto(lead.newest());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('The code is on its way').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('Tab');
    await page.keyboard.type(lead.code());
    await page.keyboard.press('Enter');
    await isRecorded(page);
  });
});

/** A page at 375 px wide, and at 200 % on a screen of 1280: neither scrolls sideways. */
const fits = async (page: Page): Promise<void> => {
  for (const width of [375, 640]) {
    await page.setViewportSize({ width, height: 740 });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  }
};

describe.skipIf(!hasBrowser)('a page to print', () => {
  it.each([
    ['qapr-chair', '2026-04-01 09:00', 'DG-2026-4: the actions of Quality Assurance'],
    ['police-lead', '2026-04-07 09:00', 'WD-2026-15: the open actions of the police lead'],
  ])('is opened with a code by %s, fits, and prints without its hints', async (who, at, title) => {
    const stage = await emailStage({ people: [who] });
    await stage.says('police-lead', '/action weekly on');
    for (const what of ['Publish the findings of the audit', 'Share the briefing with schools'])
      await stage.says(
        'manager',
        `/action add what="${what}" owner=police-lead due=2026-06-01 group=qapr source=audit`,
      );
    await stage.passTo(at);
    const page = await openPage();
    const them = reader(stage, who);
    await page.goto(them.newest());
    await page.getByRole('heading', { name: title }).waitFor();
    await fits(page);
    await page.getByRole('button', { name: 'Send me the code' }).click();
    await page.getByText('The code is on its way').waitFor();
    await fits(page);
    await page.getByLabel('The code from your e-mail').fill(them.code());
    await page.getByRole('button', { name: 'Show me the page' }).click();
    await page.getByText('Publish the findings of the audit').waitFor();
    await fits(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('print it, or save it').isVisible()).toBe(false);
    expect(await page.getByText('Share the briefing with schools').isVisible()).toBe(true);
  });
});
