import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import type { Arrangement } from '../../src/domain/arrangement.ts';
import { openHouse, textOf } from '../support/house.ts';
import { asking, duties, merton, sutton } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';

const START = '2026-04-13 09:00 @manager /report start publish=2026-09-30\n';

const last = (lines: string, arrangement: Arrangement = merton): string => {
  const { decision } = asking(lines, arrangement);
  const said = asText(decision.message);
  if (decision.is === 'refused') expect(said).toMatch(NEXT);
  return said;
};

const SIGNED = `${START}2026-08-20 10:00 @council-lead /report sign-off AR-2026-1
2026-08-20 10:01 @health-deputy /report sign-off AR-2026-1
2026-08-20 10:02 @manager /report sign-off AR-2026-1 for=police evidence="Letter of August"
`;
const PUBLISHED = `${SIGNED}2026-09-29 10:00 @manager /report published AR-2026-1 url=www.example.org
`;

describe('/report start', () => {
  it('plans every step back from the publication, in working days', () => {
    expect(duties(asking(START), 'AR-2026-1').map(([name, due]) => `${name} ${due}`)).toEqual([
      'report-contents 2026-07-07',
      'report-input 2026-08-04',
      'report-input 2026-08-04',
      'report-input 2026-08-04',
      'sign-off 2026-09-02',
      'sign-off 2026-09-02',
      'sign-off 2026-09-02',
      'present-report 2026-09-23',
      'present-report 2026-09-23',
      'publish-report 2026-09-30',
    ]);
  });

  it('takes what the arrangement says: the scrutineer signs off in Sutton', () => {
    const said = last(START, sutton);
    expect(said).toContain('the scrutineer');
    expect(said).toContain('budget (the annual budget statement)');
    expect(said).not.toContain('Presented');
  });

  it.each([
    ['publish=2026-04-13', 'is not a day to come'],
    ['publish=2026-09-30 year=2026', 'is not over by then'],
  ])('%s is declined', (fields, sentence) => {
    expect(last(`2026-04-13 09:00 @manager /report start ${fields}`)).toContain(sentence);
  });

  it('plans one report a year, unless the first was given up', () => {
    const again = '2026-04-13 09:05 @manager /report start publish=2026-10-30';
    expect(last(START + again)).toContain('is the report on April 2025 to March 2026 already');
    const given = `${START}2026-04-13 09:04 @manager /report withdraw AR-2026-1 reason=mistaken\n`;
    expect(last(given + again)).toContain('AR-2026-2: the annual report on April 2025');
    expect(last(`${given}2026-04-13 09:05 @manager /report tick AR-2026-1 item=work`)).toContain(
      'was given up',
    );
    expect(duties(asking(given), 'AR-2026-1').every(([, , state]) => state === 'withdrawn')).toBe(
      true,
    );
  });
});

describe('its contents', () => {
  it('are ticked one after the other, and are done with the last', () => {
    const some = `${START}2026-06-01 09:00 @manager /report tick AR-2026-1 item=work,impact\n`;
    expect(last(some)).toContain('2 of 9 are there; missing: effectiveness (how effective');
    const all = `${some}2026-06-02 09:00 @manager /report tick AR-2026-1 item=all evidence="Draft 3"\n`;
    expect(last(all)).toContain('All 9 are there');
    expect(duties(asking(all), 'AR-2026-1')[0]).toEqual(['report-contents', '2026-07-07', 'done']);
    expect(last(`${all}2026-06-02 09:01 @manager /report tick AR-2026-1 item=work`)).toContain(
      'recorded in AR-2026-1 already',
    );
    expect(last(`${START}2026-06-02 09:01 @manager /report tick AR-2026-1 item=poems`)).toContain(
      'Name one of work, effectiveness',
    );
  });
});

describe('comments and sign-offs', () => {
  it('are each one’s own', () => {
    expect(last(`${START}2026-07-20 10:00 @chair /report input AR-2026-1`)).toContain(
      'Comments: The chair on Mon 20 Jul; missing: the scrutineer and the young scrutineer',
    );
    expect(
      last(`${START}2026-07-20 10:00 @chair /report input AR-2026-1 for=scrutineer`),
    ).toContain('You do not speak for that post');
    expect(last(`${START}2026-07-20 10:00 @manager /report input AR-2026-1`)).toContain(
      'Say for which post',
    );
    expect(
      last(`${START}2026-08-20 10:00 @council-lead /report sign-off AR-2026-1 for=police`),
    ).toContain('You do not speak for that post');
    expect(
      last(`${START}2026-08-20 10:00 @manager /report sign-off AR-2026-1 for=police`),
    ).toContain('say where it is written');
    expect(last(SIGNED)).toContain(
      'Police, South West Basic Command Unit on Thu 20 Aug (Letter of August)',
    );
  });
});

