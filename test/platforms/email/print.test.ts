import { describe, expect, it } from 'vitest';
import { reader } from '../../support/email/reader.ts';
import { type EmailStage, emailStage } from '../../support/email/stage.ts';

const COUNT = 25;
const CHAIR = 'qapr-chair';

/** A body with more actions than a message has lines, on the morning after its monthly digest. */
const digested = async (people?: readonly string[]): Promise<EmailStage> => {
  const stage = await emailStage({ at: '2026-03-30 09:00', ...(people ? { people } : {}) });
  const rows = Array.from({ length: COUNT }, (_, at) => `Action ${at},police-lead,2027-01-04,qapr`);
  const sheet = ['Action,Owner,Due,Body', ...rows].join('\n');
  const asking = { command: 'action import', fields: { sheet } };
  await stage.engine().heed.ask({ actor: 'manager', via: 'local', asking });
  await stage.passTo('2026-04-01 09:00');
  return stage;
};

const digestOf = (stage: EmailStage) =>
  stage.mailbox(CHAIR).findLast(({ subject }) => subject.startsWith('DG-2026-4'));

describe("the page to print of a body's digest", () => {
  it('is offered in the message that tells of it', async () => {
    const stage = await digested();
    const { text = '', links = [] } = digestOf(stage) ?? {};
    expect(text).toContain('To read or print all of it, open the page below: it sends a code');
    expect(text).toContain(
      'DG-2026-4: the actions of Quality Assurance and Practice Review, April 2026:\n',
    );
    expect(text).not.toContain('Once it is done');
    expect(links).toHaveLength(1);
  });

  it('shows nothing of it before the code, and then all of it', async () => {
    const stage = await digested();
    const chair = reader(stage, CHAIR);
    const before = await chair.open();
    expect([before.status, before.title]).toEqual([
      200,
      'DG-2026-4: the actions of Quality Assurance and Practice Review, April 2026',
    ]);
    expect(before.html).not.toMatch(/AC-|police/);
    expect(before.headers.get('cache-control')).toBe('private, no-store');
    expect(before.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    await chair.askCode();
    const { status, html } = await chair.send({});
    expect(status).toBe(200);
    expect(html.match(/AC-2026-\d+, Action/g)).toHaveLength(COUNT);
    expect(html).toContain('<dt>Open now</dt><dd>25</dd>');
    expect(html).toContain(
      'Merton Safeguarding Children Partnership. As of Wed 1 Apr 2026, 09:00, for the chair of Quality Assurance and Practice Review.',
    );
  });

  it('is shown once for a code, and again for another', async () => {
    const stage = await digested();
    const chair = reader(stage, CHAIR);
    await chair.askCode();
    await chair.send({});
    const again = await chair.send({});
    expect(again.html).toContain('That code does not work any more');
    expect(again.html).not.toContain('AC-');
    await stage.restart('2026-04-02 09:00');
    expect((await chair.send({})).html).not.toContain('AC-');
    await chair.askCode();
    expect((await chair.send({})).html).toContain('AC-2026-1');
  });

  it('is closed by five wrong codes, and then offers a new link', async () => {
    const stage = await digested();
    const chair = reader(stage, CHAIR);
    const link = chair.newest();
    await chair.askCode();
    const code = chair.code() === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) expect((await chair.send({ code })).html).not.toContain('AC-');
    expect((await chair.send({}, link)).status).toBe(410);
    await chair.askNew(link);
    expect(stage.mailbox(CHAIR).at(-1)?.subject).toBe('DG-2026-4: the new link that you asked for');
    await chair.askCode();
    expect((await chair.send({})).html).toContain('AC-2026-1');
  });

  it('changes nothing, however it is opened', async () => {
    const stage = await digested();
    const chair = reader(stage, CHAIR);
    const { seq } = await stage.engine().store.read();
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(chair.newest(), { method });
    await chair.askCode();
    await chair.send({});
    expect((await stage.engine().store.read()).seq).toBe(seq);
  });

  it('is drawn for the eyes of whoever chairs it now', async () => {
    const stage = await digested();
    const chair = reader(stage, CHAIR);
    await chair.askCode();
    await stage.says('manager', `/roster appoint ${CHAIR} to=officer new=yes`);
    const { status, html } = await chair.send({});
    expect([status, html]).toEqual([
      410,
      expect.stringContaining('This page is not for you any more'),
    ]);
    expect(html).not.toMatch(/AC-|Quality|Send me/);
  });

  it('leaves out what has been held back since', async () => {
    const stage = await emailStage({ at: '2026-03-30 09:00' });
    for (const [who, typed] of [
      ['notifier', '/incident log harm=died abuse=suspected aware=2026-03-30'],
      ['manager', '/review start SI-2026-1 kind=local'],
      [
        'manager',
        '/action add what="Known to all" owner=police-lead due=2026-06-01 group=qapr source=audit',
      ],
      [
        'manager',
        '/action add what="Of the case" owner=police-lead due=2026-06-01 group=qapr source=RR-2026-1',
      ],
    ] as const)
      await stage.says(who, typed);
    await stage.passTo('2026-04-01 09:00');
    expect(digestOf(stage)?.text).toContain('Of the case');
    await stage.says('manager', '/review embargo RR-2026-1 pending=trial');
    const chair = reader(stage, CHAIR);
    await chair.askCode();
    const { html } = await chair.send({});
    expect(html).toContain('Known to all');
    expect(html).not.toContain('Of the case');
  });

  it('is revoked by its reader, or by the business unit for all; what is sent later is not', async () => {
    for (const [who, typed] of [
      [CHAIR, '/calendar revoke'],
      ['manager', '/calendar revoke whose=everybody'],
    ] as const) {
      const stage = await digested([CHAIR]);
      const chair = reader(stage, CHAIR);
      const link = chair.newest();
      await stage.says(who, typed);
      expect((await chair.open()).html).toContain('This link has been withdrawn.');
      expect((await chair.askCode()).status).toBe(410);
      await stage.tick('2026-04-01 09:05');
      await chair.askNew(link);
      await chair.askCode();
      expect((await chair.send({})).html).toContain('AC-2026-1');
    }
  });

  it('can be sent back: the business unit is told', async () => {
    const stage = await digested();
    const chair = reader(stage, CHAIR);
    await chair.askCode();
    expect((await chair.send({ answer: 'not-me' })).title).toContain('this is not for you');
    await stage.tick('2026-04-01 09:05');
    expect(stage.mailbox('manager').at(-1)?.text).toContain('DG-2026-4 is not for them');
  });
});

it("an owner's weekly list can be printed, every line with its day", async () => {
  const stage = await emailStage({ at: '2026-03-27 09:00' });
  await stage.says(
    'manager',
    '/action add what="Brief <the> team" owner=police-lead due=2026-06-01 source=audit',
  );
  await stage.says('police-lead', '/action weekly on');
  await stage.passTo('2026-03-30 09:00');
  const lead = reader(stage, 'police-lead');
  expect((await lead.open()).title).toBe('WD-2026-14: the open actions of the police lead');
  await lead.askCode();
  const { html } = await lead.send({});
  expect(html).toContain('Brief &lt;the&gt; team');
  expect(html).toContain('green, in time, by Mon 1 Jun');
});
