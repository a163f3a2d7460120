import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slackMessage } from '../../../src/platforms/slack/render.ts';
import { BadForSlack, checkMessage, checkView } from '../../../src/platforms/slack/validate.ts';

type Made = Readonly<Record<string, unknown>>;

const x = (n: number): string => 'x'.repeat(n);
const times = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));

const plain = (text: string): Made => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Made => ({ type: 'mrkdwn', text });
const section = (more: Made = {}): Made => ({ type: 'section', text: mrkdwn('A line'), ...more });
const button = (more: Made = {}): Made => ({
  type: 'button',
  action_id: 'a',
  text: plain('Why?'),
  ...more,
});
const actions = (...elements: readonly Made[]): Made => ({ type: 'actions', elements });
const context = (...elements: readonly Made[]): Made => ({ type: 'context', elements });
const option = (at: number | string, more: Made = {}): Made => ({
  text: plain(`Option ${at}`),
  value: `${at}`,
  ...more,
});
const chooser = (type: string, more: Made = {}): Made => ({
  type,
  action_id: 'a',
  options: times(3, option),
  ...more,
});
const confirm = (more: Made = {}): Made => ({
  title: plain('Withdraw it?'),
  text: mrkdwn('Its clocks stop.'),
  confirm: plain('Withdraw it'),
  deny: plain('Leave it'),
  ...more,
});
const typed = (more: Made = {}): Made => ({ type: 'plain_text_input', action_id: 'a', ...more });
const day = (more: Made = {}): Made => ({ type: 'datepicker', action_id: 'a', ...more });
const number = (more: Made = {}): Made => ({
  type: 'number_input',
  action_id: 'a',
  is_decimal_allowed: false,
  ...more,
});
const input = (element: Made, more: Made = {}): Made => ({
  type: 'input',
  label: plain('When?'),
  element,
  ...more,
});

const saying = (text: string) => () => checkMessage({ text, blocks: [section()] });
const posting =
  (...blocks: readonly Made[]) =>
  () =>
    checkMessage({ text: 'A title', blocks });
const opening =
  (more: Made = {}) =>
  () =>
    checkView({
      type: 'modal',
      title: plain('A form'),
      submit: plain('Save'),
      blocks: [section()],
      ...more,
    });
const asking = (element: Made, more: Made = {}) => opening({ blocks: [input(element, more)] });
const home =
  (more: Made = {}) =>
  () =>
    checkView({ type: 'home', blocks: [section()], ...more });
const pressing = (more: Made) => posting(actions(button(more)));
const choosing = (more: Made) => posting(actions(chooser('static_select', more)));

