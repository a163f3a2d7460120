import { connect } from 'node:net';
import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, it } from 'vitest';
import { headersOf, oneLine } from '../../../src/platforms/email/headers.ts';
import type { Address } from '../../../src/platforms/email/settings.ts';
import { readMail } from '../../support/email/read.ts';
import { reader } from '../../support/email/reader.ts';
import { type EmailStage, emailStage } from '../../support/email/stage.ts';

const ASK =
  '/request new what="Attendance at strategy meetings" kind=data to=probation,housing due=2026-05-01';

const asked = async (): Promise<EmailStage> => {
  const stage = await emailStage();
  await stage.says('manager', ASK);
  await stage.tick('2026-03-30 09:10');
  return stage;
};

const answered = async (stage: EmailStage): Promise<readonly string[]> => {
  const record = (await stage.engine().store.read()).records.get('IR-2026-1' as never);
  return record?.is === 'request'
    ? Object.entries(record.parts).flatMap(([agency, { answers }]) =>
        answers.map(({ is }) => `${agency} ${is}`),
      )
    : [];
};

describe('a token', () => {
  it.each<readonly [string, (link: string) => string]>([
    ['that is guessed', (link) => link.replace(/[^/]+$/, 'A'.repeat(43))],
    ['that is cut short', (link) => link.slice(0, -1)],
    ['that is longer', (link) => `${link}A`],
    ['in other letters', (link) => link.replace(/[^/]+$/, (token) => token.toUpperCase())],
    ['that is none', (link) => link.replace(/[^/]+$/, '')],
    ['of the hash that is kept', (link) => link.replace(/[^/]+$/, '..%2f..%2fetc')],
  ])('%s opens nothing, and is told nothing', async (_, forge) => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const forged = forge(lead.newest());
    const { status, html } = await lead.open(forged);
    expect(status).toBe(404);
    expect(html).not.toMatch(/IR-2026|strategy/);
    expect((await lead.askCode(forged)).status).toBe(404);
    expect((await lead.send({ answer: 'provided' }, forged)).status).toBe(404);
    expect((await lead.askNew(forged)).status).toBe(404);
    expect(await answered(stage)).toEqual([]);
  });

  it('is not on the disk, nor is a code or an address', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await lead.askCode();
    const kept = (await stage.files()).join('\n');
    expect(kept).toContain('"is":"link"');
    expect(kept).not.toContain(lead.newest().split('/').at(-1));
    expect(kept).not.toContain(lead.code());
    expect(kept).not.toContain('partners.example');
  });

  it('answers for the agency that it was made for, whatever else is sent with it', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await lead.answers({
      answer: 'nil-return',
      for: 'housing',
      request: 'IR-2026-2',
      actor: 'manager',
      command: 'request close',
    });
    expect(await answered(stage)).toEqual(['probation nil-return']);
  });

  it('does not take the code of another', async () => {
    const stage = await asked();
    const [probation, housing] = ['probation-lead', 'housing-lead'].map((who) =>
      reader(stage, who),
    );
    await probation?.askCode();
    await housing?.askCode();
    const swapped = await housing?.send({ answer: 'provided', code: probation?.code() ?? '' });
    expect(swapped?.html).toContain('That is not the code');
    expect(await answered(stage)).toEqual([]);
  });

  it('cannot be used twice, even at the same moment', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    await lead.askCode();
    const all = await Promise.all(
      ['provided', 'nil-return', 'provided'].map((answer) => lead.send({ answer }, link)),
    );
    expect(all.every(({ status }) => status === 200 || status === 410)).toBe(true);
    expect(await answered(stage)).toHaveLength(1);
  });
});

describe('a code', () => {
  const wrongOf = (code: string, n: number): string =>
    String((Number(code) + n) % 1_000_000).padStart(6, '0');

  it('may be wrong four times; the fifth closes the link, and a new one may be had', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const link = lead.newest();
    await lead.askCode();
    for (let n = 1; n < 5; n += 1)
      expect((await lead.send({ answer: 'provided', code: wrongOf(lead.code(), n) })).status).toBe(
        200,
      );
    expect((await lead.send({ answer: 'provided', code: wrongOf(lead.code(), 5) })).status).toBe(
      410,
    );
    const right = await lead.send({ answer: 'provided' });
    expect([right.status, right.html]).toEqual([
      410,
      expect.stringContaining('a wrong code was given 5 times'),
    ]);
    expect(await answered(stage)).toEqual([]);
    await lead.askNew(link);
    await lead.answers({ answer: 'provided' });
    expect(await answered(stage)).toEqual(['probation provided']);
  });

  it('is not found by trying many at the same moment', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await lead.askCode();
    const right = lead.code();
    const guesses = Array.from({ length: 40 }, (_, n) => (n < 39 ? wrongOf(right, n + 1) : right));
    await Promise.all(guesses.map((code) => lead.send({ answer: 'provided', code })));
    expect(await answered(stage)).toEqual([]);
  });

  it('is over after fifteen minutes, and once there is a newer one', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await lead.askCode();
    const first = lead.code();
    await stage.tick('2026-03-30 09:25');
    expect((await lead.send({ answer: 'provided' })).html).toContain('does not work any more');
    await lead.askCode();
    expect((await lead.send({ answer: 'provided', code: first })).html).toContain('not the code');
    expect((await lead.send({ answer: 'provided', code: '' })).html).toContain('not the code');
  });

  it('is sent five times an hour at most, and no one else is kept waiting', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    for (let n = 0; n < 5; n += 1) expect((await lead.askCode()).status).toBe(200);
    expect((await lead.askCode()).status).toBe(429);
    expect((await reader(stage, 'housing-lead').askCode()).status).toBe(200);
    await stage.tick('2026-03-30 10:11');
    expect((await lead.askCode()).status).toBe(200);
  });

  it('is not sent while the mail server is away, and nothing is lost', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await stage.server.stop();
    expect((await lead.askCode()).status).toBe(503);
    await stage.server.start();
    await stage.tick('2026-03-30 09:12');
    expect((await lead.askCode()).status).toBe(200);
  });
});

