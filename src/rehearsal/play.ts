import { type Button, isDigest, type Message, plain } from '../app/message.ts';
import type { Store } from '../app/ports.ts';
import type { Arrangement } from '../domain/arrangement.ts';
import { everybodyIn } from '../domain/arrangement-on.ts';
import { type Instant, londonDay } from '../domain/day.ts';
import { inForce } from '../domain/in-force.ts';
import type { Ledger } from '../domain/ledger.ts';
import { assemble, type Heed } from '../heed.ts';
import { passTime } from './pass-time.ts';
import { BadScript, type Script, type Step } from './script.ts';

/** Something that was said to somebody, or that somebody asked. */
export interface Happening {
  readonly at: Instant;
  readonly kind: 'asked' | 'reply' | 'refusal' | 'notice' | 'digest';
  readonly who: string;
  readonly message: Message;
  /** As the roster has it at that moment. */
  readonly arrangement: Arrangement;
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
const checkFit = async (steps: readonly Step[], stage: Stage): Promise<void> => {
  const ledger = await stage.store.read();
  const stranger = strangerIn(steps, peopleAt(ledger, stage.arrangement, steps));
  if (stranger)
    throw new BadScript(
      stranger.line,
      `expected somebody on the roster of ${stage.arrangement.name}, such as @manager or @notifier`,
    );
  const [first] = steps;
  if (first && ledger.lastAt && first.at < ledger.lastAt)
    throw new BadScript(first.line, 'expected a time after the last entry of the folder');
};

/** The first line of somebody who is not on the roster, and whom no line above it brings there. */
const strangerIn = (steps: readonly Step[], people: readonly string[]): Step | undefined => {
  const known = new Set(people);
  return steps.find(({ does }) => {
    if (does.is === 'says') for (const id of appointed(does.typed)) known.add(id);
    return 'who' in does && !known.has(does.who);
  });
};

/** Those of the arrangement, and those whom the roster of the folder has brought. */
const peopleAt = (
  ledger: Ledger,
  arrangement: Arrangement,
  [first]: readonly Step[],
): readonly string[] => [
  ...everybodyIn(arrangement).keys(),
  ...(first ? inForce(ledger, arrangement, londonDay(first.at)).people.keys() : []),
];

/** Whom a line brings onto the roster. */
const appointed = (typed: string): readonly string[] => {
  const [, id] = /^\/roster appoint\b.*\bto=@?([a-z][a-z0-9-]*)/i.exec(typed) ?? [];
  return id ? [id.toLowerCase()] : [];
};

const curtain = (start: Instant, stage: Stage) => {
  let now = start;
  const sent = new Map<string, Message[]>();
  const tell = async (kind: Happening['kind'], who: string, message: Message): Promise<void> => {
    if (kind !== 'asked') sent.set(who, [message, ...(sent.get(who) ?? [])]);
    const arrangement = inForce(await stage.store.read(), stage.arrangement, londonDay(now));
    stage.tell({ at: now, kind, who, message, arrangement });
  };
  const heed: Heed = assemble({
    ...stage,
    now: () => now,
    courier: {
      send: async ({ id }, message) => {
        await tell(isDigest(message) ? 'digest' : 'notice', id, message);
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
    await tell('asked', does.who, plain(said(does, is === 'refused' ? asked : undefined)));
    await tell(is === 'accepted' ? 'reply' : 'refusal', does.who, message);
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