describe('its publication', () => {
  it('waits for every sign-off, or says why not', () => {
    const early = `${START}2026-09-29 10:00 @manager /report published AR-2026-1`;
    expect(last(early)).toContain('is not signed off by London Borough of Merton, South West');
    expect(last(`${early} anyway="The Executive met without the police"`)).toContain(
      'though not everybody had signed it off: The Executive met without the police',
    );
    expect(
      last(`${SIGNED}2026-09-29 10:00 @manager /report published AR-2026-1 on=2026-10-01`),
    ).toContain('that day is still to come');
    expect(last(`${PUBLISHED}2026-09-29 10:05 @manager /report published AR-2026-1`)).toContain(
      'already',
    );
  });

  it('gives its five recipients seven calendar days, each with its own date', () => {
    const sent = `${PUBLISHED}2026-10-01 10:00 @manager /report sent AR-2026-1 to=panel,ofsted on=2026-09-30
`;
    const states = duties(asking(sent), 'AR-2026-1').filter(
      ([name]) => name === 'send-annual-report',
    );
    expect(states.map(([, due]) => due)).toEqual(Array(5).fill('2026-10-06'));
    expect(states.map(([, , state]) => state)).toEqual(['open', 'open', 'done', 'done', 'open']);
    expect(last(sent)).toContain('the Child Safeguarding Practice Review Panel on Wed 30 Sep');
    const all = `${sent}2026-10-02 10:00 @manager /report sent AR-2026-1 to=all\n`;
    expect(last(all)).toContain('the Department for Education on Fri 2 Oct');
    expect(
      duties(asking(all), 'AR-2026-1').every(
        ([name, , is]) => name !== 'send-annual-report' || is === 'done',
      ),
    ).toBe(true);
    expect(
      last(`${PUBLISHED}2026-10-01 10:00 @manager /report sent AR-2026-1 to=all on=2026-09-01`),
    ).toContain('before its publication');
    expect(last(`${SIGNED}2026-10-01 10:00 @manager /report sent AR-2026-1 to=all`)).toContain(
      'is not published yet',
    );
  });

  it('is moved with everything before it, with the reason', () => {
    const moved = `${START}2026-05-01 10:00 @manager /report move AR-2026-1 to=2026-10-30 reason="The audit is late"
`;
    expect(last(moved)).toContain(
      'To be published on Fri 30 Oct. It was Wed 30 Sep. Reason: The audit is late',
    );
    expect(duties(asking(moved), 'AR-2026-1').at(-1)).toEqual([
      'publish-report',
      '2026-10-30',
      'open',
    ]);
    expect(
      last(`${START}2026-05-01 10:00 @manager /report move AR-2026-1 to=2026-09-30 reason=x`),
    ).toContain('is not another day to come');
    expect(
      last(`${PUBLISHED}2026-10-01 10:00 @manager /report move AR-2026-1 to=2026-10-30 reason=x`),
    ).toContain('so its day stays');
    expect(
      last(`${PUBLISHED}2026-10-01 10:00 @manager /report withdraw AR-2026-1 reason=x`),
    ).toContain('so it stays');
  });
});

describe('/report presented and show', () => {
  it('keeps where it was presented', () => {
    expect(
      last(`${START}2026-09-21 10:00 @chair /report presented AR-2026-1 for=scrutiny-committee`),
    ).toContain(
      'The Children and Young People Scrutiny Committee on Mon 21 Sep; missing: the Health',
    );
    expect(
      last(`${START}2026-09-21 10:00 @chair /report presented AR-2026-1 for=nobody`),
    ).toContain('Name one of health-and-wellbeing-board or scrutiny-committee');
  });

  it('lists them for those who govern, and for nobody else', () => {
    expect(last(`${START}2026-04-14 09:00 @scrutineer /report show`)).toContain(
      'AR-2026-1, April 2025 to March 2026: to be published on Wed 30 Sep',
    );
    expect(last('2026-04-14 09:00 @chair /report show')).toContain('No annual report is planned');
    expect(last(`${START}2026-04-14 09:00 @probation-lead /report show`)).toContain('Ask');
    expect(last('2026-04-14 09:00 @manager /report show AR-2026-7')).toContain(
      'There is no AR-2026-7',
    );
  });
});

describe('the annual cycle’s line for the report', () => {
  const PUBLISH = '/report published AR-2019-1 anyway="The Executive agreed to it"';
  const open = async (until = '2019-09-02 09:00') => {
    const house = openHouse({
      arrangement: loadArrangement('merton-2019'),
      at: '2019-08-05 09:00',
    });
    await house.ask('manager', '/report start publish=2019-09-25');
    await house.tick(until);
    return house;
  };
  const entryIn = async ({ store }: Awaited<ReturnType<typeof open>>) =>
    [...(await store.read()).records.values()].flatMap((record) =>
      record.is === 'cycle-entry' && record.line === 'annual-report' ? [record] : [],
    )[0];

  it('is done with it, names it, and is shown on its card; an undo takes both back', async () => {
    const house = await open();
    const ref = (await entryIn(house))?.ref;
    const published = await house.ask('manager', PUBLISH);
    expect(textOf(published)).toContain(
      `${ref}, Have the annual report approved: done on Mon 2 Sep, evidence: AR-2019-1`,
    );
    expect((await entryIn(house))?.done?.evidence).toBe('AR-2019-1');
    await house.ask('manager', '/undo');
    expect((await entryIn(house))?.done).toBeUndefined();
  });

  it('is not ticked by itself while the report has not come so far', async () => {
    const house = await open();
    const answer = await house.ask(
      'manager',
      `/cycle done ${(await entryIn(house))?.ref} on=today`,
    );
    expect(textOf(answer)).toContain('is done once AR-2019-1, the annual report, is published');
    expect(textOf(answer)).toMatch(NEXT);
    await house.ask('manager', '/report withdraw AR-2019-1 reason="Another way"');
    const done = await house.ask('manager', `/cycle done ${(await entryIn(house))?.ref} on=today`);
    expect(done.is).toBe('accepted');
  });

  it('is done as it begins where the report was early', async () => {
    const house = await open('2019-08-05 09:00');
    await house.ask('manager', PUBLISH);
    expect(await entryIn(house)).toBeUndefined();
    await house.tick('2019-09-02 09:00');
    expect((await entryIn(house))?.done).toMatchObject({ on: '2019-08-05', evidence: 'AR-2019-1' });
  });
});
