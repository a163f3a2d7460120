import { expect, it } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { countFrom } from '../../src/domain/count.ts';
import type { Day } from '../../src/domain/day.ts';
import { asJson } from '../../src/rehearsal/json.ts';
import { rehearse } from '../support/rehearse.ts';

interface Line {
  readonly at: string;
  readonly kind: string;
  readonly to: string;
  readonly text: string;
  readonly duties?: readonly { record: string; duty: string; due: string; state: string }[];
}
const merton = loadArrangement('merton-2023');
/** All that is said in a rehearsal, without what was asked. */
const play = async (lines: readonly string[]): Promise<readonly Line[]> =>
  (await rehearse(['arrangement: merton-2023', ...lines].join('\n')))
    .filter(({ kind }) => kind !== 'asked')
    .map((one) => JSON.parse(asJson(one, merton)) as Line);

const DECIDED = [
  '2026-03-02 09:00 @manager /incident log harm=died abuse=suspected aware=2026-03-02 looked-after=no',
  '2026-03-02 09:01 @manager /incident told-partners SI-2026-1 on=today',
  '2026-03-02 09:02 @manager /incident notified SI-2026-1 on=today',
  '2026-03-02 09:03 @manager /review start SI-2026-1 agencies=council,health,police ask=no',
  '2026-03-02 09:04 @manager /review record RR-2026-1 a=yes b=yes c=yes d=yes e=no f=no g=no i=yes j=yes',
  '2026-03-02 09:05 @manager /review decide RR-2026-1 outcome=lcspr criteria=improvements rationale-ref=G1',
];
const SETTLED = [
  ...DECIDED,
  '2026-03-02 09:06 @manager /review sent RR-2026-1',
  '2026-03-02 09:07 @manager /review informed RR-2026-1 whom=family',
  '2026-03-02 09:08 @manager /review informed PR-2026-1',
  '2026-03-02 09:09 @manager /review replied RR-2026-1',
];
const dutyIn = (line: Line | undefined, name: string) =>
  line?.duties?.filter(({ duty }) => duty === name);

it('publishes the full report after the improvements were published meanwhile (D22a)', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:00 @manager /review delay PR-2026-1 until=2026-12-01 pending=trial',
    '2026-03-03 09:20 @manager /review publish PR-2026-1 on=today extent=partial',
    '2026-03-03 09:21 @manager /review show PR-2026-1',
    '2026-11-02 09:00 @manager /review publish PR-2026-1 on=2026-12-01',
  ]);
  expect(
    dutyIn(
      said.find(({ at }) => at.startsWith('2026-03-03T09:21')),
      'publish-review',
    ),
  ).toMatchObject([{ state: 'open' }]);
  expect(said.at(-1)?.kind).toBe('reply');
});

it('owes no copy of the full report before a partial publication (D24: "full report")', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:20 @manager /review publish PR-2026-1 on=today extent=partial',
    '2026-03-03 10:00 clock',
  ]);
  expect(said.filter(({ at, kind }) => kind === 'notice' && at > '2026-03-03T09:20')).toEqual([]);
});

it('owes the copy when a withheld report is to be published after all (D24)', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:00 @manager /review withhold PR-2026-1 reason="it would do harm"',
    '2026-03-03 09:01 @manager /review publish PR-2026-1 on=2026-05-01',
  ]);
  expect(dutyIn(said.at(-1), 'copy-before-publication')).toMatchObject([{ state: 'open' }]);
});

it('is not complete with h missing once d is no (G64)', async () => {
  const said = await play([
    ...DECIDED.slice(0, 5),
    '2026-03-02 09:10 @manager /review record RR-2026-1 d=no',
    '2026-03-02 09:11 @manager /review show RR-2026-1',
  ]);
  const [whole] = dutyIn(said.at(-1), 'rapid-review') ?? [];
  const refused = said.at(-2)?.kind === 'refusal';
  expect(refused || whole?.state === 'open').toBe(true);
});

it('splits equal parts to the penny (G74)', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:00 @manager /review costs PR-2026-1 line=author amount=100000 partners=council,health,police',
  ]);
  expect(said.at(-1)?.text).toContain('33,333.34');
});

