import { addMinutes, type Instant } from '../../domain/day.ts';
import type { Trouble } from '../../domain/trouble.ts';
import type { Away, Mail, Post, Posted } from './mail.ts';
import type { Address } from './settings.ts';

interface Parts {
  readonly post: Post;
  readonly now: () => Instant;
  readonly report: (found: readonly Trouble[], over?: readonly string[]) => Promise<void>;
}

/** The mail server as Heed knows it: one message after another, and not again at once what was not taken. */
export interface Office {
  /** The mail is drawn when its turn has come: what cannot be handed over leaves no links behind. */
  readonly post: (to: Address, draw: () => Promise<Mail>) => Promise<Posted>;
  /** Whether it is no use to try: the server is away, or takes nothing for this address for now. */
  readonly isHeld: (to: string) => boolean;
}

/** A server that is away is asked once a minute, with one message rather than with everybody's. */
const AWAY_MINUTES = 1;
/** Greylists mostly let go after five minutes. */
const LATER_MINUTES = 5;
/** How long a server may be away before the business unit is told: many are started anew at night. */
const PATIENCE_MINUTES = 15;

export const mailOffice = ({ post, now, report }: Parts): Office => {
  const held = new Map<string, Instant>();
  let awayUntil: Instant | undefined;
  let awaySince: Instant | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const isHeld = (to: string): boolean =>
    [awayUntil, held.get(to)].some((until) => until !== undefined && now() < until);

  const isAway = async (why: Away): Promise<void> => {
    awayUntil = addMinutes(now(), AWAY_MINUTES);
    awaySince ??= now();
    if (why !== 'unreachable' || addMinutes(awaySince, PATIENCE_MINUTES) <= now())
      await report([troubleOf(why)]);
  };
  const isBack = async (): Promise<void> => {
    [awayUntil, awaySince] = [undefined, undefined];
    await report([], [KEY]);
  };
  const postNow = async (to: Address, draw: () => Promise<Mail>): Promise<Posted> => {
    if (isHeld(to)) return { is: 'later' };
    const posted = await post(await draw());
    if (posted.is === 'away') await isAway(posted.why);
    else if (posted.is !== 'unsure') await isBack();
    if (posted.is === 'later') held.set(to, addMinutes(now(), LATER_MINUTES));
    else held.delete(to);
    return posted;
  };
  return {
    isHeld,
    post: (to, draw) => {
      const posted = queue.then(() => postNow(to, draw));
      queue = posted.catch(() => undefined);
      return posted;
    },
  };
};

const KEY = 'email/server';

const troubleOf = (why: Away): Trouble => ({ key: KEY, sentence: SAID[why], lasts: true });

const SAID: Readonly<Record<Away, string>> = {
  unreachable:
    'The mail server cannot be reached, so nobody is told by e-mail; everything is kept and goes out once it can. Ask whoever runs it.',
  'no-tls':
    'The mail server offers no safe connection (TLS), or one that cannot be believed, so nothing is sent by e-mail; everything is kept. Ask whoever runs it, and see npm run doctor.',
  'no-login':
    'The mail server does not let Heed in, so nothing is sent by e-mail; everything is kept. Set EMAIL_PASSWORD anew, and see npm run doctor.',
  sender:
    'The mail server does not let Heed write from the address that is set as from, so nothing is sent by e-mail; everything is kept. Ask whoever runs it to allow it, or set another address.',
};