describe('another site', () => {
  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('cannot have a browser answer: %o', async (headers) => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    await lead.askCode();
    const { status } = await lead.send({ answer: 'provided' }, lead.newest(), headers);
    expect(status).toBe(403);
    expect(await answered(stage)).toEqual([]);
  });

  it('cannot show the page inside its own, nor learn its address', async () => {
    const { headers } = await reader(await asked(), 'probation-lead').open();
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });
});

describe('a header', () => {
  const EVIL = fc
    .tuple(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\0'),
      fc.constantFrom('Bcc: x@y.example', 'Subject: z', '\r\n\r\n<p>'),
      fc.string({ maxLength: 20 }),
    )
    .map((parts) => parts.join(''));

  it('is not begun by anything that a field may hold', async () => {
    await fc.assert(
      fc.asyncProperty(EVIL, EVIL, EVIL, async (subject, id, thread) => {
        const mail = {
          ...{ to: 'a@b.example' as Address, text: 'x', html: '<p>x</p>' },
          ...{ subject, id, thread, isDigest: true },
        };
        const settings = { from: 'heed@m.example' as Address, replies: 'o@m.example' as Address };
        const raw = (
          await new MailComposer(headersOf(mail, settings)).compile().build()
        ).toString();
        const names = raw
          .slice(0, raw.indexOf('\r\n\r\n'))
          .split('\r\n')
          .filter((line) => !/^\s/.test(line))
          .map((line) => line.split(':')[0]?.toLowerCase());
        expect(names.toSorted()).toEqual([
          ...['auto-submitted', 'content-type', 'date', 'from', 'in-reply-to', 'list-unsubscribe'],
          ...['message-id', 'mime-version', 'references', 'reply-to', 'subject', 'to'],
          'x-auto-response-suppress',
        ]);
        expect(oneLine(subject)).not.toMatch(/[\r\n\u2028\u0085\0]/);
      }),
      { numRuns: 200 },
    );
  });

  it('holds nothing of what somebody has typed into any field', async () => {
    const stage = await emailStage();
    const typed = 'zebra crossing';
    await stage.says(
      'manager',
      `/request new what="${typed}" kind=data to=probation basis="${typed}" due=2026-05-01`,
    );
    await stage.says(
      'manager',
      `/action add what="${typed}" owner=probation-lead due=2026-04-08 source="${typed}"`,
    );
    await stage.passTo('2026-05-05 09:00');
    const mails = stage.server.taken.map(readMail);
    expect(mails.some(({ text }) => text.includes(typed))).toBe(true);
    for (const { headers } of mails)
      expect([...headers.values()].join('\n')).not.toContain('zebra');
  });
});

const anyTo = (token: string) =>
  fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
    path: fc.oneof(
      fc
        .constantFrom('', '/', '/new', '/code', '/code/', '//', '?x=1', '/../x')
        .map((end) => `/answer/${token.slice(0, 42)}B${end}`),
      fc.webPath().map((path) => `/answer${path || '/'}`),
      fc
        .base64String({ minLength: 43, maxLength: 44 })
        .map((text) => `/answer/${encodeURIComponent(text)}`),
      fc.constantFrom('', '/new').map((end) => `/answer/${token}${end}`),
    ),
    body: fc.oneof(
      fc.string(),
      fc.constant('code=000000&answer=provided'),
      fc.constant('x'.repeat(20_000)),
    ),
    type: fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/json',
      'multipart/form-data',
      'text/plain',
    ),
  });

type Any = ReturnType<typeof anyTo> extends fc.Arbitrary<infer T> ? T : never;

const requestOf = (url: string, { method, path, body, type }: Any): Request =>
  new Request(new URL(path, url), {
    method,
    headers: { 'content-type': type },
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });

describe('ten thousand requests of any kind', () => {
  it('change nothing, and none is answered with a fault', async () => {
    const stage = await asked();
    const lead = reader(stage, 'probation-lead');
    const token = lead.newest().split('/').at(-1) ?? '';
    const { seq } = await stage.engine().store.read();
    const mails = stage.server.taken.length;
    const statuses = new Set<number>();
    const sample = fc.sample(anyTo(token), 10_000);
    const pages = stage.engine().email?.pages;
    for (const [n, one] of sample.entries()) {
      // Beyond 300 a minute nothing is looked at.
      if (n % 250 === 0) stage.minute();
      const response = await pages?.fetch(requestOf(stage.url, one));
      statuses.add(response?.status ?? 0);
    }
    expect([...statuses].toSorted()).toEqual([200, 404, 429]);
    expect((await stage.engine().store.read()).seq).toBe(seq);
    expect(stage.server.taken).toHaveLength(mails);
    expect(stage.bugs).toEqual([]);
  });

  it('that are no HTTP are cut off', async () => {
    const stage = await asked();
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(stage.url).port), '127.0.0.1', () =>
        socket.write('\0\0 nonsense\r\n\r\n'),
      );
      let all = '';
      socket.on('data', (part) => {
        all += part;
      });
      socket.on('close', () => resolve(all));
    });
    expect(said).toContain('400 Bad Request');
  });
});
