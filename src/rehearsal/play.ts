import { type Button, type Message, plain } from '../app/message.ts';
import type { Store } from '../app/ports.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import { assemble, type Heed } from '../heed.ts';
import { passTime } from './pass-time.ts';
import { BadScript, type Script, type Step } from './script.ts';

/** Something that was said to somebody, or that somebody asked. */
export interface Happening {
  readonly at: Instant;
  readonly kind: 'asked' | 'reply' | 'refusal' | 'notice';
  readonly who: string;
  readonly message: Message;
}

interface Stage {
  readonly arrangement: Arrangement;
  readonly store: Store;
  readonly tell: (happening: Happening) => void;
  readonly onBug: (bug: unknown) => string;
}

/** Plays a script through the whole bot, under a clock of its own. Throws BadScript. */
export const play = async (script: Script, stage: Stage): Promise<void> => {
  const [first] = script.steps;
  if (!first) return;
  await checkFit(script.steps, stage);
  const theatre = curtain(first.at, stage);
  await theatre.heed.tick();
  for (const step of script.steps) {
    await theatre.letTimePass(step.at);
    await theatre.perform(step);
  }
};

/** Everybody named is on the roster, and the clock does not go back behind what is stored. */
const checkFit = async (steps: readonly Step[], { arrangement, store }: Stage): Promise<void> => {
  for (const { line, does } of steps)
    if ('who' in does && !arrangement.people.has(does.who as never))
      throw new BadScript(
        line,
        `expected somebody on the roster of ${arrangement.name}, such as @manager or @notifier`,
      );
  const { lastAt } = await store.read();
  const [first] = steps;
  if (first && lastAt && first.at < lastAt)
    throw new BadScript(first.line, 'expected a time after the last entry of the folder');
};

const curtain = (start: Instant, stage: Stage) => {
  let now = start;
  const sent = new Map<string, Message[]>();
  const tell = (kind: Happening['kind'], who: string, message: Message): void => {
    if (kind !== 'asked') sent.set(who, [message, ...(sent.get(who) ?? [])]);
    stage.tell({ at: now, kind, who, message });
  };
  const heed: Heed = assemble({
    ...stage,
    now: () => now,
    courier: {
      send: async ({ id }, message) => {
        tell('notice', id, message);
        return 'sent';
      },
    },
  });
  const clock = {
    now: () => now,
    moveTo: async (to: Instant) => {
      now = to;
    },
  };
  const letTimePass = (to: Instant): Promise<void> => passTime({ ...stage, heed, clock }, to);
  const perform = async ({ does }: Step): Promise<void> => {
    if (does.is === 'clock') return;
    const asking = does.is === 'says' ? { typed: does.typed } : pressed(sent.get(does.who), does);
    const { is, asked, message } = asking
      ? await heed.ask({ actor: does.who, via: 'rehearsal', asking })
      : { is: 'refused', asked: '', message: noButton(sent.get(does.who), does) };
    tell('asked', does.who, plain(said(does, is === 'refused' ? asked : undefined)));
    tell(is === 'accepted' ? 'reply' : 'refusal', does.who, message);
    await heed.deliver();
  };
  return { heed, letTimePass, perform };
};

type Doing = Exclude<Step['does'], { is: 'clock' }>;

/** What was typed, but for a command that was declined: it may hold what must not be repeated. */
const said = (does: Doing, declined: string | undefined): string => {
  if (does.is === 'presses') return `presses "${does.label}" on ${does.on}`;
  return declined === undefined ? does.typed : `/${declined} …`;
};

const buttonsAbout = (messages: readonly Message[] = [], does: Doing): readonly Button[] =>
  does.is === 'presses'
    ? messages.flatMap(({ buttons }) => buttons.filter(({ record }) => record === does.on))
    : [];

/** The button of that label on the newest message about that record which the person was sent. */
const pressed = (
  messages: readonly Message[] | undefined,
  does: Extract<Doing, { is: 'presses' }>,
): Button | undefined =>
  buttonsAbout(messages, does).find(({ label }) =>
    [label, label.replace(` (${does.on})`, '')].includes(does.label),
  );

const noButton = (messages: readonly Message[] | undefined, does: Doing): Message => {
  const labels = new Set(buttonsAbout(messages, does).map(({ label }) => `"${label}"`));
  const there = labels.size > 0 ? `Those there are: ${[...labels].join(', ')}.` : 'There is none.';
  return plain(`No message about this record that you were sent has such a button. ${there}`);
};
