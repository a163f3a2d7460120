import { onTestFinished } from 'vitest';
import type { SlackChoice } from '../../../src/chat.ts';
import { type Instant, instant } from '../../../src/domain/day.ts';
import { type Engine, openEngine } from '../../../src/engine.ts';
import { connectEmail } from '../../../src/platforms/email/connect.ts';
import { type EmailSettings, readEmailSettings } from '../../../src/platforms/email/settings.ts';
import { passTime } from '../../../src/rehearsal/pass-time.ts';
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
  /** Where the outward server is. */
  readonly answers?: string;
  /** Slack beside it, over the same store. */
  readonly slack?: SlackChoice;
  readonly clock?: Clock;
}

/** Heed as it is run, with a mail server that a test plays, under a clock that the test moves. */
export interface EmailStage {
  readonly server: MailServer;
  readonly folder: string;
  readonly engine: () => Engine;
  readonly now: () => Instant;
  readonly bugs: readonly unknown[];
  readonly says: (who: string, typed: string) => Promise<string>;
  /** What lies in somebody's mailbox, oldest first. */
  readonly mailbox: (who: string) => readonly Read[];
  readonly passTo: (when: string) => Promise<void>;
  readonly tick: (when: string) => Promise<void>;
  readonly restart: (when: string) => Promise<void>;
}

export const addressOf = (who: string): string => `${who}@partners.example`;

export const emailStage = async (given: Given = {}): Promise<EmailStage> => {
  const { people = [...merton.people.keys()], answers = 'http://127.0.0.1:1' } = given;
  const clock = given.clock ?? aClock(given.at ?? '2026-03-30 09:00');
  const server = await mailServer();
  const settings = settingsFor(server.port, people, answers);
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
  onTestFinished(() => engine.close());
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
    folder,
    bugs,
    engine: () => engine,
    now: moved.now,
    says: async (who, typed) => {
      const { message } = await engine.heed.ask({ actor: who, via: 'local', asking: { typed } });
      await engine.heed.deliver();
      return message.title;
    },
    mailbox: (who) => server.to(addressOf(who)).map(readMail),
    passTo: (when) =>
      passTime(
        { ...engine, heed: { tick: look }, arrangement: merton, clock: moved },
        moment(when),
      ),
    tick: async (when) => {
      await moveTo(moment(when));
      await look();
    },
    restart: async (when) => {
      await engine.close();
      await moveTo(moment(when));
      engine = await open();
      await look();
    },
  };
};

const settingsFor = (port: number, people: readonly string[], answers: string): EmailSettings =>
  readEmailSettings(
    [
      'from: heed@merton.example',
      'replies: office@merton.example',
      `answers: ${answers}`,
      `smtp: { host: localhost, port: ${port}, ca: ${JSON.stringify(CERTIFICATE)} }`,
      'people:',
      ...people.map((id) => `  ${id}: ${addressOf(id)}`),
    ].join('\n'),
    {},
    merton,
  );
