import { describe, expect, it, onTestFinished } from 'vitest';
import { readMail, spoken } from '../../support/email/read.ts';
import { addressOf, type EmailStage, emailStage } from '../../support/email/stage.ts';
import { slackBeside } from '../../support/slack-beside.ts';
import { aClock } from '../../support/teams-stage.ts';

const LOG = '/incident log harm=died abuse=suspected aware=2026-03-30';
const ASK =
  '/request new what="Attendance at strategy meetings" kind=data to=probation,housing due=2026-05-01';

const logged = async (): Promise<EmailStage> => {
  const stage = await emailStage();
  await stage.says('notifier', LOG);
  return stage;
};

describe('a reminder by e-mail', () => {
  it('says what it says everywhere, and how it is answered', async () => {
    const stage = await logged();
    await stage.passTo('2026-04-07 09:00');
    const last = stage.mailbox('notifier').at(-1);
    expect(last?.subject).toBe('SI-2026-1: 2 things need you by Wed 8 Apr');
    expect(last?.text).toMatchInlineSnapshot(`
      "SI-2026-1: 2 things need you by Wed 8 Apr, 1 working day left

      - By Wed 8 Apr: SI-2026-1, notify the Panel
      - By Wed 8 Apr: SI-2026-1, tell the safeguarding partners

      Once it is done, tell the business unit by replying to this message with the reference and the day; they record it.

      -- 
      Merton Safeguarding Children Partnership. A program, Heed, wrote this. A reply reaches the business unit: never write a child's name or anything that identifies a child."
    `);
    expect(stage.bugs).toEqual([]);
  });

  it('says the same as plain text and as HTML', async () => {
    const stage = await logged();
    await stage.says('manager', ASK);
    await stage.passTo('2026-04-30 09:00');
    for (const { text, html } of stage.server.taken.map(readMail)) {
      const plain = text
        .replace(/:\n(?=http)/g, ': ')
        .replace(/^(-- |- )/gm, '')
        .split('\n');
      expect(spoken(html)).toBe(plain.filter(Boolean).join('\n'));
    }
    expect(stage.server.taken.length).toBeGreaterThan(5);
  });

  it('has nothing of the case on a lock screen, and nothing that is fetched', async () => {
    const stage = await logged();
    await stage.passTo('2026-04-10 09:00');
    const mails = stage.server.taken.flatMap(({ to }) => stage.mailbox(to.split('@')[0] ?? ''));
    for (const { subject, html } of mails) {
      expect(subject).not.toMatch(/Child|died|abuse/i);
      expect(html).not.toMatch(/<(img|script|link|iframe|object|form)|src=|url\(/i);
    }
    expect(mails.length).toBeGreaterThan(3);
  });

  it('is one thread a record', async () => {
    const stage = await logged();
    await stage.passTo('2026-04-08 09:00');
    const mails = stage.mailbox('notifier');
    const threads = new Set(mails.map(({ headers }) => headers.get('references')));
    expect([...threads]).toEqual(['<si-2026-1.record@merton.example>']);
    const ids = new Set(mails.map(({ headers }) => headers.get('message-id')));
    expect(ids.size).toBe(mails.length);
  });
});

describe('a mail server that does not take a message', () => {
  it('because of a greylist: it is taken some minutes later, once', async () => {
    const stage = await logged();
    let asked = 0;
    stage.server.rules = {
      rcpt: () => {
        asked += 1;
        return asked === 1 ? { code: 451 } : undefined;
      },
    };
    await stage.tick('2026-04-02 09:00');
    expect(stage.mailbox('notifier')).toEqual([]);
    await stage.tick('2026-04-02 09:01');
    expect(asked).toBe(1);
    await stage.tick('2026-04-02 09:05');
    await stage.tick('2026-04-02 09:06');
    expect(stage.mailbox('notifier')).toHaveLength(1);
    expect((await stage.engine().store.read()).sentAgain).toBe(0);
  });

  it('for hours: the business unit is told once, and told no more when it is taken', async () => {
    const stage = await logged();
    stage.server.rules = {
      rcpt: (address) => (address === addressOf('notifier') ? { code: 452 } : undefined),
    };
    for (let minute = 0; minute <= 270; minute += 15)
      await stage.tick(
        `2026-04-02 ${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      );
    const told = stage.mailbox('manager').filter(({ text }) => text.includes('says "later"'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('taken nothing that goes to the notifier');
    stage.server.rules = {};
    await stage.tick('2026-04-02 13:40');
    expect(stage.mailbox('notifier')).toHaveLength(1);
    expect((await stage.engine().store.read()).troubles.size).toBe(0);
  });

  it('for good: it counts as undeliverable, and the business unit is told without the address', async () => {
    const stage = await logged();
    stage.server.rules = {
      rcpt: (address) =>
        address === addressOf('notifier') ? { code: 550, says: `no ${address}` } : undefined,
    };
    await stage.tick('2026-04-02 09:00');
    const told = stage.mailbox('manager').at(-1)?.text ?? '';
    expect(told).toContain('The notifier could not be told of SI-2026-1');
    expect(told).not.toContain('@');
    const { told: all } = await stage.engine().store.read();
    expect([...all.values()].flat().map(({ is }) => is)).toContain('undeliverable');
  });

  it('for an hour: everything goes out once it is back, once', async () => {
    const stage = await logged();
    await stage.server.stop();
    for (let minute = 0; minute < 60; minute += 1)
      await stage.tick(`2026-04-02 09:${String(minute).padStart(2, '0')}`);
    const { troubles, outbox } = await stage.engine().store.read();
    expect([...troubles.keys()]).toEqual(['email/server']);
    expect(outbox.size).toBe(2);
    await stage.server.start();
    await stage.tick('2026-04-02 10:00');
    await stage.tick('2026-04-02 10:01');
    expect(stage.mailbox('notifier').map(({ subject }) => subject)).toEqual([
      'SI-2026-1: 2 things need you by Wed 8 Apr',
    ]);
    const after = await stage.engine().store.read();
    expect([after.sentAgain, after.troubles.size, after.outbox.size]).toEqual([0, 0, 0]);
    expect(stage.bugs).toEqual([]);
  });

  it('without an answer: the same message comes again under the same name', async () => {
    const stage = await logged();
    let isCut = true;
    const ids: (string | undefined)[] = [];
    stage.server.rules = {
      data: ({ raw }) => {
        ids.push(/^Message-ID: (.*)$/im.exec(raw)?.[1]);
        const rule = isCut ? 'hang up' : undefined;
        isCut = false;
        return rule;
      },
    };
    await stage.tick('2026-04-02 09:00');
    await stage.tick('2026-04-02 09:02');
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect((await stage.engine().store.read()).sentAgain).toBe(1);
  });
});

describe('a mail server that has no TLS', () => {
  it('is given nothing: what can goes another way, and the business unit is told there', async () => {
    const clock = aClock('2026-03-30 09:00');
    const slack = await slackBeside(clock, ['manager', 'notifier'], ['manager']);
    onTestFinished(() => slack.close());
    const stage = await emailStage({ clock, tls: 'none', slack: slack.choice });
    await stage.says('notifier', LOG);
    await stage.says('manager', '/roster route notifier first=email');
    for (const day of ['02', '09', '10']) await stage.tick(`2026-04-${day} 09:00`);
    expect(stage.server.taken).toEqual([]);
    const said = (who: string) => {
      const member = slack.who(who);
      return member.history(member.dm).map(({ text }) => text);
    };
    expect(said('notifier').at(-1)).toContain('SI-2026-1');
    expect(said('manager').join('\n')).toContain('The mail server offers no safe connection (TLS)');
    const { outbox, told } = await stage.engine().store.read();
    const routes = [...told.values()].flat().map(({ route }) => route);
    expect(new Set(routes)).toEqual(new Set(['slack']));
    // Whoever has nothing but e-mail waits; nothing is lost.
    expect(
      outbox
        .map(({ to }) => to)
        .valueSeq()
        .toSet()
        .toArray(),
    ).toContain('police-lead');
  });
});
