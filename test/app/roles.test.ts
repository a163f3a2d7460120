import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { ROLES, type Role } from '../../src/domain/roles.ts';
import { merton, withRoles } from '../support/given.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

const CASE: readonly Role[] = ['business-unit', 'notifier', 'statutory-partner', 'chair'];
const KEEPERS: readonly Role[] = ['business-unit', 'notifier'];
const UNIT: readonly Role[] = ['business-unit'];
const GIVERS: readonly Role[] = ['business-unit', 'group-chair'];
const DECIDERS: readonly Role[] = ['business-unit', 'statutory-partner', 'chair'];
const VIEWERS: readonly Role[] = [...CASE, 'agency', 'group-chair'];

const CHALLENGERS: readonly Role[] = [...DECIDERS, 'agency', 'scrutineer'];
const READERS: readonly Role[] = [...CASE, 'agency', 'scrutineer'];

/** commands.md, "Who may do what". A new command needs its row. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  'action add': GIVERS,
  'action agree': ['business-unit', 'group-chair', 'chair'],
  'action digest': ['business-unit', 'statutory-partner', 'group-chair', 'chair'],
  'action done': ROLES,
  'action extend': ROLES,
  'action import': UNIT,
  'action list': ROLES,
  'action reassign': GIVERS,
  'action reopen': GIVERS,
  'action show': ROLES,
  'action update': ROLES,
  'action weekly': ROLES,
  'calendar link': ROLES,
  'calendar revoke': ROLES,
  'challenge answer': ['business-unit', 'statutory-partner', 'agency'],
  'challenge close': CHALLENGERS,
  'challenge extend': CHALLENGERS,
  'challenge list': ROLES,
  'challenge raise': CHALLENGERS,
  'challenge show': ROLES,
  'cycle agree': ['business-unit', 'statutory-partner'],
  'cycle amend': UNIT,
  'cycle approve': ['business-unit', 'statutory-partner'],
  'cycle assign': ['business-unit', 'chair'],
  'cycle done': ROLES,
  'cycle entry': ROLES,
  'cycle preview': ROLES,
  'cycle reopen': ROLES,
  'cycle show': ROLES,
  'cycle withdraw': UNIT,
  'decision confirm': ['business-unit', 'group-chair', 'chair'],
  'decision list': ROLES,
  'decision record': ['business-unit', 'group-chair', 'chair', 'scrutineer'],
  'decision reported': ['business-unit', 'chair', 'scrutineer'],
  'decision show': ROLES,
  'decision vote': ['business-unit', 'statutory-partner', 'group-chair', 'chair'],
  'decision withdraw': UNIT,
  'dispute advance': [...DECIDERS, 'scrutineer'],
  'dispute list': ROLES,
  'dispute open': DECIDERS,
  'dispute resolve': [...DECIDERS, 'scrutineer'],
  'dispute show': ROLES,
  due: ROLES,
  'due acknowledge': ROLES,
  'due all': ROLES,
  'due snooze': ROLES,
  'due week': ROLES,
  help: ROLES,
  'holiday add': ['business-unit'],
  'holiday list': ROLES,
  'holiday remove': ['business-unit'],
  'incident copied': KEEPERS,
  'incident correct': KEEPERS,
  'incident form-sent': KEEPERS,
  'incident list': CASE,
  'incident log': KEEPERS,
  'incident notified': KEEPERS,
  'incident show': CASE,
  'incident told-partners': KEEPERS,
  'incident withdraw': KEEPERS,
  'keep hold': ['business-unit', 'statutory-partner', 'chair'],
  'keep lift': UNIT,
  'keep list': ['business-unit', 'chair'],
  'keep purge': UNIT,
  'keep spare': UNIT,
  'meeting absence': UNIT,
  'meeting agenda': ROLES,
  'meeting attendance': ['business-unit', 'chair', 'group-chair'],
  'meeting cancel': UNIT,
  'meeting coming': ['business-unit', 'group-chair', 'chair'],
  'meeting import': UNIT,
  'meeting invite': ['business-unit', 'chair'],
  'meeting letter': ['business-unit', 'chair'],
  'meeting list': ROLES,
  'meeting move': UNIT,
  'meeting plan': UNIT,
  'meeting schedule': UNIT,
  'meeting sent': UNIT,
  preview: ROLES,
  'report input': ['business-unit', 'chair', 'scrutineer'],
  'report move': UNIT,
  'report presented': ['business-unit', 'chair'],
  'report published': UNIT,
  'report sent': UNIT,
  'report show': [...DECIDERS, 'scrutineer'],
  'report sign-off': [...DECIDERS, 'scrutineer'],
  'report start': UNIT,
  'report tick': UNIT,
  'report withdraw': UNIT,
  'request answer': ['business-unit', 'statutory-partner', 'agency'],
  'request chase': UNIT,
  'request close': UNIT,
  'request evidence': READERS,
  'request extend': UNIT,
  'request followed-up': UNIT,
  'request inbound': UNIT,
  'request list': READERS,
  'request new': UNIT,
  'request notice': ['business-unit', 'chair'],
  'request rates': READERS,
  'request replied': UNIT,
  'request show': READERS,
  'review agree': DECIDERS,
  'review checkin': UNIT,
  'review costs': UNIT,
  'review decide': DECIDERS,
  'review delay': UNIT,
  'review embargo': ['business-unit', 'chair'],
  'review informed': UNIT,
  'review learning': UNIT,
  'review list': VIEWERS,
  'review media': UNIT,
  'review publish': UNIT,
  'review recommend': UNIT,
  'review record': UNIT,
  'review redecide': DECIDERS,
  'review replied': UNIT,
  'review request': UNIT,
  'review reviewer': UNIT,
  'review scope': UNIT,
  'review sent': UNIT,
  'review show': VIEWERS,
  'review start': UNIT,
  'review step': VIEWERS,
  'review withhold': UNIT,
  'risk add': ['business-unit', 'chair'],
  'risk close': ['business-unit', 'chair'],
  'risk list': ROLES,
  'risk review': ROLES,
  'risk show': ROLES,
  'roster appoint': UNIT,
  'roster away': ROLES,
  'roster back': ROLES,
  'roster cover': UNIT,
  'roster deputy': UNIT,
  'roster leave': UNIT,
  'roster route': UNIT,
  'roster show': ROLES,
  'roster term': UNIT,
  undo: ROLES,
  why: ROLES,
};

const open = async () => {
  const house = openHouse({ arrangement: withRoles(merton, ROLES) });
  await house.ask('business-unit', LOGGED);
  return house;
};

it('has a row for every command', () =>
  expect(Object.keys(MAY)).toEqual(catalogue.map(({ name }) => name)));

describe.each(Object.entries(MAY))('/%s', (name, may) => {
  it.each(ROLES)('is for those it is for: %s', async (role) => {
    const { ask, entries } = await open();
    const answer = await ask(role, `/${name}`);
    if (may.includes(role)) return expect(textOf(answer)).not.toMatch(/^\/\S+.* is for /);
    expect(answer.is).toBe('refused');
    expect(textOf(answer)).toMatch(
      /^\/.+ is for .+\. Ask the business unit if you need it done\.$/,
    );
    expect(await entries()).toHaveLength(1);
    expect(textOf(await ask(role, '/help'))).not.toContain(`/${name}:`);
  });
});

const outside = ROLES.filter((role) => !CASE.includes(role));

describe.each(outside)('a case does not exist for the %s', (role) => {
  it.each([
    ['/incident show SI-2026-1', '/incident show SI-2026-7'],
    ['/incident notified SI-2026-1 on=today', '/incident notified SI-2026-7 on=today'],
    ['/why SI-2026-1', '/why SI-2026-7'],
    ['/why SI-2026-1 notify-panel', '/why SI-2026-7 notify-panel'],
    ['/incident list', '/incident list'],
  ])('%s says the same as if it were not there', async (typed, missing) => {
    const { ask } = await open();
    const answer = await ask(role, typed);
    expect(answer).toMatchObject({ is: 'refused', message: { about: [], buttons: [] } });
    expect(answer.message).toEqual((await ask(role, missing)).message);
    expect(textOf(answer)).not.toMatch(/2026-7|Child/);
  });

  it.each(['/due', '/due all', '/due week'])('%s shows nothing of it', async (typed) => {
    const { ask } = await open();
    const { message } = await ask(role, typed);
    expect(message).toMatchObject({ about: [], duties: [], blocks: [] });
  });

  it('a holiday that moves it is not shown to them either', async () => {
    const { ask, tick, sent } = await open();
    await ask('business-unit', '/holiday add on=2026-04-01 name="a day off"');
    await tick('2026-04-13 09:00');
    expect(sent.filter(({ to }) => to === role)).toEqual([]);
  });
});