/** What each takes at most: n is accepted, one more is refused. */
const MOST: readonly (readonly [what: string, most: number, made: (n: number) => () => void])[] = [
  ['the fallback of a message', 4000, (n) => saying(`A title\n${x(n - 8)}`)],
  ['its first line', 150, (n) => saying(`${x(n)}\nmore`)],
  ['blocks of a message', 50, (n) => posting(...times(n, () => ({ type: 'divider' })))],
  ['blocks of a modal', 100, (n) => opening({ blocks: times(n, () => section()) })],
  ['blocks of a home tab', 100, (n) => home({ blocks: times(n, () => section()) })],
  ['the text of a section', 3000, (n) => posting(section({ text: mrkdwn(x(n)) }))],
  ['its plain text', 3000, (n) => posting(section({ text: plain(x(n)) }))],
  ['fields of a section', 10, (n) => posting(section({ fields: times(n, () => mrkdwn('f')) }))],
  ['a field', 2000, (n) => posting(section({ fields: [plain(x(n))] }))],
  ['a header', 150, (n) => posting({ type: 'header', text: plain(x(n)) })],
  ['elements of a context', 10, (n) => posting(context(...times(n, () => plain('c'))))],
  ['a text of a context', 2000, (n) => posting(context(mrkdwn(x(n))))],
  [
    'elements of an actions block',
    25,
    (n) => posting(actions(...times(n, (at) => button({ action_id: `${at}` })))),
  ],
  ['the label of a button', 75, (n) => pressing({ text: plain(x(n)) })],
  ['the value of a button', 2000, (n) => pressing({ value: x(n) })],
  ['the URL of a button', 3000, (n) => pressing({ url: x(n) })],
  ['what a screen reader says of it', 75, (n) => pressing({ accessibility_label: x(n) })],
  ['an action_id', 255, (n) => pressing({ action_id: x(n) })],
  ['a block_id', 255, (n) => posting(section({ block_id: x(n) }))],
  [
    'the title of a confirmation',
    100,
    (n) => pressing({ confirm: confirm({ title: plain(x(n)) }) }),
  ],
  ['its text', 300, (n) => pressing({ confirm: confirm({ text: plain(x(n)) }) })],
  ['its yes', 30, (n) => pressing({ confirm: confirm({ confirm: plain(x(n)) }) })],
  ['its no', 30, (n) => pressing({ confirm: confirm({ deny: plain(x(n)) }) })],
  ['options of a menu', 100, (n) => choosing({ options: times(n, option) })],
  [
    'groups of options',
    100,
    (n) =>
      choosing({
        options: undefined,
        option_groups: times(n, (at) => ({ label: plain('g'), options: [option(at)] })),
      }),
  ],
  [
    'options of a group',
    100,
    (n) =>
      choosing({
        options: undefined,
        option_groups: [{ label: plain('g'), options: times(n, option) }],
      }),
  ],
  [
    'the label of a group',
    75,
    (n) =>
      choosing({
        options: undefined,
        option_groups: [{ label: plain(x(n)), options: [option(1)] }],
      }),
  ],
  ['the text of an option', 75, (n) => choosing({ options: [option(1, { text: plain(x(n)) })] })],
  ['its value', 150, (n) => choosing({ options: [option(1, { value: x(n) })] })],
  ['its description', 75, (n) => choosing({ options: [option(1, { description: plain(x(n)) })] })],
  ['a placeholder', 150, (n) => choosing({ placeholder: plain(x(n)) })],
  [
    'how many may be chosen',
    100,
    (n) => posting(actions(chooser('multi_static_select', { max_selected_items: n }))),
  ],
  [
    'radio buttons',
    10,
    (n) => posting(actions(chooser('radio_buttons', { options: times(n, option) }))),
  ],
  ['checkboxes', 10, (n) => posting(actions(chooser('checkboxes', { options: times(n, option) })))],
  ['the label of an input', 2000, (n) => asking(typed(), { label: plain(x(n)) })],
  ['its hint', 2000, (n) => asking(typed(), { hint: plain(x(n)) })],
  ['what is typed already', 3000, (n) => asking(typed({ initial_value: x(n) }))],
  [
    'what is typed already, above its own most',
    60,
    (n) => asking(typed({ initial_value: x(n), max_length: 60 })),
  ],
  ['max_length', 3000, (n) => asking(typed({ max_length: n }))],
  ['min_length', 3000, (n) => asking(typed({ min_length: n }))],
  ['the least number', 7, (n) => asking(number({ min_value: `${n}`, max_value: '7' }))],
  ['the number to begin with', 7, (n) => asking(number({ initial_value: `${n}`, max_value: '7' }))],
  ['the title of a modal', 24, (n) => opening({ title: plain(x(n)) })],
  ['its submit', 24, (n) => opening({ submit: plain(x(n)) })],
  ['its close', 24, (n) => opening({ close: plain(x(n)) })],
  ['private_metadata', 3000, (n) => opening({ private_metadata: x(n) })],
  ['the private_metadata of a home tab', 3000, (n) => home({ private_metadata: x(n) })],
  ['callback_id', 255, (n) => opening({ callback_id: x(n) })],
  ['external_id', 255, (n) => opening({ external_id: x(n) })],
  [
    'all the characters of a message, 125 for each block',
    13_000,
    (n) => posting(...times(5, (at) => section({ text: plain(x(at < 4 ? 2500 : n - 10_625)) }))),
  ],
];

describe('at each limit', () => {
  it.each(MOST)('%s: %d', (_, most, made) => {
    expect(made(most)).not.toThrow();
    expect(made(most + 1)).toThrow(BadForSlack);
  });

  it('a view: 250,000 bytes as UTF-8', () => {
    const of = (bytes: number) => {
      const texts = [...times(81, () => 'é'.repeat(1500)), 'x'];
      const blocks = texts.map((text) => section({ text: plain(text) }));
      const made = { type: 'home', blocks, private_metadata: '' };
      return { ...made, private_metadata: x(bytes - Buffer.byteLength(JSON.stringify(made))) };
    };
    const most = of(250_000);
    expect(Buffer.byteLength(JSON.stringify(most))).toBe(250_000);
    expect(() => checkView(most)).not.toThrow();
    expect(() => checkView(of(250_001))).toThrow('view: may have 250000 bytes, has 250001');
  });
});

