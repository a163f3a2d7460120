import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../src/platforms/email/mail.ts';
import { type Address, readEmailSettings } from '../../../src/platforms/email/settings.ts';
import { smtp, tryLogin } from '../../../src/platforms/email/smtp.ts';
import { CERTIFICATE } from '../../support/email/certificate.ts';
import { readMail } from '../../support/email/read.ts';
import { type MailServer, mailServer, type Rules } from '../../support/email/server.ts';
import { merton } from '../../support/given.ts';

const settingsFor = (port: number, more: readonly string[] = [], secrets = {}) =>
  readEmailSettings(
    [
      'from: heed@merton.example',
      'replies: office@merton.example',
      'smtp:',
      '  host: localhost',
      `  port: ${port}`,
      `  ca: ${JSON.stringify(CERTIFICATE)}`,
      ...more,
      'people: {}',
    ].join('\n'),
    secrets,
    merton,
  );

const MAIL: Mail = {
  to: 'lead@probation.example' as Address,
  subject: 'IR-2026-1: data is asked of your agency, by Fri 1 May',
  text: 'Please answer.',
  html: '<p>Please answer.</p>',
  id: 'one@merton.example',
  thread: 'ir-2026-1.record@merton.example',
};

const sentBy = async (rules: Rules, more?: readonly string[]) => {
  const server = await mailServer();
  server.rules = rules;
  const posted = await smtp(settingsFor(server.port, more), 2000)(MAIL);
  return { posted, server };
};

describe('a mail server', () => {
  it('takes a message over TLS, with its headers', async () => {
    const { posted, server } = await sentBy({});
    expect(posted).toEqual({ is: 'taken' });
    const [taken] = server.taken;
    expect(taken).toMatchObject({ to: MAIL.to, from: 'heed@merton.example', isSecure: true });
    const { headers, subject, text, html } = readMail({ raw: taken?.raw ?? '' });
    expect(subject).toBe(MAIL.subject);
    expect([text, html]).toEqual([MAIL.text, MAIL.html]);
    expect(Object.fromEntries(headers)).toMatchObject({
      from: 'Heed <heed@merton.example>',
      to: MAIL.to,
      'reply-to': 'office@merton.example',
      'message-id': '<one@merton.example>',
      'in-reply-to': '<ir-2026-1.record@merton.example>',
      references: '<ir-2026-1.record@merton.example>',
      'auto-submitted': 'auto-generated',
    });
    expect(headers.has('list-unsubscribe')).toBe(false);
  });

  it('lets digests alone be declined', async () => {
    const server = await mailServer();
    await smtp(settingsFor(server.port))({ ...MAIL, isDigest: true });
    expect(readMail({ raw: server.taken[0]?.raw ?? '' }).headers.get('list-unsubscribe')).toBe(
      '<mailto:office@merton.example?subject=No%20more%20digests>',
    );
  });

  it('is given nothing where it has no TLS, whatever it would take', async () => {
    const server = await mailServer({ tls: 'none' });
    expect(await smtp(settingsFor(server.port))(MAIL)).toEqual({ is: 'away', why: 'no-tls' });
    expect(server.taken).toEqual([]);
  });

  it('is given nothing where nobody vouches for it', async () => {
    const server = await mailServer();
    const { smtp: own, ...settings } = settingsFor(server.port);
    const { ca: _, ...strange } = own;
    expect(await smtp({ ...settings, smtp: strange })(MAIL)).toEqual({ is: 'away', why: 'no-tls' });
    expect(server.taken).toEqual([]);
  });

  it('may speak TLS from the start, and on this machine none', async () => {
    for (const tls of ['implicit', 'none'] as const) {
      const server = await mailServer({ tls });
      expect(await smtp(settingsFor(server.port, [`  tls: ${tls}`]))(MAIL)).toEqual({
        is: 'taken',
      });
    }
  });

  it('lets in who has the password', async () => {
    const server = await mailServer({ login: { user: 'heed', pass: 'right' } });
    const settings = (EMAIL_PASSWORD: string) =>
      settingsFor(server.port, ['  user: heed'], { EMAIL_PASSWORD });
    expect(await smtp(settings('right'))(MAIL)).toEqual({ is: 'taken' });
    expect(await smtp(settings('wrong'))(MAIL)).toEqual({ is: 'away', why: 'no-login' });
    expect(await tryLogin(settings('right'))).toEqual({ is: 'taken' });
    expect(server.taken).toHaveLength(1);
  });

  it.each<readonly [string, Rules, object]>([
    ['a greylist', { rcpt: () => ({ code: 451 }) }, { is: 'later' }],
    ['a full queue', { data: () => ({ code: 452 }) }, { is: 'later' }],
    ['no such mailbox', { rcpt: () => ({ code: 550 }) }, { is: 'refused' }],
    ['a message it does not like', { data: () => ({ code: 554 }) }, { is: 'refused' }],
    [
      'a sender it does not allow',
      { sender: () => ({ code: 550 }) },
      { is: 'away', why: 'sender' },
    ],
    ['a line cut before it answers', { data: () => 'hang up' }, { is: 'unsure' }],
  ])('says %s', async (_, rules, outcome) => {
    const { posted, server } = await sentBy(rules);
    expect(posted).toEqual(outcome);
    expect(server.taken).toEqual([]);
  });

  it('may not be there at all', async () => {
    const server: MailServer = await mailServer();
    await server.stop();
    const unreachable = { is: 'away', why: 'unreachable' };
    expect(await smtp(settingsFor(server.port))(MAIL)).toEqual(unreachable);
  });
});
