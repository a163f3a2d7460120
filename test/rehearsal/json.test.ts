import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asJson } from '../../src/rehearsal/json.ts';
import { merton } from '../support/given.ts';
import { rehearse } from '../support/rehearse.ts';

/** rehearsal.md, "The output". */
const Ref = z.string().regex(/^(?:SI|RR|PR|AC|IR|MT|DC|RK|DS|CY|CA|AR|TM)-\d{4}-\d+$/);
const Person = z.string().regex(/^@[a-z][a-z-]*$/);
const Duty = z.strictObject({
  record: Ref,
  duty: z.string().regex(/^[a-z][a-z-]*$/),
  due: z.iso.date(),
  owner: Person,
  rule: z.string().regex(/^\w+\/[a-z-]+$/),
  state: z.enum(['open', 'done', 'late', 'withdrawn']),
  done: z.iso.date().optional(),
});
const Item = z.strictObject({
  record: Ref,
  duty: z.string(),
  key: z.string(),
  rung: z.string(),
  due: z.iso.date(),
});
const Said = {
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[01]:00$/),
  to: Person,
  title: z.string().min(1),
  text: z.string().min(1),
  record: Ref.optional(),
  buttons: z.array(z.string()).max(3).optional(),
};
const Line = z.discriminatedUnion('kind', [
  z.strictObject({ ...Said, kind: z.literal('reply'), duties: z.array(Duty).optional() }),
  z.strictObject({ ...Said, kind: z.literal('refusal') }),
  z.strictObject({
    ...Said,
    kind: z.literal('notice'),
    ...Item.omit({ record: true }).partial().shape,
    items: z.array(Item).min(2).optional(),
  }),
]);
type Line = z.infer<typeof Line>;

const said = async (...lines: readonly string[]): Promise<readonly Line[]> =>
  (await rehearse(lines.join('\n')))
    .filter(({ kind }) => kind !== 'asked')
    .map((happening) => Line.parse(JSON.parse(asJson(happening, merton))));

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=suspected aware=2026-03-30';
const TOLD = '2026-03-30 09:05 @manager /incident told-partners SI-2026-1 on=today';

describe('a line of JSON', () => {
  it('is as rehearsal.md has it, whatever happens', async () => {
    const lines = await said(
      LOG,
      '2026-03-30 09:01 @manager /incident log harm=died',
      '2026-03-30 09:02 @manager /help',
      '2026-03-31 09:00 @manager /incident log harm=died abuse=known aware=2026-03-31 looked-after=yes',
      '2026-04-09 09:30 @notifier press "I have notified them" on SI-2026-1',
      '2026-04-09 09:40 @manager /incident correct SI-2026-2 aware=2026-03-30 reason="a day late"',
      '2026-04-14 10:00 @manager /incident withdraw SI-2026-2',
      '2026-10-30 10:00 @manager /due all',
      '2026-10-30 10:00 @manager /incident list',
    );
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['reply', 'refusal', 'notice']));
    expect(lines.at(-1)?.at).toBe('2026-10-30T10:00:00+00:00');
  });

  it('of a reply has the title, the whole text, the record and all its duties', async () => {
    const [reply] = await said(LOG);
    const duty = { record: 'SI-2026-1', due: '2026-04-08', owner: '@notifier', state: 'open' };
    expect(reply).toEqual({
      at: '2026-03-30T09:00:00+01:00',
      kind: 'reply',
      to: '@manager',
      title: 'SI-2026-1 is logged',
      text: expect.stringMatching(/^SI-2026-1 is logged\n[\s\S]+\[I have notified them\]/),
      record: 'SI-2026-1',
      duties: [
        { ...duty, duty: 'notify-panel', rule: 'wt2018/notify-panel' },
        { ...duty, duty: 'tell-partners', rule: 'wt2018/tell-partners' },
      ],
      buttons: ['I have notified them', 'I have told the partners', 'Why?'],
    });
  });

  it('of a refusal has a sentence and nothing of any record', async () => {
    const [refusal] = await said('2026-03-30 09:00 @manager /incident show SI-2026-9');
    expect(Object.keys(refusal ?? {}).sort()).toEqual(['at', 'kind', 'text', 'title', 'to']);
  });

  it('of a notice has its duty, its key, its rung', async () => {
    const [, , notice] = await said(LOG, TOLD, '2026-04-02 12:00 clock');
    expect(notice).toMatchObject({
      at: '2026-04-02T09:00:00+01:00',
      kind: 'notice',
      to: '@notifier',
      record: 'SI-2026-1',
      duty: 'notify-panel',
      rung: '-2 WD',
      key: 'SI-2026-1/notify-panel/2026-04-08/-2 WD/notifier',
    });
    expect(notice).not.toHaveProperty('items');
  });

  it('of a bundle has its items', async () => {
    const [, notice] = await said(LOG, '2026-04-02 12:00 clock');
    const item = { record: 'SI-2026-1', rung: '-2 WD', due: '2026-04-08' };
    expect(notice).toMatchObject({ kind: 'notice', record: 'SI-2026-1' });
    expect(notice).toHaveProperty('items', [
      { ...item, duty: 'notify-panel', key: 'SI-2026-1/notify-panel/2026-04-08/-2 WD/notifier' },
      { ...item, duty: 'tell-partners', key: 'SI-2026-1/tell-partners/2026-04-08/-2 WD/notifier' },
    ]);
  });

  it('of /due all has every open duty; of /incident list also those that are over', async () => {
    const lines = await said(
      LOG,
      TOLD,
      '2026-03-30 09:10 @manager /due all',
      '2026-03-30 09:11 @manager /incident list',
      '2026-04-09 09:30 @manager /due',
      '2026-04-09 09:31 @manager /due all',
    );
    const states = lines
      .filter((line) => line.kind === 'reply')
      .map(({ duties }) => duties?.map(({ duty, state }) => `${duty} ${state}`));
    expect(states.slice(2)).toEqual([
      ['notify-panel open'],
      ['notify-panel open', 'tell-partners done'],
      [],
      ['notify-panel late'],
    ]);
  });
});
