import { describe, expect, it } from 'vitest';
import { checkEmail } from '../../src/platforms/email/checks.ts';
import { readEmailSettings } from '../../src/platforms/email/settings.ts';
import { CERTIFICATE } from '../support/email/certificate.ts';
import { mailbox, report } from '../support/email/imap.ts';
import { mailServer } from '../support/email/server.ts';
import { merton } from '../support/given.ts';

const looked = async (
  more: string,
  password = 'right',
  secrets: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> => {
  const server = await mailServer({ login: { user: 'heed', pass: 'right' } });
  const yaml = [
    'from: heed@merton.example',
    'replies: office@merton.example',
    `smtp: { host: localhost, port: ${server.port}, user: heed, ca: ${JSON.stringify(CERTIFICATE)} }`,
    'people: { probation-lead: lead@probation.example }',
    more,
  ].join('\n');
  const found = await checkEmail(
    readEmailSettings(yaml, { EMAIL_PASSWORD: password, ...secrets }, merton),
    2000,
  );
  expect(server.taken).toEqual([]);
  return found.map(({ is, sentence }) => `${is}: ${sentence}`);
};

describe('what the doctor says of e-mail', () => {
  it('where all is well', async () => {
    expect(await looked('answers: https://heed.merton.example')).toEqual([
      'well: the mail server is spoken to over TLS, and lets Heed in.',
      expect.stringMatching(/^note: imap is not set/),
      'well: links lead to https://heed.merton.example.',
      'well: 1 person of the roster can be told.',
    ]);
  });

  it('where the password is not right, and there are no pages', async () => {
    const [server, , pages] = await looked('', 'another');
    expect(server).toBe(
      'wrong: localhost: it does not let Heed in. Check user, and set EMAIL_PASSWORD anew.',
    );
    expect(pages).toMatch(/^note: answers is not set/);
  });

  it.each([
    ['right', 'well: the mailbox that returned mail comes to can be looked into.'],
    ['wrong', expect.stringMatching(/^wrong: localhost: it does not let Heed in/)],
  ])('where the password of the mailbox is %s', async (password, says) => {
    const box = await mailbox();
    box.arrives(report({ id: '<one@merton.example>' }));
    const imap = `imap: { host: localhost, port: ${box.port}, user: heed, ca: ${JSON.stringify(CERTIFICATE)} }`;
    const [, found] = await looked(imap, 'right', { EMAIL_IMAP_PASSWORD: password });
    expect(found).toEqual(says);
    expect(box.letters[0]?.seen).toBe(false);
  });
});
