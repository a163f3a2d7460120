import { z } from 'zod';

/** An Adaptive Card as it came; what a client reads of it is checked in `unfit`. */
export interface Card {
  readonly type: string;
  readonly version: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

export interface Element {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly label?: string;
  readonly value?: string | number;
  readonly isRequired?: boolean;
  readonly isMultiSelect?: boolean;
  readonly maxLength?: number;
  readonly items?: readonly Element[];
  readonly actions?: readonly Action[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}

export interface Action {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const INPUTS = ['Input.Text', 'Input.Date', 'Input.Number', 'Input.ChoiceSet', 'Input.Toggle'];
const KNOWN = new Set(['TextBlock', 'Container', 'FactSet', 'ActionSet', ...INPUTS]);
const MOST_BYTES = 28 * 1024;

const ActionShape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Action.Execute'),
    title: z.string().min(1),
    verb: z.string().min(1),
    data: z.looseObject({ action: z.string(), dialog_id: z.string() }),
  }),
  z.strictObject({
    type: z.literal('Action.Submit'),
    title: z.string().min(1),
    data: z.looseObject({ verb: z.string(), action: z.string(), dialog_id: z.string() }),
  }),
]);

/** What Teams would not show, or refuse: in one sentence; nothing where it is well. */
export const unfit = (card: Card, where: 'chat' | 'window'): string | undefined =>
  WRONG.find(([, is]) => is(card, where))?.[0];

const WRONG: readonly (readonly [string, (card: Card, where: string) => boolean])[] = [
  ['it is larger than 28 KB', (card) => Buffer.byteLength(JSON.stringify(card)) > MOST_BYTES],
  [
    'it is no Adaptive Card 1.5',
    ({ type, version }) => type !== 'AdaptiveCard' || version !== '1.5',
  ],
  ['it would be fetched anew for everybody', (card) => 'refresh' in card],
  [
    'there is something that nobody knows',
    ({ body }) => !elementsOf(body).every(({ type }) => KNOWN.has(type)),
  ],
  [
    'a text is empty',
    ({ body }) => elementsOf(body).some(({ type, text }) => type === 'TextBlock' && !text),
  ],
  [
    'inputs need ids of their own',
    (card) => {
      const ids = inputsOf(card).map(({ id }) => id);
      return ids.some((id) => !id) || new Set(ids).size < ids.length;
    },
  ],
  [
    'a button is none',
    (card) => !actionsOf(card).every((one) => ActionShape.safeParse(one).success),
  ],
  [
    'a window knows no other button than Action.Submit',
    (card, where) =>
      where === 'window' && actionsOf(card).some(({ type }) => type !== 'Action.Submit'),
  ],
];

const elementsOf = (body: readonly Element[]): readonly Element[] =>
  body.flatMap((element) => [element, ...elementsOf(element.items ?? [])]);

export const actionsOf = ({ body, actions = [] }: Card): readonly Action[] => [
  ...elementsOf(body).flatMap((element) => element.actions ?? []),
  ...actions,
];

export const inputsOf = ({ body }: Card): readonly Element[] =>
  elementsOf(body).filter(({ type }) => INPUTS.includes(type));

const unmarked = (text: string): string => text.replaceAll(/\\([\\*_[\]`~#|<>])/g, '$1');

/** The words of a card, a line each; lists as "- item". */
export const wordsOf = ({ body }: Card): string =>
  body
    .flatMap((element): readonly string[] => {
      if (element.type === 'TextBlock') return [unmarked(element.text ?? '')];
      if (element.type === 'Container')
        return (element.items ?? []).map(({ text = '' }) => unmarked(text).replace(/^• /, '- '));
      if (element.type === 'FactSet')
        return (element.facts ?? []).map(({ title, value }) => `${title}: ${unmarked(value)}`);
      return [];
    })
    .join('\n');
