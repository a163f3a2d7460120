import {
  type Action,
  actionsOf,
  type Card,
  type Element,
  inputsOf,
  unfit,
  wordsOf,
} from './cards.ts';
import type { Person, World } from './world.ts';

/** A card as somebody sees it. */
export interface Shown {
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  readonly summary: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** The questions of a form, by field. */
  readonly asks: readonly string[];
  readonly card: Card;
  readonly edits: number;
}

/** What Heed answered to a request of Teams. */
interface Heard {
  readonly status: number;
  readonly body?: unknown;
}

interface Parts {
  readonly world: World;
  readonly tell: (activity: object) => Promise<Heard>;
  readonly bot: string;
}

type Values = Readonly<Record<string, string>>;

/** Somebody in Teams, with what is before them. */
export interface Member {
  readonly person: Person;
  readonly install: () => Promise<void>;
  readonly types: (text: string, where?: string) => Promise<Heard>;
  readonly presses: (label: string, on: Shown) => Promise<void>;
  /** Fills in and saves the form in the window, or the one on a card. */
  readonly saves: (values: Values, on?: Shown) => Promise<void>;
  readonly sees: (where?: string) => readonly Shown[];
  /** The window that is open. */
  readonly window: () => Shown | undefined;
  readonly closeWindow: () => void;
  /** What stood for a moment below a button. */
  readonly aside: () => string | undefined;
}

export const member = (parts: Parts, person: Person): Member => {
  const { world } = parts;
  let window: Shown | undefined;
  let aside: string | undefined;
  const from = { id: person.id, aadObjectId: person.object, name: person.name };
  const activity = (where: string, more: object): object => ({
    id: world.next(),
    from,
    ...placeOf(parts, where, person),
    ...more,
  });
  const invoke = async (name: string, where: string, replyToId: string, value: object) =>
    parts.tell(activity(where, { type: 'invoke', name, replyToId, value }));
  const taskAnswer = ({ status, body }: Heard): void => {
    const { task } = body as { task: { value: { title: string; card: { content: Card } } } };
    const { content } = task.value.card;
    const wrong = unfit(content, 'window');
    if (status !== 200 || wrong) throw new Error(`no window: ${status} ${wrong}`);
    window = shownOf({ id: 'window', conversation: '', at: 0, summary: '', edits: 0 }, content);
  };
  const executed = ({ status, body }: Heard, on: Shown): void => {
    if (status !== 200) throw new Error(`Teams shows "something went wrong": ${status}`);
    const { type, value } = body as { type: string; value: unknown };
    if (type === 'application/vnd.microsoft.activity.message') {
      aside = String(value);
      return;
    }
    const wrong = unfit(value as Card, 'chat');
    if (wrong) throw new Error(`Teams shows no such card: ${wrong}`);
    world.inPlace.set(`${person.name}/${on.id}`, value as Card);
  };
  const act = async (action: Action, on: Shown, values: object): Promise<void> => {
    const data = { ...action.data, ...values };
    aside = undefined;
    if (on.id === 'window')
      return taskAnswer(await invoke('task/submit', person.chat, 'window', { data }));
    if (action.type === 'Action.Submit')
      return taskAnswer(await invoke('task/fetch', on.conversation, on.id, { data }));
    const value = { action: { type: action.type, verb: action.verb, data }, trigger: 'manual' };
    executed(await invoke('adaptiveCard/action', on.conversation, on.id, value), on);
  };
  return {
    person,
    window: () => window,
    closeWindow: () => {
      window = undefined;
    },
    aside: () => aside,
    install: async () => {
      person.state = 'installed';
      await parts.tell(activity(person.chat, { type: 'installationUpdate', action: 'add' }));
    },
    types: (text, where = person.chat) =>
      parts.tell(activity(where, { type: 'message', ...said(parts, where, text) })),
    presses: async (label, on) => {
      const action = actionsOf(on.card).find(({ title }) => title === label);
      if (!action) throw new Error(`${person.name} has no button "${label}"`);
      await act(action, on, {});
    },
    saves: async (values, on = window) => {
      if (!on) throw new Error(`${person.name} has no form before them`);
      const action = actionsOf(on.card).find(({ title }) => title === 'Save');
      if (!action) throw new Error('there is nothing to save');
      await act(action, on, filled(on.card, values));
    },
    sees: (where = person.chat) =>
      [...world.lying.values()]
        .filter(({ conversation }) => conversation.split(';')[0] === where)
        .map((lying) =>
          shownOf(lying, world.inPlace.get(`${person.name}/${lying.id}`) ?? lying.card),
        ),
  };
};

const placeOf = ({ world, bot }: Parts, where: string, { tenant }: Person): object => ({
  channelId: 'msteams',
  recipient: { id: bot, name: 'Heed' },
  conversation: {
    id: where,
    conversationType: world.rooms.get(where.split(';')[0] ?? '')?.kind,
    tenantId: tenant,
  },
  channelData: { tenant: { id: tenant } },
});

/** Outside their own chat Heed hears only what it is mentioned in. */
const said = ({ world, bot }: Parts, where: string, text: string): object => {
  if (world.rooms.get(where.split(';')[0] ?? '')?.kind === 'personal') return { text };
  return {
    text: `<at>Heed</at>&nbsp;${text}\n`,
    entities: [{ type: 'mention', text: '<at>Heed</at>', mentioned: { id: bot, name: 'Heed' } }],
  };
};

const shownOf = (
  { id, conversation, at, summary, edits }: Omit<Shown, 'text' | 'buttons' | 'asks' | 'card'>,
  card: Card,
): Shown => ({
  id,
  conversation,
  at,
  summary,
  edits,
  text: wordsOf(card),
  buttons: actionsOf(card).map(({ title }) => title),
  asks: inputsOf(card).map((input) => (input.id ?? '').replace(/^field\./, '')),
  card,
});

/** What a client sends of a form: what stands in it, changed as somebody fills it in. */
const filled = (card: Card, values: Values): object => {
  const inputs = inputsOf(card);
  const strange = Object.keys(values).find(
    (name) => !inputs.some(({ id }) => id === `field.${name}`),
  );
  if (strange) throw new Error(`the form does not ask for ${strange}`);
  return Object.fromEntries(
    inputs.map((input) => {
      const { id = '', value = '' } = input;
      const given = values[id.replace(/^field\./, '')] ?? String(value);
      const wrong = unfilled(input, given);
      if (wrong) throw new Error(`${id} ${wrong}`);
      return [id, given];
    }),
  );
};

/** Why a client would not save it. */
const unfilled = (
  { isRequired, choices, isMultiSelect, maxLength = Number.POSITIVE_INFINITY }: Element,
  given: string,
): string | undefined => {
  if (given === '') return isRequired ? 'is asked for before it is saved' : undefined;
  if (given.length > maxLength) return 'is too long';
  const chosen = isMultiSelect ? given.split(',') : [given];
  const isOffered = chosen.every((one) => choices?.some(({ value }) => value === one));
  return choices && !isOffered ? `does not offer ${given}` : undefined;
};
