import { describe, expect, it } from 'vitest';
import { returnedIn } from '../../../src/platforms/email/returned.ts';
import { type Mailbox, mailbox, report } from '../../support/email/imap.ts';
import { type EmailStage, emailStage } from '../../support/email/stage.ts';

const returned = (source: string) => returnedIn(Buffer.from(source));
const ID = '<one@merton.example>';

describe('a report of a mail server', () => {
  it('says which message has failed for good', async () => {
    expect(await returned(report({ id: ID }))).toBe('one@merton.example');
    const headers = report({ id: ID }).replace('message/rfc822', 'text/rfc822-headers');
    expect(await returned(headers)).toBe('one@merton.example');
  });

  it.each([
    ['a delay', report({ id: ID, action: 'delayed', status: '4.4.1' })],
    ['a delivery', report({ id: ID, action: 'delivered', status: '2.0.0' })],
    ['a failure that may pass', report({ id: ID, status: '4.2.2' })],
    ['no name', report({ id: 'none' })],
    ['an automatic answer', `Subject: Away\r\nIn-Reply-To: ${ID}\r\n\r\nI am away.`],
    [
      'words that look like one',
      `Subject: x\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\nMessage-ID: ${ID}`,
    ],
    ['nothing', ''],
    ['no mail at all', '\0\0\xff--b\r\n'],
  ])('says nothing as %s', async (_, source) => {
    expect(await returned(source)).toBeUndefined();
  });
});

const ASK =
  '/request new what="Attendance at strategy meetings" kind=data to=probation,housing due=2026-05-01';

const asked = async (box: Mailbox, password = 'right'): Promise<EmailStage> => {
  const stage = await emailStage({ imap: { port: box.port, password } });
  await stage.says('manager', ASK);
  await stage.tick('2026-03-30 09:10');
  return stage;
};
const idOf = (stage: EmailStage, who: string): string =>
  stage.mailbox(who).at(-1)?.headers.get('message-id') ?? '';

describe('what comes back', () => {
  it('has not arrived: the board says so, and the business unit is told once', async () => {
    const box = await mailbox();
    const stage = await asked(box);
    box.arrives(`Subject: Re: question\r\n\r\nWho are you?`);
    box.arrives(report({ id: idOf(stage, 'probation-lead') }));
    for (const minute of ['15', '16', '20', '21', '25', '26'])
      await stage.tick(`2026-03-30 09:${minute}`);
    const board = await stage.shows('manager', '/request show IR-2026-1');
    expect(board).toContain('Probation: undeliverable');
    expect(board).toContain('Merton Housing: sent');
    const told = stage.mailbox('manager').filter(({ text }) => text.includes('has come back'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('The probation lead could not be told');
    expect(told[0]?.text).not.toContain('partners.example');
    expect(box.letters.map(({ seen }) => seen)).toEqual([false, true]);
    expect(stage.bugs).toEqual([]);
  });

  it('is still known after Heed was started anew', async () => {
    const box = await mailbox();
    const stage = await asked(box);
    box.arrives(report({ id: idOf(stage, 'housing-lead') }));
    await stage.restart('2026-03-30 09:20');
    expect(await stage.shows('manager', '/request show IR-2026-1')).toContain(
      'Merton Housing: undeliverable',
    );
  });

  it('changes nothing where Heed has not sent it', async () => {
    const box = await mailbox();
    const stage = await asked(box);
    const { seq } = await stage.engine().store.read();
    box.arrives(report({ id: '<forged@merton.example>' }));
    await stage.tick('2026-03-30 09:15');
    expect((await stage.engine().store.read()).seq).toBe(seq);
    expect(box.letters[0]?.seen).toBe(true);
  });

  it('is looked for every five minutes, and no oftener', async () => {
    const box = await mailbox();
    const stage = await asked(box);
    const looks = () => box.asked.filter((name) => name === 'UID SEARCH').length;
    const before = looks();
    for (const minute of ['16', '17', '18', '19']) await stage.tick(`2026-03-30 09:${minute}`);
    expect(looks()).toBe(before + 1);
  });

  it('cannot be known where the mailbox is shut: the business unit is told', async () => {
    const box = await mailbox();
    const stage = await asked(box, 'wrong');
    await stage.tick('2026-03-30 09:16');
    const { troubles } = await stage.engine().store.read();
    expect([...troubles.values()].map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('The mailbox that returned e-mail comes to does not let Heed in'),
    ]);
  });

  it('may be looked for later where the mailbox cannot be reached for a while', async () => {
    const box = await mailbox();
    const stage = await asked(box);
    await box.stop();
    await stage.tick('2026-03-30 09:20');
    expect((await stage.engine().store.read()).troubles.size).toBe(0);
    await stage.tick('2026-03-30 09:50');
    expect([...(await stage.engine().store.read()).troubles.keys()]).toEqual(['email/returned']);
  });
});
