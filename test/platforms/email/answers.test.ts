import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reader } from '../../support/email/reader.ts';
import { type EmailStage, emailStage } from '../../support/email/stage.ts';

const ASK =
  '/request new what="Attendance at strategy meetings" kind=data to=probation,housing due=2026-05-01';

/** A request to two agencies, which has gone out. */
const asked = async (typed = ASK): Promise<EmailStage> => {
  const stage = await emailStage();
  await stage.says('manager', typed);
  await stage.tick('2026-03-30 09:10');
  return stage;
};

const board = (stage: EmailStage): Promise<string> =>
  stage.shows('manager', '/request show IR-2026-1');

describe('a link in a message', () => {
  it('opens a page with the code and the question, and nothing else', async () => {
    const stage = await asked();
    const { status, title, html, headers } = await reader(stage, 'probation-lead').open();
    expect([status, title]).toEqual([200, 'IR-2026-1: data is asked of your agency, by Fri 1 May']);
    expect(html).toContain('Attendance at strategy meetings');
    expect(html).not.toMatch(/Merton|Housing|Probation|@|lead/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('is answered with a code from the same mailbox, and the log says how', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const { title } = await lead.answers({ answer: 'nil-return' });
    expect(title).toBe('IR-2026-1: the answer is recorded');
    expect(await board(stage)).toContain('Probation: answered; makes a nil return');
    const entry = (await Array.fromAsync(stage.engine().store.entries())).at(-1);
    expect(entry).toMatchObject({ by: 'probation-lead', via: 'email', asked: 'request answer' });
  });

  it('changes nothing by being followed, however often', async () => {
    const stage = await asked();
    const { seq } = await stage.engine().store.read();
    const mails = stage.server.taken.length;
    for (const { links } of ['probation-lead', 'housing-lead'].flatMap(stage.mailbox))
      for (const link of links)
        for (const way of ['GET', 'HEAD', 'OPTIONS', 'GET']) await fetch(link, { method: way });
    expect((await stage.engine().store.read()).seq).toBe(seq);
    expect(stage.server.taken).toHaveLength(mails);
    expect((await reader(stage, 'probation-lead').answers({ answer: 'provided' })).status).toBe(
      200,
    );
  });

  it('is for one answer: afterwards it says what became of it', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    await lead.answers({ answer: 'provided' });
    const again = await lead.send({ answer: 'nil-return' }, link);
    expect(again.status).toBe(410);
    expect(again.html).toContain('Your agency has answered IR-2026-1 already');
    expect(again.html).not.toContain('Send me a new link');
    expect(await board(stage)).toContain('Probation: answered; has provided it');
  });

  it('that has been used for a part of it offers a new one to the same address', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    await lead.answers({ answer: 'partial', words: 'the rest comes on Monday' });
    const used = await lead.open(link);
    expect([used.status, used.html]).toEqual([410, expect.stringContaining('Send me a new link')]);
    expect((await lead.askNew(link)).title).toBe('A new link is on its way');
    expect(lead.newest()).not.toBe(link);
    expect(stage.mailbox('probation-lead').at(-1)?.subject).toBe(
      'IR-2026-1: the new link that you asked for',
    );
    expect((await lead.answers({ answer: 'provided' })).status).toBe(200);
  });

  it('is used by the answer itself: killed between the two, a later Heed knows', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    await lead.askCode();
    const kept = join(stage.folder, 'email');
    const before = await readFile(kept);
    const part = { answer: 'partial', words: 'the rest comes on Monday' };
    expect((await lead.send(part, link)).status).toBe(200);
    await stage.restart('2026-03-30 12:30', () => writeFile(kept, before));
    expect((await lead.open(link)).html).toContain('This link has been used');
    expect((await lead.answers(part, link)).status).toBe(410);
    const answers = (await Array.fromAsync(stage.engine().store.entries())).flatMap((entry) =>
      entry.changes.filter(({ type }) => type === 'request-answered'),
    );
    expect(answers).toHaveLength(1);
  });

  it('expires after thirty days, and offers a new one', async () => {
    const stage = await asked(ASK.replace('2026-05-01', '2026-06-30'));
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    await stage.passTo('2026-04-29 09:09');
    expect((await lead.open(link)).status).toBe(200);
    await stage.passTo('2026-04-29 09:10');
    const { status, html } = await lead.open(link);
    expect([status, html]).toEqual([410, expect.stringContaining('This link has expired.')]);
    expect((await lead.answers({ answer: 'provided' }, link)).status).toBe(410);
    await lead.askNew(link);
    expect((await lead.answers({ answer: 'provided' })).status).toBe(200);
  });

  it('says that nothing is wanted any more once the request is closed', async () => {
    const stage = await asked();
    await stage.says('manager', '/request close IR-2026-1 reason="asked by mistake" withdrawn=yes');
    const { status, html } = await reader(stage, 'probation-lead').open();
    expect([status, html]).toEqual([410, expect.stringContaining('IR-2026-1 is closed')]);
    expect(html).not.toContain('Send me a new link');
  });

  it('goes with the post: who has left it is not asked any more', async () => {
    const stage = await asked();
    await stage.says('manager', '/roster appoint probation-lead to=officer new=yes');
    const { status, html } = await reader(stage, 'probation-lead').open();
    expect([status, html]).toEqual([410, expect.stringContaining('not asked of you any more')]);
    expect(html).not.toContain('strategy');
  });

  it('goes with the address: once that is another, a new link goes there and nowhere else', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    stage.moves('probation-lead', 'new-desk');
    const { status, html } = await lead.open(link);
    expect([status, html]).toEqual([410, expect.stringContaining('has been withdrawn')]);
    expect((await lead.askCode(link)).status).toBe(410);
    const before = stage.mailbox('probation-lead').length;
    await lead.askNew(link);
    expect(stage.mailbox('probation-lead')).toHaveLength(before);
    expect((await reader(stage, 'new-desk').answers({ answer: 'provided' })).status).toBe(200);
    expect(await board(stage)).toContain('Probation: answered');
  });

  it('is still one after Heed was started anew', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await lead.askCode();
    await stage.restart('2026-03-30 09:12');
    expect((await lead.send({ answer: 'provided' })).title).toBe(
      'IR-2026-1: the answer is recorded',
    );
  });

  it('can be sent back: the business unit is told, and nothing is answered', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    expect((await lead.answers({ answer: 'not-me' })).title).toContain('this is not for you');
    await stage.tick('2026-03-30 09:11');
    expect(stage.mailbox('manager').at(-1)?.text).toContain(
      'Whoever reads what goes to the probation lead by e-mail says that IR-2026-1 is not for them.',
    );
    expect((await lead.open(link)).html).toContain('This link has been withdrawn.');
    expect(await board(stage)).toContain('Probation: sent');
  });
});