it('lets an embargo that was lifted by mistake be taken back before anybody is told', async () => {
  const said = await play([
    ...DECIDED,
    '2026-03-02 09:06 @manager /review embargo RR-2026-1 pending=trial',
    '2026-05-20 09:00 @manager /review embargo RR-2026-1 state=off',
    '2026-05-20 09:03 @manager /undo',
    '2026-05-20 09:30 clock',
  ]);
  expect(said.filter(({ to }) => to === '@police-lead').map(({ text }) => text)).toEqual([]);
});

it('lets a decision that was typed by mistake be taken back before the partners are told', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:30 @manager /review redecide RR-2026-1 outcome=none criteria=none rationale-ref=G2 reason="Panel reply"',
    '2026-03-03 09:32 @manager /undo',
    '2026-03-03 10:00 clock',
  ]);
  expect(said.filter(({ to }) => to === '@police-lead').map(({ text }) => text)).toEqual([]);
});

it('owes the news of a second reviewer, and of a second delay (G68, D22a)', async () => {
  const named = (who: string) =>
    `/review reviewer PR-2026-1 called="${who}" method=silp practice=yes research=yes complexity=yes hindsight=yes findings=yes conflict=none`;
  const said = await play([
    ...SETTLED,
    `2026-03-03 09:00 @manager ${named('first author')}`,
    '2026-03-03 09:01 @manager /review informed PR-2026-1',
    `2026-04-07 09:00 @manager ${named('second author')}`,
    '2026-04-07 09:01 @manager /review delay PR-2026-1 until=2026-12-01 pending=trial',
    '2026-04-07 09:02 @manager /review informed PR-2026-1 of=delay',
    '2026-11-02 09:03 @manager /review delay PR-2026-1 until=2027-06-01 pending=inquest',
  ]);
  const end = said.at(-1);
  expect.soft(dutyIn(end, 'inform-panel-ofsted-dfe')).not.toMatchObject([{ state: 'done' }]);
  expect.soft(dutyIn(end, 'explain-delay')).toMatchObject([{ state: 'open' }]);
});

it('ends the practice review of an incident that is withdrawn', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:00 @manager /incident withdraw SI-2026-1 reason="criteria not met"',
    '2026-03-03 09:01 @manager /due all',
  ]);
  const [withdrawn, all] = said.slice(-2);
  expect(withdrawn?.kind === 'refusal' || all?.duties?.length === 0 || !all?.duties).toBe(true);
});

it('records three agreements to a media request of a case that is held back (G78)', async () => {
  const said = await play([
    ...DECIDED,
    '2026-03-02 09:06 @manager /review embargo RR-2026-1 pending=trial',
    '2026-03-02 09:07 @manager /review media RR-2026-1 line=L1',
    '2026-03-02 09:08 @manager /review agree RR-2026-1 as=director',
  ]);
  expect(said.at(-1)?.kind).toBe('reply');
});

it('does not count a Saturday as working day 1', () => {
  const { due } = countFrom(
    merton.calendar,
    '2026-12-12' as Day,
    { unit: 'working-days', n: 1 },
    'day-1',
  );
  expect(due).toBe('2026-12-14');
});

it('refuses equal parts and shares at once, rather than drop one of them', async () => {
  const said = await play([
    ...SETTLED,
    '2026-03-03 09:00 @manager /review costs PR-2026-1 line=author amount=10 partners=council shares="health=100"',
  ]);
  expect(said.at(-1)?.kind).toBe('refusal');
});

it('says how late it is, not "Working day 24 of 15"', async () => {
  const said = await play([
    ...DECIDED.slice(0, 4),
    '2026-04-20 09:00 @manager /review show RR-2026-1',
  ]);
  expect(said.at(-1)?.text).not.toMatch(/Working day (1[6-9]|[2-9]\d) of 15/);
});

it('names the command that starts one only to those who may give it', async () => {
  const said = await play([
    '2026-03-02 09:00 @manager /incident list',
    '2026-03-02 09:01 @manager /review list',
    '2026-03-02 09:02 @police-lead /incident list',
    '2026-03-02 09:03 @police-lead /review list',
  ]);
  expect(said.map(({ text }) => text)).toEqual([
    'No such incident is logged. /incident log starts one.',
    'There is no such review. /review start starts one.',
    'No such incident is logged.',
    'There is no such review.',
  ]);
});
