import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { londonDay } from '../../src/domain/day.ts';
import type { PostId } from '../../src/domain/item.ts';
import { NEXT } from '../support/next.ts';
import { rehearse } from '../support/rehearse.ts';

/** What is said in answer to the last line of a script. */
const last = async (lines: string): Promise<string> => {
  const said = (await rehearse(lines)).filter(({ kind }) => kind === 'reply' || kind === 'refusal');
  const one = said.at(-1);
  if (!one) throw new Error('nothing was said');
  if (one.kind === 'refusal') expect(asText(one.message)).toMatch(NEXT);
  return asText(one.message);
};

const titles = async (lines: string): Promise<readonly string[]> =>
  (await rehearse(lines))
    .filter(({ kind }) => kind === 'notice')
    .map(({ at, who, message }) => `${londonDay(at)} @${who}: ${message.title}`);

const OCTOBER = `2026-09-30 09:00 @manager /due
2026-10-01 10:00 @manager /due
`;

describe('/cycle show and preview', () => {
  it('say what is done, late and to come', async () => {
    const said =
      await last(`${OCTOBER}2026-10-05 10:00 @manager /cycle done CY-2026-2 evidence=IR-2026-9
2026-10-05 10:01 @manager /cycle done CY-2026-2 evidence="The shared folder, draft 2"
2026-12-02 10:00 @manager /cycle show 2`);
    expect(said).toContain('CY-2026-2, done on Mon 5 Oct, evidence: The shared folder, draft 2');
    expect(said).toContain('CY-2026-1, late, was due Mon 30 Nov, each statutory partner');
    expect(said).toContain('January 2027, the manager: News bulletin, every two months');
  });

  it('put the meetings between what is due, in order', async () => {
    const said =
      await last(`2026-09-30 09:00 @manager /meeting schedule body=executive on=2026-10-20
2026-09-30 09:01 @manager /cycle preview`);
    const meeting = said.indexOf('MT-2026-1, the Executive meets on Tue 20 Oct');
    expect(meeting).toBeGreaterThan(0);
    expect(meeting).toBeLessThan(said.indexOf('draft annual report'));
  });
});

const POOL = `arrangement: north-lincolnshire-like
2026-02-27 10:00 @manager /roster term scrutineer-3 until=2028-03-31
`;

describe('/cycle assign', () => {
  it.each([
    ['to=chair', 'one of scrutineer, scrutineer-2 and scrutineer-3'],
    ['to=young-scrutineer', 'is not one of the scrutineers'],
  ])('%s is declined', async (fields, sentence) => {
    expect(
      await last(`${POOL}2026-03-02 11:00 @manager /cycle assign CY-2026-1 ${fields}`),
    ).toContain(sentence);
  });

  it('asks no scrutineer before one has it, and then that one alone', async () => {
    expect(
      await titles(`${POOL}2026-03-02 11:00 @manager /cycle assign CY-2026-1 to=scrutineer-2
2026-03-24 10:00 @manager /due`),
    ).toEqual([
      '2026-03-02 @manager: CY-2026-1: see to a scrutiny in the annual cycle by Tue 31 Mar',
      '2026-03-02 @scrutineer-2: CY-2026-1: see to a scrutiny in the annual cycle by Tue 31 Mar',
      '2026-03-24 @scrutineer-2: CY-2026-1: see to a scrutiny in the annual cycle by Tue 31 Mar',
    ]);
  });

  it('tells nobody of what is taken back in time, and asks the manager again', async () => {
    const said =
      await titles(`${POOL}2026-03-02 11:00 @manager /cycle assign CY-2026-1 to=scrutineer-2
2026-03-02 11:05 @manager /undo
2026-03-24 10:00 @manager /due`);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('2026-03-24 @manager: CY-2026-1');
  });

  it('is given to nobody twice, and not once it is done', async () => {
    const given = `${POOL}2026-03-02 11:00 @chair /cycle assign CY-2026-1 to=scrutineer-2
`;
    expect(
      await last(`${given}2026-03-03 11:00 @manager /cycle assign CY-2026-1 to=scrutineer-2`),
    ).toContain('is with the scrutineer 2 already');
    expect(
      await last(`${given}2026-03-03 11:00 @scrutineer-2 /cycle done CY-2026-1 evidence="Report 1"
2026-03-04 11:00 @manager /cycle assign CY-2026-1 to=scrutineer`),
    ).toContain('CY-2026-1 is done.');
  });

  it('is of scrutiny alone, and of a pool alone', async () => {
    expect(
      await last(`${OCTOBER}2026-10-05 10:00 @manager /cycle assign CY-2026-2 to=scrutineer`),
    ).toContain('is not for a pool of scrutineers');
  });

  it('keeps apart whom the arrangement keeps apart', async () => {
    const pool = loadArrangement('north-lincolnshire-like');
    const [chair] = [...pool.people.values()].filter(({ id }) => id === 'chair');
    if (!chair) throw new Error('nobody is in the chair');
    const both = { ...chair, posts: [...chair.posts, 'scrutineer-2' as PostId] };
    const people = new Map([...pool.people].filter(([id]) => id !== 'scrutineer-2')).set(
      chair.id,
      both,
    );
    const said = await rehearse(
      `${POOL}2026-03-02 11:00 @manager /cycle assign CY-2026-1 to=scrutineer-2`,
      { arrangement: { ...pool, people } },
    );
    const refused = said.find(({ kind }) => kind === 'refusal');
    expect(refused && asText(refused.message)).toContain(
      'The scrutineer 2 is the chair as well, and they have to be different people',
    );
  });
});