describe('what is asked for a case that is held back', () => {
  it('is not on any page any more, nor is there a new link to it', async () => {
    const stage = await emailStage();
    for (const [who, typed] of [
      ['notifier', '/incident log harm=died abuse=suspected aware=2026-03-30'],
      ['manager', '/review start SI-2026-1 kind=local agencies=probation'],
    ] as const)
      await stage.says(who, typed);
    await stage.tick('2026-03-30 09:10');
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    const before = await lead.askCode();
    expect(before.html).toContain('Who has signed it off');
    await stage.says('manager', '/review embargo RR-2026-1 pending=trial');
    for (const { status, html } of [
      await lead.open(link),
      await lead.askCode(link),
      await lead.send({ answer: 'provided' }, link),
      await lead.askNew(link),
    ]) {
      expect(status).toBe(410);
      expect(html).toContain('This is not asked of you any more');
      expect(html).not.toMatch(/IR-2026|RR-2026|scoping|Send me/);
    }
    expect(stage.mailbox('probation-lead').at(-1)?.subject).toBe('IR-2026-1: your code');
  });
});

describe('what is written on the page', () => {
  it('passes the privacy gate, and is not shown again where it does not', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const { status, html } = await lead.answers({ answer: 'comment', words: 'lives at SM4 5DX' });
    expect([status, html]).toEqual([200, expect.stringContaining('That looks like a postcode')]);
    expect(html).not.toContain('5DX');
    const better = await lead.send({ answer: 'comment', words: 'we hold the register ourselves' });
    expect(better.title).toBe('IR-2026-1: the answer is recorded');
  });

  it('may be sent again where two words only look like a name', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const asks = { answer: 'comment', words: 'see the Riverside Grove pilot' };
    const { html } = await lead.answers(asks);
    expect(html).toContain("These words are nobody's name");
    expect((await lead.send({ ...asks, sure: 'yes' })).title).toBe(
      'IR-2026-1: the answer is recorded',
    );
  });

  it('says what is missing, and keeps the choice', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const { html } = await lead.answers({ answer: 'disagree' });
    expect(html).toContain(
      '“Comment”, “Disagree”, “A part is provided” and “We refuse” need a few.',
    );
    expect(html).toContain('This answer needs a few words, so nothing was saved.');
    expect(html).toMatch(/value="disagree" required checked/);
    expect((await lead.send({})).html).toContain('No answer is chosen');
  });
});

describe("somebody's action", () => {
  const given = async (): Promise<EmailStage> => {
    const stage = await emailStage();
    await stage.says(
      'manager',
      '/action add what="Brief the duty team" owner=probation-lead due=2026-04-08 source=audit',
    );
    await stage.passTo('2026-04-08 09:00');
    return stage;
  };

  it.each([
    [{ answer: 'done', words: 'QA-12' }, 'AC-2026-1 is done, on Wed 8 Apr'],
    [
      { answer: 'extend', more: '2026-04-22', words: 'the trainer is away' },
      'AC-2026-1 is now due Wed 22 Apr',
    ],
    [{ answer: 'update', words: 'half of them are briefed' }, 'AC-2026-1: noted how it goes'],
  ])('is answered so: %o', async (fields, title) => {
    const stage = await given();
    const lead = reader(stage, 'probation-lead');
    expect((await lead.open()).title).toBe('AC-2026-1: an action of yours, due Wed 8 Apr');
    expect((await lead.answers(fields)).title).toBe(title);
  });
});