/** What Slack takes, and Heed may draw. */
const FINE: readonly (readonly [what: string, made: () => void])[] = [
  ['an option that is chosen already', choosing({ initial_option: option(1) })],
  [
    'several that are',
    posting(actions(chooser('checkboxes', { initial_options: [option(0), option(2)] }))),
  ],
  [
    'one of a group',
    choosing({
      options: undefined,
      option_groups: [{ label: plain('g'), options: [option(1)] }],
      initial_option: option(1),
    }),
  ],
  [
    'radio buttons in bold',
    posting(actions(chooser('radio_buttons', { options: [option(1, { text: mrkdwn('*One*') })] }))),
  ],
  ['a day', asking(day({ initial_date: '2028-02-29' }))],
  ['a number', asking(number({ initial_value: '3', min_value: '1', max_value: '9' }))],
  ['a hint', asking(typed({ focus_on_load: true }), { hint: plain('A code'), optional: true })],
  ['a button beside a section', posting(section({ accessory: button({ style: 'danger' }) }))],
  ['a section of fields alone', posting({ type: 'section', fields: [mrkdwn('f')] })],
  ['what was escaped', posting(section({ text: mrkdwn('&lt;!channel&gt; &amp; all') }))],
  ['a < in plain text, which Slack does not read', posting(section({ text: plain('<!channel>') }))],
  ['the same action_id in two blocks', posting(actions(button()), actions(button()))],
  ['a field that JSON leaves out', posting(section({ accessory: undefined }))],
  ['a form without an input', opening({ submit: undefined })],
  ['a home tab with buttons', home({ blocks: [actions(button())], callback_id: 'home' })],
];