describe('/cycle done', () => {
  it.each([
    ['evidence=IR-2026-9', 'There is no IR-2026-9 that you can see.'],
    ['on=2026-12-01', 'that day is still to come'],
    ['evidence="NHS 943 476 5919"', 'nothing was saved'],
  ])('%s is declined', async (fields, sentence) => {
    expect(
      await last(`${OCTOBER}2026-10-05 10:00 @manager /cycle done CY-2026-2 ${fields}`),
    ).toContain(sentence);
  });

  it('is for whoever sees to it and for the business unit', async () => {
    expect(
      await last(`${OCTOBER}2026-10-05 10:00 @probation-lead /cycle done CY-2026-2`),
    ).toContain('is not yours to close');
  });

  it('takes its evidence later, and is opened again', async () => {
    const done = `${OCTOBER}2026-10-05 10:00 @manager /cycle done CY-2026-2
2026-10-06 10:00 @manager /cycle done CY-2026-2 evidence="Bulletin 5"
`;
    expect(await last(done)).toContain('Done on Mon 5 Oct, evidence: Bulletin 5.');
    expect(await last(`${done}2026-10-06 10:01 @manager /cycle done CY-2026-2`)).toContain(
      'is done already',
    );
    expect(
      await last(`${done}2026-10-06 10:01 @manager /cycle reopen CY-2026-2 reason="Not sent"`),
    ).toContain('CY-2026-2 is open again');
    expect(
      await last(`${OCTOBER}2026-10-06 10:01 @manager /cycle reopen CY-2026-2 reason=x`),
    ).toContain('is not recorded as done');
  });
});

const PROPOSED = `2026-08-10 09:00 @manager /cycle amend change=move entry=report-draft to=2026-11-30 reason="The Full Partnership meets in November"
`;
const BOTH = `${PROPOSED}2026-08-10 10:00 @council-lead /cycle approve CA-2026-1 answer=approve
2026-08-11 10:00 @health-deputy /cycle approve CA-2026-1 answer=approve
`;
const ALL = `${BOTH}2026-08-12 10:00 @police-lead /cycle approve CA-2026-1 answer=approve
`;

