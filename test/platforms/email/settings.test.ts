import { describe, expect, it } from 'vitest';
import { readEmailSettings } from '../../../src/platforms/email/settings.ts';
import { merton } from '../../support/given.ts';

const YAML = [
  'from: heed@merton.example',
  'replies: office@merton.example',
  'smtp: { host: smtp.merton.example, user: heed }',
  'answers: https://heed.merton.example/',
  'people:',
  '  probation-lead: Duty.Desk@Probation.example',
  '  police-lead: [lead@police.example, desk@police.example]',
].join('\n');

const read = (yaml: string, secrets: Readonly<Record<string, string>> = { EMAIL_PASSWORD: 'p' }) =>
  readEmailSettings(yaml, secrets, merton);

describe('the settings for e-mail', () => {
  it('are a mail server, the address of the pages, and who is where', () => {
    const { smtp, answers, people } = read(YAML);
    expect(smtp).toEqual({
      host: 'smtp.merton.example',
      port: 587,
      tls: 'starttls',
      user: 'heed',
      password: 'p',
    });
    expect(answers).toBe('https://heed.merton.example');
    expect([...people]).toEqual([
      ['probation-lead', ['duty.desk@probation.example']],
      ['police-lead', ['lead@police.example', 'desk@police.example']],
    ]);
  });

  it.each([
    [
      'tls: none',
      YAML.replace('user: heed', 'tls: none'),
      'smtp.tls: none is for a mail server on',
    ],
    [
      'a password in the open',
      YAML.replace('host: smtp.merton.example', 'host: localhost, tls: none'),
      'a password is never sent without TLS',
    ],
    ['a page without TLS', YAML.replace('https:', 'http:'), 'begins with https://'],
    ['a page with a path', YAML.replace('example/', 'example/x'), 'an address without a path'],
    ['nobody', YAML.replace('probation-lead', 'mayor'), 'people.mayor: nobody of that id'],
    [
      'one mailbox for two',
      YAML.replace('desk@police', 'DUTY.desk@probation'),
      'people.police-lead: it has an address of probation-lead. Each needs its own',
    ],
    ['a line end', YAML.replace('Duty.Desk@', '"a\\r\\nBcc: x@y.example,b@'), 'not YAML'],
    [
      'a header',
      YAML.replace('Duty.Desk@Probation.example', '"a@b.example\\r\\nBcc: x@y.example"'),
      'expected an address',
    ],
    [
      'a name before it',
      YAML.replace('Duty.Desk@Probation.example', '"Lead <a@b.example>"'),
      'expected an address',
    ],
    [
      'two',
      YAML.replace('Duty.Desk@Probation.example', '"a@b.example, c@d.example"'),
      'expected an address',
    ],
    ['two dots', YAML.replace('Duty.Desk', 'Duty..Desk'), 'without two dots together'],
  ])('cannot be %s', (_, yaml, mistake) => {
    expect(() => read(yaml)).toThrow(mistake);
  });

  it('need the password of whoever logs in, and no other', () => {
    expect(() => read(YAML, {})).toThrow('EMAIL_PASSWORD is not set in the environment');
    expect(read(YAML.replace(', user: heed', ''), {}).smtp.password).toBe('');
  });
});