/** What must not leave, and the place that is named. */
const REFUSED: readonly (readonly [what: string, made: () => void, said: string])[] = [
  ['an empty fallback', saying(''), 'message.text: '],
  ['a fallback with an empty first line', saying('\nA title'), 'message.text: '],
  ['a blank fallback', saying('  '), 'message.text: '],
  ['a fallback that mentions', saying('Late <!here>'), 'message.text: '],
  ['no blocks', posting(), 'message.blocks: must have at least 1'],
  ...[
    '<!channel>',
    '<!here>',
    '<!everyone>',
    '<!subteam^S1>',
    '<@U1>',
    '<#C1>',
    '<https://x.uk>',
    'a < b',
  ].map(
    (text) =>
      [
        `${text} in a section`,
        posting(section({ text: mrkdwn(text) })),
        'message.blocks[0].text.text: holds a < that is not escaped',
      ] as const,
  ),
  ['a mention in a field', posting(section({ fields: [mrkdwn('<@U1>')] })), 'fields[0].text: '],
  ['a mention in a context', posting(context(mrkdwn('<@U1>'))), 'elements[0].text: '],
  [
    'a mention in a confirmation',
    pressing({ confirm: confirm({ text: mrkdwn('<!here>') }) }),
    '.confirm.text.text: ',
  ],
  [
    'a mention beside a box',
    posting(actions(chooser('checkboxes', { options: [option(1, { text: mrkdwn('<@U1>') })] }))),
    '.options[0].text.text: ',
  ],
  ['a blank text', posting(section({ text: mrkdwn(' \n') })), '[0].text.text: must not be blank'],
  ['half a character', posting(section({ text: mrkdwn('\ud83d') })), 'holds half a character'],
  ['a number for a text', posting(section({ text: mrkdwn(7 as never) })), 'must be text'],
  ['nothing for a block', posting(null as never), 'message.blocks[0]: must be an object'],
  ['a block Slack does not know', posting({ type: 'banner' }), 'message.blocks[0]: is of a type'],
  ['a type that is a list', posting({ type: ['divider'] }), 'message.blocks[0]: is of a type'],
  ['a block named like a method', posting({ type: 'constructor' }), 'is of a type'],
  [
    'a field Slack does not know',
    posting(section({ colour: 'red' })),
    'message.blocks[0]: has a field',
  ],
  ['a section with nothing to say', posting({ type: 'section' }), 'must have text or fields'],
  ['bold in a header', posting({ type: 'header', text: mrkdwn('*H*') }), '.text: is of a type'],
  [
    'verbatim plain text',
    posting(section({ text: { ...plain('p'), verbatim: true } })),
    'has a field',
  ],
  ['an input in a message', posting(input(typed())), 'message.blocks[0]: is of a type'],
  ['an input on the home tab', home({ blocks: [input(typed())] }), 'view.blocks[0]: is of a type'],
  ['a button in an input', asking(button()), '.element: is of a type that may not stand here'],
  [
    'a text input beside a section',
    posting(section({ accessory: typed() })),
    '.accessory: is of a type',
  ],
  ['a text input among buttons', posting(actions(typed())), '.elements[0]: is of a type'],
  ['a button in a context', posting(context(button())), '.elements[0]: is of a type'],
  ['a button without an action_id', pressing({ action_id: undefined }), '.action_id: is missing'],
  ['an empty action_id', pressing({ action_id: '' }), '.action_id: must have at least 1'],
  [
    'the same action_id twice',
    posting(actions(button(), button())),
    'every action_id must be another',
  ],
  [
    'the same block_id twice',
    posting(section({ block_id: 'b' }), section({ block_id: 'b' })),
    'every block_id must be another',
  ],
  ['a style of our own', pressing({ style: 'warning' }), '.style: must be primary or danger'],
  [
    'a confirmation without a no',
    pressing({ confirm: confirm({ deny: undefined }) }),
    '.deny: is missing',
  ],
  ['no options', choosing({ options: [] }), '.options: must have at least 1'],
  ['neither options nor groups', choosing({ options: undefined }), 'must have either options or'],
  [
    'both',
    choosing({ option_groups: [{ label: plain('g'), options: [option(9)] }] }),
    'must have either',
  ],
  [
    'the same value twice',
    choosing({ options: [option(1), option(1)] }),
    'every value must be another',
  ],
  [
    'bold in a menu',
    choosing({ options: [option(1, { text: mrkdwn('*1*') })] }),
    '.text: is of a type',
  ],
  ['an option from elsewhere', choosing({ initial_option: option(9) }), 'begins with an option'],
  [
    'an option with other words',
    choosing({ initial_option: option(1, { text: plain('One') }) }),
    'begins with an option',
  ],
  [
    'one of several from elsewhere',
    posting(actions(chooser('checkboxes', { initial_options: [option(0), option(9)] }))),
    'begins with an option',
  ],
  [
    'one twice',
    posting(actions(chooser('checkboxes', { initial_options: [option(0), option(0)] }))),
    'every value must be another',
  ],
  [
    'more than may be chosen',
    posting(
      actions(
        chooser('multi_static_select', {
          initial_options: [option(0), option(1)],
          max_selected_items: 1,
        }),
      ),
    ),
    'are more than may be chosen',
  ],
  ['a day that is none', asking(day({ initial_date: '2026-02-30' })), 'must be a day'],
  ['a day in other words', asking(day({ initial_date: '1 April 2026' })), 'must be a day'],
  ['a number in words', asking(number({ initial_value: 'three' })), 'must be a number'],
  ['a negative length', asking(typed({ min_length: -1 })), 'must be a whole number from 0 to 3000'],
  ['no length', asking(typed({ max_length: 0 })), 'must be a whole number from 1 to 3000'],
  [
    'more at least than at most',
    asking(typed({ min_length: 9, max_length: 8 })),
    'is above max_length',
  ],
  ['a flag in words', asking(typed({ multiline: 'yes' })), '.multiline: must be true or false'],
  [
    'two elements in focus',
    opening({
      blocks: times(2, (at) => input(typed({ focus_on_load: true }), { block_id: `${at}` })),
    }),
    'may focus on one',
  ],
  [
    'an input without a submit',
    opening({ submit: undefined, blocks: [input(typed())] }),
    'view.submit: is missing',
  ],
  ['a modal without a title', opening({ title: undefined }), 'view.title: is missing'],
  ['a blank title', opening({ title: plain(' ') }), 'view.title.text: must not be blank'],
  ['a title on the home tab', home({ title: plain('Heed') }), 'view: has a field'],
  [
    'submit_disabled, which is for workflows',
    opening({ submit_disabled: true }),
    'view: has a field',
  ],
  ['a view of no kind', () => checkView({ blocks: [section()] }), 'view: is of a type'],
  ['a view without blocks', () => checkView({ type: 'home' }), 'view.blocks: is missing'],
];

describe('a rule of its own', () => {
  it.each(FINE)('takes %s', (_, made) => {
    expect(made).not.toThrow();
  });

  it.each(REFUSED)('refuses %s', (_, made, said) => {
    expect(made).toThrow(BadForSlack);
    expect(made).toThrow(said);
  });

  it('counts what Slack charges for a divider', () => {
    const full = times(5, () => section({ text: plain(x(2475)) }));
    expect(posting(...full)).not.toThrow();
    expect(posting(...full, { type: 'divider' })).toThrow('may weigh 13000 in all');
  });

  it('takes a card as it is drawn', () => {
    const card = slackMessage({
      title: 'SI-2026-1: notify the Panel by Wed 8 Apr',
      blocks: [{ type: 'list', items: ['<!channel>', 'a & b'] }],
      buttons: [{ label: 'Why?', command: 'why', fields: { about: 'SI-2026-1' } }],
      about: [],
    });
    expect(() => checkMessage(card)).not.toThrow();
  });
});

