import { addMinutes, type Instant } from '../../domain/day.ts';
import type { Trouble } from '../../domain/trouble.ts';
import type { Email } from './email.ts';
import { type Looked, lookAtReports } from './mailbox.ts';
import { returnedIn } from './returned.ts';

/** Looks for what came back, now and then, beside everything else. */
export interface Reports {
  readonly tick: () => void;
  readonly idle: () => Promise<void>;
}

const EVERY_MINUTES = 5;
/** A mailbox that cannot be reached is told after so long; one that lets Heed in no more, at once. */
const PATIENCE_MINUTES = 30;
const TIMEOUT_MS = 20_000;

export const reports = (email: Email, timeoutMs = TIMEOUT_MS): Reports => {
  const { imap } = email.settings;
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  let next: Instant | undefined;
  let goodAt = email.now();
  const look = async (): Promise<void> => {
    if (!imap) return;
    const looked = await lookAtReports(imap, (source) => deal(email, source), timeoutMs);
    if (looked === 'looked') goodAt = email.now();
    await tell(email, looked, goodAt);
  };
  return {
    tick: () => {
      if (!imap || isRunning || (next && email.now() < next)) return;
      next = addMinutes(email.now(), EVERY_MINUTES);
      isRunning = true;
      running = look()
        .catch(email.onTrouble)
        .finally(() => {
          isRunning = false;
        });
    },
    idle: () => running,
  };
};

/** A report about a message that Heed did not send, or about one that it knows of already, changes nothing. */
const deal = async ({ register, cameBack }: Email, source: Buffer): Promise<void> => {
  const id = await returnedIn(source);
  const sent = id === undefined ? undefined : register.sent(id);
  if (sent) await cameBack(sent.keys, sent.person);
};

const KEY = 'email/returned';

const tell = async ({ report, now }: Email, looked: Looked, goodAt: Instant): Promise<void> => {
  if (looked === 'looked') return report([], [KEY]);
  const isPatient = looked === 'unreachable' && addMinutes(goodAt, PATIENCE_MINUTES) > now();
  if (!isPatient) await report([troubleOf(looked)]);
};

const troubleOf = (looked: Exclude<Looked, 'looked'>): Trouble => ({
  key: KEY,
  sentence: `The mailbox that returned e-mail comes to ${SAID[looked]}, so nobody knows what has come back. Ask whoever runs the mail server, and look into the mailbox yourself meanwhile.`,
  lasts: true,
});

const SAID = {
  unreachable: 'cannot be reached',
  'no-login': 'does not let Heed in',
} as const;
