import type { Asking } from '../app/decide.ts';
import type { Message } from '../app/message.ts';
import type { Store } from '../app/ports.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import type { Instant } from '../domain/day.ts';
import type { Ref } from '../domain/reference.ts';
import { nextReminder } from '../domain/reminders.ts';
import { assemble, type Heed } from '../heed.ts';
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
  const letTimePass = async (to: Instant): Promise<void> => {
    for (;;) {
      const next = nextReminder(await stage.store.read(), stage.arrangement, now);
      if (!next || next > to) break;
      now = next;
      await heed.tick();
    }
    now = to;
  };
  const ask = async (who: string, asking: Asking | undefined, nothing: Message): Promise<void> => {
    if (!asking) return tell('refusal', who, nothing);
    const { is, message } = await heed.ask({ actor: who, via: 'rehearsal', asking });
    tell(is === 'accepted' ? 'reply' : 'refusal', who, message);
    await heed.deliver();
  };
  const perform = async ({ does }: Step): Promise<void> => {
    if (does.is === 'clock') return;
    const { who } = does;
    tell('asked', who, said(does));
    if (does.is === 'says') return ask(who, { typed: does.typed }, said(does));
    const found = pressed(sent.get(who) ?? [], does.label, does.on);
    return ask(who, found, noButton(sent.get(who) ?? [], does.on));
  };
  return { heed, letTimePass, perform };
};

const said = (does: Exclude<Step['does'], { is: 'clock' }>): Message => ({
  title: does.is === 'says' ? does.typed : `presses "${does.label}" on ${does.on}`,
  blocks: [],
  buttons: [],
  about: [],
});

const about = (messages: readonly Message[], on: Ref) =>
  messages.flatMap(({ buttons }) => buttons.filter(({ record }) => record === on));

/** The button of that label on the newest message about that record which the person was sent. */
const pressed = (messages: readonly Message[], label: string, on: Ref): Asking | undefined =>
  about(messages, on).find((button) => button.label.replace(` (${on})`, '') === label);

const noButton = (messages: readonly Message[], on: Ref): Message => {
  const labels = new Set(about(messages, on).map(({ label }) => `"${label}"`));
  const there =
    labels.size > 0 ? `The buttons there are: ${[...labels].join(', ')}.` : 'There is none on it.';
  return {
    title: `There is no such button on a message about ${on} that you were sent. ${there}`,
    blocks: [],
    buttons: [],
    about: [],
  };
};
