import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { asText } from '../../../src/app/message.ts';
import type { SlackChoice } from '../../../src/chat.ts';
import { type Instant, instant } from '../../../src/domain/day.ts';
import { type Engine, openEngine } from '../../../src/engine.ts';
import { listenFront } from '../../../src/front.ts';
import { connectEmail } from '../../../src/platforms/email/connect.ts';
import { type EmailSettings, readEmailSettings } from '../../../src/platforms/email/settings.ts';
import { passTime } from '../../../src/rehearsal/pass-time.ts';
import { freePort } from '../browser.ts';
import { merton, moment } from '../given.ts';
import { aClock, type Clock } from '../teams-stage.ts';
import { aFolder } from '../workspace.ts';
import { CERTIFICATE } from './certificate.ts';
import { type Read, readMail } from './read.ts';
import { type MailServer, mailServer } from './server.ts';

interface Given {
  /** When it begins, on London's clocks. */
  readonly at?: string;
  /** Who is reached by e-mail; everybody, where nothing is said. */
  readonly people?: readonly string[];
  /** What the mail server has of TLS; Heed wants STARTTLS. */
  readonly tls?: 'starttls' | 'none';
  /** The mailbox that what cannot be delivered comes back to. */
  readonly imap?: { readonly port: number; readonly password: string };
  /** Slack beside it, over the same store. */
  readonly slack?: SlackChoice;
  readonly clock?: Clock;
}

/** Heed as it is run, with a mail server that a test plays, under a clock that the test moves. */
export interface EmailStage {
  readonly server: MailServer;
  /** The outward server, as its proxy would show it. */
  readonly url: string;
  readonly folder: string;
  readonly engine: () => Engine;
  readonly now: () => Instant;
  readonly bugs: readonly unknown[];
  /** All that is on the disk. */
  readonly files: () => Promise<readonly string[]>;
  readonly says: (who: string, typed: string) => Promise<string>;
  /** All that somebody is answered who only looks. */
  readonly shows: (who: string, typed: string) => Promise<string>;
  /** What lies in somebody's mailbox, oldest first. */
  readonly mailbox: (who: string) => readonly Read[];
  /** Somebody has another address in the settings from now on. */
  readonly moves: (who: string, to: string) => void;
  readonly passTo: (when: string) => Promise<void>;
  readonly tick: (when: string) => Promise<void>;
  /** Lets a minute pass in which nobody looks. */
  readonly minute: () => void;
  /** `meanwhile`: what becomes of its folder while it does not run. */
  readonly restart: (when: string, meanwhile?: () => Promise<void>) => Promise<void>;
}

export const addressOf = (who: string): string => `${who}@partners.example`;

export const emailStage = async (given: Given = {}): Promise<EmailStage> => {
  const { people = [...merton.people.keys()] } = given;
  const clock = given.clock ?? aClock(given.at ?? '2026-03-30 09:00');
  const server = await mailServer({ tls: given.tls });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = settingsFor({ server: server.port, url, people, imap: given.imap });
  const folder = await aFolder();
  const bugs: unknown[] = [];
  const onBug = (bug: unknown): string => {
    bugs.push(bug);
    return 'CODE';
  };
  const open = (): Promise<Engine> =>
    openEngine({
      folder,
      arrangement: merton,
      machineTime: () => instant(clock.now()),
      onBug,
      onTrouble: (problem) => void onBug(problem),
      slack: given.slack,
      email: { connect: connectEmail, settings, timeoutMs: 2000 },
    });
  let engine = await open();
  const front = await listenFront({
    host: '127.0.0.1',
    port,
    slack: undefined,
    teams: undefined,
    answers: { fetch: (...asked) => pagesOf(engine).fetch(...asked) },
    outward: new Hono(),
  });
  onTestFinished(async () => {
    await front.close();
    await engine.close();
  });
  const look = async (): Promise<void> => {
    await engine.chat.reach();
    await engine.heed.tick();
    engine.chat.tick();
    await engine.chat.idle();
  };
  await look();
  const moveTo = async (to: Instant): Promise<void> => clock.set(Date.parse(to));
  const moved = { now: () => instant(clock.now()), moveTo };
  return {
    server,
    url,
    folder,
    bugs,
    files: async () => {
      const names = await readdir(folder);
      return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
    },
    engine: () => engine,
    now: moved.now,
    says: async (who, typed) => {
      const { message } = await engine.heed.ask({ actor: who, via: 'local', asking: { typed } });
      await engine.heed.deliver();
      return message.title;
    },
    shows: async (who, typed) =>
      asText((await engine.heed.look({ actor: who, via: 'local', asking: { typed } })).message),
    mailbox: (who) => server.to(addressOf(who)).map(readMail),
    moves: (who, to) =>
      void (settings.people as unknown as Map<string, readonly string[]>).set(who, [addressOf(to)]),
    passTo: (when) =>
      passTime(
        { ...engine, heed: { tick: look }, arrangement: merton, clock: moved },
        moment(when),
      ),
    tick: async (when) => {
      await moveTo(moment(when));
      await look();
    },
    minute: () => clock.set(clock.now() + 60_000),
    restart: async (when, meanwhile) => {
      await engine.close();
      await meanwhile?.();
      await moveTo(moment(when));
      engine = await open();
      await look();
    },
  };
};

const pagesOf = ({ email }: Engine) => {
  if (!email?.pages) throw new Error('there are no pages');
  return email.pages;
};

interface Places extends Pick<Given, 'imap'> {
  readonly server: number;
  readonly url: string;
  readonly people: readonly string[];
}

const settingsFor = ({ server, url, people, imap }: Places): EmailSettings =>
  readEmailSettings(
    [
      'from: heed@merton.example',
      'replies: office@merton.example',
      `answers: ${url}`,
      `smtp: { host: localhost, port: ${server}, ca: ${JSON.stringify(CERTIFICATE)} }`,
      ...(imap
        ? [
            `imap: { host: localhost, port: ${imap.port}, user: heed, ca: ${JSON.stringify(CERTIFICATE)} }`,
          ]
        : []),
      'people:',
      ...people.map((id) => `  ${id}: ${addressOf(id)}`),
    ].join('\n'),
    { EMAIL_IMAP_PASSWORD: imap?.password },
    merton,
  );