describe('/cycle amend', () => {
  it('holds only once every statutory partner has approved it, and never by silence', async () => {
    expect(await last(BOTH)).toContain(
      'It does not hold yet: Metropolitan Police, South West Basic Command Unit has not approved it.',
    );
    const silent = await last(`${BOTH}2026-10-20 10:00 @manager /cycle show 3`);
    expect(silent).toContain('to come, by Sat 31 Oct, the manager: Bring the draft annual report');
    expect(silent).toContain('CA-2026-1, proposed: move');
    const agreed = await last(`${ALL}2026-08-12 10:01 @manager /cycle show 4`);
    expect(agreed).toContain('Mon 30 Nov 2026, the manager: Bring the draft annual report');
    expect(agreed).not.toContain('October 2026, the manager: Bring the draft annual report');
  });

  it('asks each partner, then its deputy and the business unit, then the chair', async () => {
    const said = await titles(`${PROPOSED}2026-09-30 10:00 @manager /due`);
    const heard = said.filter((line) => line.includes('CA-2026-1'));
    expect(heard.filter((line) => line.includes('@police-lead'))).toHaveLength(4);
    expect(heard.some((line) => line.includes('@police-deputy'))).toBe(true);
    expect(heard.at(-1)).toContain('approvals were due');
  });

  it('ends when one partner declines, and can be taken back before', async () => {
    const declined = `${PROPOSED}2026-08-10 10:00 @police-lead /cycle approve CA-2026-1 answer=decline
`;
    expect(await last(declined)).toContain('It does not hold: declined by Metropolitan Police');
    expect(
      await last(
        `${declined}2026-08-10 10:01 @council-lead /cycle approve CA-2026-1 answer=approve`,
      ),
    ).toContain('CA-2026-1 is declined');
    const taken = `${PROPOSED}2026-08-10 10:00 @manager /cycle withdraw CA-2026-1
`;
    expect(await last(taken)).toContain('nobody is asked any more');
    expect(await last(`${taken}2026-08-10 10:01 @manager /cycle withdraw CA-2026-1`)).toContain(
      'waits for nobody',
    );
  });

  it('moves what is open already, and tells whoever owes it', async () => {
    const open = `${OCTOBER}2026-10-05 09:00 @manager /cycle amend change=move entry=CY-2026-2 to=2026-12-18 reason="No quorum"
2026-10-05 10:00 @council-lead /cycle approve CA-2026-1 answer=approve
2026-10-05 10:01 @health-lead /cycle approve CA-2026-1 answer=approve
2026-10-05 10:02 @police-lead /cycle approve CA-2026-1 answer=approve
2026-10-05 10:30 @manager /cycle entry CY-2026-2
`;
    expect(await last(open)).toContain('It was due Sat 31 Oct; moved on Mon 5 Oct by CA-2026-1.');
    const said = await titles(`${open}2026-12-02 10:00 @manager /due`);
    expect(said).toContain(
      '2026-10-05 @manager: CY-2026-2: see to a report in the annual cycle is now due Fri 18 Dec',
    );
    // Nothing of it is said in October or November any more.
    expect(said.filter((line) => line < '2026-12' && line > '2026-10-06').join()).not.toContain(
      'CY-2026-2',
    );
  });

  it('drops and adds', async () => {
    const agree = (ref: string) =>
      ['council-lead', 'health-lead', 'police-lead']
        .map((who, at) => `2026-08-10 1${at}:00 @${who} /cycle approve ${ref} answer=approve\n`)
        .join('');
    const dropped = `2026-08-10 09:00 @manager /cycle amend change=drop entry=report-draft reason="Once is enough"
${agree('CA-2026-1')}2026-08-10 13:00 @manager /cycle show 4`;
    expect(await last(dropped)).not.toContain('draft annual report');
    const added = `2026-08-10 09:00 @manager /cycle amend change=add what="A workshop on neglect" to=2026-09-25 owner=qapr-chair reason="Agreed in July"
${agree('CA-2026-1')}2026-09-02 13:00 @qapr-chair /due`;
    expect(await last(added)).toContain('By Fri 25 Sep 2026: CY-2026-1, A workshop on neglect');
  });

  it.each([
    ['change=move entry=nothing to=2026-12-01', 'There is no such entry that can be changed'],
    ['change=move entry=bulletin to=2026-12-01', 'comes round several times'],
    ['change=move entry=report-draft', 'Say to which day'],
    ['change=drop', 'Say which entry'],
    ['change=add what="A workshop"', 'Say what is to be added and by which day'],
    ['change=move entry=report-draft to=2026-07-01', 'is not a day to come'],
    ['change=move entry=report-draft to=2029-07-01', 'more than two years away'],
    ['change=move entry=report-draft to=2026-10-31', 'already'],
  ])('%s is declined', async (fields, sentence) => {
    expect(await last(`2026-08-10 09:00 @manager /cycle amend ${fields} reason="x"`)).toContain(
      sentence,
    );
  });

  it('is proposed once at a time', async () => {
    expect(
      await last(
        `${PROPOSED}2026-08-10 10:00 @manager /cycle amend change=drop entry=report-draft reason="x"`,
      ),
    ).toContain('CA-2026-1 proposes a change to it already');
  });

  it('takes a partner’s word from its own people, or with what shows it', async () => {
    expect(
      await last(
        `${PROPOSED}2026-08-10 10:00 @manager /cycle approve CA-2026-1 answer=approve for=police`,
      ),
    ).toContain('say where it says so');
    expect(
      await last(
        `${PROPOSED}2026-08-10 10:00 @council-lead /cycle approve CA-2026-1 answer=approve for=police`,
      ),
    ).toContain('You do not speak for Metropolitan Police');
    expect(
      await last(
        `${PROPOSED}2026-08-10 10:00 @manager /cycle approve CA-2026-1 answer=approve for=police evidence="Letter of August"`,
      ),
    ).toContain('approved on Mon 10 Aug, evidence: Letter of August');
    expect(
      await last(`${PROPOSED}2026-08-10 10:00 @manager /cycle approve CA-2026-1 answer=approve`),
    ).toContain('Say for which statutory partner');
    expect(
      await last(`${BOTH}2026-08-12 10:00 @council-lead /cycle approve CA-2026-1 answer=decline`),
    ).toContain('has answered CA-2026-1 already');
  });
});