const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .filter((text) => text.length <= most && text.trim() !== '' && text.isWellFormed());
const someText = (most: number) =>
  fc.oneof(
    words(most).map(plain),
    words(most)
      .filter((text) => !text.includes('<'))
      .map(mrkdwn),
  );
const someOptions = fc
  .uniqueArray(words(75), { minLength: 1, maxLength: 10 })
  .map((texts) => texts.map((text, at) => option(at, { text: plain(text) })));
const someButton = fc.record({ text: words(75).map(plain), value: words(300) }).map(button);
const someChooser = fc
  .tuple(someOptions, fc.nat(9))
  .map(([options, at]) =>
    chooser('static_select', { options, initial_option: options[at % options.length] }),
  );
const somePressed = fc.oneof(someButton, someChooser);
const someBlock = fc.oneof(
  someText(200).map((text) => section({ text })),
  fc.tuple(someText(99), somePressed).map(([text, accessory]) => section({ text, accessory })),
  fc.array(someText(99), { minLength: 1, maxLength: 10 }).map((fields) => section({ fields })),
  fc.array(someText(99), { minLength: 1, maxLength: 10 }).map((texts) => context(...texts)),
  words(150).map((text) => ({ type: 'header', text: plain(text) })),
  fc.constant({ type: 'divider' }),
  fc
    .array(somePressed, { minLength: 1, maxLength: 5 })
    .map((all) => actions(...all.map((one, at) => ({ ...one, action_id: `${at}` })))),
);
const someBlocks = fc.array(someBlock, { minLength: 1, maxLength: 4 });

/** One thing wrong with a block, with this content in it. */
const WRONG: readonly ((content: string) => Made)[] = [
  (content) => ({ type: content }),
  (content) => section({ [content]: true }),
  (content) => section({ text: mrkdwn(`${content} <`) }),
  (content) => section({ text: plain(content.padEnd(3001, 'x')) }),
  (content) => section({ text: content }),
  (content) => section({ text: { type: content, text: content } }),
  (content) => section({ text: { text: content } }),
  (content) => section({ text: mrkdwn(`${content}\ud83d`) }),
  (content) => section({ fields: times(11, () => plain(content)) }),
  (content) => section({ accessory: typed({ initial_value: content }) }),
  (content) => ({ type: 'header', text: mrkdwn(content) }),
  (content) => context(button({ text: plain(content) })),
  (content) => actions(button({ value: content.padEnd(2001, 'x') })),
  (content) => actions(button({ style: content })),
  (content) => actions(button({ action_id: content }), button({ action_id: content })),
  (content) => actions(chooser('static_select', { options: [option(content), option(content)] })),
  (content) => actions(chooser('static_select', { initial_option: option(content) })),
  (content) => actions(day({ initial_date: content })),
  (content) => input(typed({ initial_value: content })),
];

describe('laws', () => {
  it('takes whatever keeps to the limits', () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        checkMessage({ text: 'A title', blocks });
        checkView({ type: 'home', blocks });
        checkView({ type: 'modal', title: plain('A form'), blocks });
      }),
      { numRuns: 200 },
    );
  });

  it('names the place of whatever does not, and never says what stood there', () => {
    const content = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 });
    fc.assert(
      fc.property(
        someBlocks,
        fc.constantFrom(...WRONG),
        content,
        fc.nat(),
        (blocks, wrong, said, at) => {
          const among = at % (blocks.length + 1);
          const all = blocks.toSpliced(among, 0, wrong(said));
          const bug = thrownBy(() => checkMessage({ text: 'A title', blocks: all }));
          expect(bug).toBeInstanceOf(BadForSlack);
          expect(bug?.message).toMatch(/^message\.blocks\[\d+\][\w.[\]]*: [a-z]/);
          expect(bug?.message).toContain(`message.blocks[${among}]`);
          expect(bug?.message).not.toContain(said);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const thrownBy = (run: () => void): Error | undefined => {
  try {
    run();
  } catch (bug) {
    return bug as Error;
  }
  return undefined;
};
