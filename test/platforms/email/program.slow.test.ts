import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { instant } from '../../../src/domain/day.ts';
import type { PersonId } from '../../../src/domain/signed.ts';
import { openStore } from '../../../store/open.ts';
import { markRehearsal } from '../../../store/standing-clock.ts';
import { freePort } from '../../support/browser.ts';
import { CERTIFICATE } from '../../support/email/certificate.ts';
import { readMail } from '../../support/email/read.ts';
import { mailServer } from '../../support/email/server.ts';
import { moment } from '../../support/given.ts';
import { startHeed } from '../../support/start-heed.ts';
import { aFolder } from '../../support/workspace.ts';

const LOGIN = { user: 'heed', pass: 'the password of the tests' };
const LEAD = 'duty.desk@probation.example';
const BEGIN = '2026-03-30 09:00';

/** A folder whose clock stands at nine on a working morning, and in which something is written: no example is played. */
const aMorning = async (): Promise<string> => {
  const dir = await aFolder();
  await markRehearsal(dir, moment(BEGIN));
  const store = await openStore(dir);
  await store.append({
    ...{ seq: 1, at: instant(moment(BEGIN)), by: 'heed' as PersonId, via: 'clock' },
    ...{ asked: 'sweep', changes: [], queued: [] },
  });
  await store.close();
  return dir;
};

const settingsFile = async (dir: string, smtp: number, front: number): Promise<string> => {
  const path = join(dirname(dir), 'email.yaml');
  const lines = [
    'from: heed@merton.example',
    'replies: office@merton.example',
    `smtp: { host: localhost, port: ${smtp}, user: ${LOGIN.user}, ca: ${JSON.stringify(CERTIFICATE)} }`,
    `answers: http://127.0.0.1:${front}`,
    `people: { probation-lead: ${LEAD} }`,
  ];
  await writeFile(path, lines.join('\n'));
  return path;
};

const postTo = (url: string, path: string, body: object): Promise<Response> =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const submit = async (url: string, fields: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, html: await response.text() };
};

it('the program itself tells by e-mail over TLS, and takes the answer by the link, before and after it is killed', async () => {
  const server = await mailServer({ tls: 'starttls', login: LOGIN });
  const dir = await aMorning();
  const [port, front] = [await freePort(), await freePort()];
  const settings = {
    HEED_EMAIL: await settingsFile(dir, server.port, front),
    EMAIL_PASSWORD: LOGIN.pass,
    FRONT_PORT: String(front),
  };
  const heed = await startHeed(dir, port, settings);
  const typed = '/request new what="Attendance" kind=data to=probation due=2026-05-01';
  expect((await postTo(heed.url, '/api/ask', { who: 'manager', typed })).status).toBe(200);
  expect((await postTo(heed.url, '/api/clock', { to: 'tomorrow' })).status).toBe(200);
  const mails = () => server.to(LEAD).map(readMail);
  await expect.poll(() => mails().length).toBe(1);
  expect(server.taken.every(({ isSecure }) => isSecure)).toBe(true);
  expect(mails()[0]?.subject).toBe('IR-2026-1: data is asked of your agency, by Fri 1 May');

  const link = mails()[0]?.links[0] ?? '';
  expect(link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${front}/answer/`));
  expect(await (await fetch(link)).text()).toContain('Attendance');
  expect((await submit(`${link}/code`)).html).toContain('The code is on its way');
  const code = /^(\d{6}) is the code/m.exec(mails()[1]?.text ?? '')?.[1] ?? '';

  await heed.kill();
  const again = await startHeed(dir, port, settings);
  expect((await submit(link, { code, answer: 'nil-return' })).html).toContain(
    'IR-2026-1: the answer is recorded',
  );
  expect((await submit(link, { code, answer: 'provided' })).status).toBe(410);
  // The pages of the machine itself are not behind the outward port.
  expect((await fetch(`http://127.0.0.1:${front}/api/workspace`)).status).toBe(404);
  await again.kill();

  const store = await openStore(dir);
  const answered = (await Array.fromAsync(store.entries())).filter(({ changes }) =>
    changes.some(({ type }) => type === 'request-answered'),
  );
  await store.close();
  expect(answered).toMatchObject([{ by: 'probation-lead', via: 'email', asked: 'request answer' }]);
});