const AUTUMN = `2026-08-31 09:00 @manager /due
2026-09-01 10:00 @manager /due
`;
const TWO = `${AUTUMN}2026-09-02 10:00 @council-lead /cycle agree CY-2026-2 amount="84,750"
2026-09-03 10:00 @health-deputy /cycle agree CY-2026-2 amount=£55,000.50
`;

describe('/cycle agree', () => {
  it('asks each partner on 1 September and brings the silent one to the chair on 30 November', async () => {
    const said = await titles(`${TWO}2026-12-08 10:00 @manager /due`);
    const own = said.filter((line) => line.includes('agree') || line.includes('contribution'));
    expect(own.slice(0, 3).map((line) => line.slice(0, 10))).toEqual(Array(3).fill('2026-09-01'));
    expect(
      own.filter((line) => line.startsWith('2026-11-30')).map((line) => line.split(':')[0]),
    ).toEqual(['2026-11-30 @police-lead', '2026-11-30 @chair']);
    expect(own.slice(3).join()).not.toMatch(/@(council|health)-lead/);
  });

  it('is done once all have agreed, with the sum; a partner sees its own', async () => {
    const done = `${TWO}2026-09-04 10:00 @manager /cycle agree CY-2026-2 for=police amount=5000
`;
    expect(await last(done)).toContain('Together: £144,750.50');
    expect(await last(`${done}2026-09-04 10:02 @manager /cycle entry CY-2026-2`)).toContain(
      'Done on Fri 4 Sep',
    );
    expect(
      await last(`${TWO}2026-09-04 10:02 @probation-lead /cycle entry CY-2026-2`),
    ).not.toContain('£');
  });

  it.each([
    ['@council-lead', 'amount=much', 'Write it in pounds'],
    ['@council-lead', 'amount=5 for=police', 'You do not speak for'],
    ['@manager', 'amount=5', 'Say for which statutory partner'],
    ['@manager', 'amount=5 for=probation', 'Say for which statutory partner'],
    ['@council-lead', 'amount=5 on=2027-01-01', 'still to come'],
  ])('%s %s is declined', async (who, fields, sentence) => {
    expect(
      await last(`${AUTUMN}2026-09-02 10:00 ${who} /cycle agree CY-2026-2 ${fields}`),
    ).toContain(sentence);
  });

  it('is closed by nothing but their agreement', async () => {
    expect(await last(`${TWO}2026-12-01 10:00 @manager /cycle done CY-2026-2`)).toContain(
      'once each statutory partner has agreed',
    );
    expect(
      await last(`${OCTOBER}2026-10-02 10:00 @council-lead /cycle agree CY-2026-2 amount=5`),
    ).toContain('asks for no contributions');
  });
});
