import { describe, expect, it } from 'vitest';
import { asCsv, readSheet } from '../../src/app/sheet.ts';
import { openHouse, textOf } from '../support/house.ts';

const GOOD = [
  'Action,Owner,Due date,Sub-group,Source,Completed,Evidence',
  'Publish the findings,Police Lead,30/06/2026,QAPR,Section 11 audit,,',
  '"Share the briefing, then report",Housing Needs Manager,2026-07-10,Quality Assurance and Practice Review,MT-2026-1,,',
  'Old and done,council deputy,1 February 2026,ppyp,,2026-02-03,Minute 4',
].join('\r\n');
const BAD = `${GOOD}\r\n,police-lead,soon,nobody,RR-2026-9,,\r\nRing Mary Brown,Chief Nurse,31/2/2026,qapr,,,`;

const open = async () => {
  const house = openHouse({ at: '2026-06-01 10:00' });
  const put = (sheet: string, more: Readonly<Record<string, string>> = {}, via = 'local') =>
    house.request({
      actor: 'manager',
      via,
      asking: { command: 'action import', fields: { sheet, ...more } },
    });
  const actions = async () =>
    [...(await house.store.read()).records.values()].flatMap((one) =>
      one.is === 'action' ? [one] : [],
    );
  return { ...house, put, actions };
};

describe('/action import', () => {
  it('takes every row, past days and what is done among them', async () => {
    const { put, actions, ask } = await open();
    expect(textOf(await put(GOOD))).toContain('Added: 3 actions, 0 rows there already, 0 rows');
    expect((await actions()).map(({ ref, owner, due, group }) => [ref, owner, due, group])).toEqual(
      [
        ['AC-2026-1', 'police-lead', '2026-06-30', 'qapr'],
        ['AC-2026-2', 'housing-lead', '2026-07-10', 'qapr'],
        ['AC-2026-3', 'council-deputy', '2026-02-01', 'ppyp'],
      ],
    );
    expect(textOf(await ask('manager', '/action show AC-2026-3'))).toContain(
      'Done on Tue 3 Feb 2026, evidence: Minute 4',
    );
  });

  it('shows in a dry run what would happen, and does none of it', async () => {
    const { put, entries } = await open();
    const text = textOf(await put(BAD, { 'dry-run': 'yes' }));
    expect(text).toContain(
      'This would add 3 actions, 0 rows there already, 2 rows that cannot be taken',
    );
    expect(text).toContain(
      '- Row 2: AC-2026-1, Publish the findings, police-lead, due Tue 30 Jun 2026',
    );
    expect(await entries()).toEqual([]);
  });

  it('says of every bad row its number and every reason, and repeats nothing of it', async () => {
    const { put, actions } = await open();
    const answer = await put(BAD);
    expect(answer.is).toBe('refused');
    const [row5 = '', row6 = ''] = textOf(answer).split('\n').slice(-2);
    expect(row5).toMatch(
      /^- Row 5: Due: that is no day.*; Body is none here.*; it does not say|^- Row 5: it does not say.*Due: .*Body is none here.*Source is/,
    );
    expect(row6).toBe('- Row 6: Action holds what looks like a name.');
    expect(textOf(answer)).not.toMatch(/Mary|soon|nobody|RR-2026-9/);
    expect(await actions()).toEqual([]);
  });

  it('leaves the bad rows only where somebody says so', async () => {
    const { put, actions } = await open();
    expect((await put(BAD, { 'only-good': 'yes' })).is).toBe('accepted');
    expect(await actions()).toHaveLength(3);
  });

  it('adds nothing the second time, whatever has become of them since', async () => {
    const { put, ask, entries } = await open();
    await put(GOOD);
    await ask('manager', '/action extend AC-2026-1 to=2026-07-09 reason="more time"');
    await ask('manager', '/action reassign AC-2026-2 to=adults-lead');
    const before = (await entries()).length;
    expect(textOf(await put(`${GOOD}\n\n`))).toContain('Added: 0 actions, 3 rows there already');
    expect(await entries()).toHaveLength(before);
  });

  it('adds a row once that stands there twice, and not what was given by hand', async () => {
    const { put, ask, actions } = await open();
    await ask(
      'manager',
      '/action add what="Publish the findings" owner=police-lead due=2026-06-30 source="Section 11 audit" group=qapr',
    );
    await put(`${GOOD}\n${GOOD.split('\r\n')[1]}`);
    expect(await actions()).toHaveLength(3);
  });

  it.each([
    ['Action,Owner\nx,y', 'no heading Due'],
    ['Action,Task,Owner,Due\na,b,c,d', 'Two columns'],
    ['Action,Owner,Due\n', 'no row below'],
    ['Action,Owner,Due\n"x,y,z', 'quotation mark'],
  ])('declines what is no such list: %j', async (sheet, said) => {
    const { put } = await open();
    const answer = await put(sheet);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toContain(said);
  });

  it('is not asked in a chat product, where the file would lie before it is read', async () => {
    const { put } = await open();
    for (const via of ['slack', 'teams'])
      expect(textOf(await put(GOOD, {}, via))).toContain('I do not know that command');
  });
});

describe('a spreadsheet', () => {
  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', '\r=1'])(
    'takes no formula from Heed: %j',
    (text) => {
      const [, row = ''] = asCsv({ headings: ['What'], rows: [[text]] }).split('\r\n');
      expect(row.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('that Heed has written is read again, and adds nothing', async () => {
    const { put, ask, request, entries } = await open();
    await put(GOOD);
    await ask(
      'manager',
      '/action add what="- a dash, and a quote" owner=health-lead due=2026-07-01 source=audit',
    );
    const asking = { command: 'action list', fields: { state: 'all' } };
    const { message } = await request({ actor: 'manager', via: 'local', asking });
    const before = (await entries()).length;
    const again = await put(asCsv(message.table ?? { headings: [], rows: [] }));
    expect(textOf(again)).toContain('Added: 0 actions, 4 rows there already, 0 rows');
    expect(await entries()).toHaveLength(before);
  });

  it.each([
    ['a;b\n1;2', ['a', 'b']],
    ['a\tb\n1\t2', ['a', 'b']],
    ['\uFEFFa,b\r\n1,2', ['a', 'b']],
  ])('is read however it was separated: %j', (text, headings) =>
    expect(readSheet(text)).toEqual({ headings, rows: [{ number: 2, cells: ['1', '2'] }] }),
  );
});
