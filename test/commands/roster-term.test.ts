import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { londonDay } from '../../src/domain/day.ts';
import { asking, duties, sutton } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';
import { rehearse } from '../support/rehearse.ts';

const TERM = '2026-01-12 09:00 @manager /roster term chair until=2026-09-30\n';
const last = (lines: string): string => {
  const { decision } = asking(lines);
  const said = asText(decision.message);
  if (decision.is === 'refused') expect(said).toMatch(NEXT);
  return said;
};
const heard = async (lines: string): Promise<readonly string[]> =>
  (await rehearse(lines))
    .filter(({ kind, message }) => kind === 'notice' && message.about.join().includes('TM-'))
    .map(({ at, who }) => `${londonDay(at)} @${who}`);

describe('the term of a post', () => {
  it('is told to those who appoint six months before it ends, three months, and on its day', async () => {
    expect(await heard(`${TERM}2026-09-30 10:00 @manager /roster show chair`)).toEqual(
      ['2026-03-30', '2026-06-30', '2026-09-02', '2026-09-30'].flatMap((day) =>
        ['manager', 'council-lead', 'health-lead', 'police-lead']
          .filter((who) => who === 'manager' || day !== '2026-09-02')
          .map((who) => `${day} @${who}`),
      ),
    );
  });

  it('of any other post is the business unit’s', async () => {
    const lines = '2026-01-12 09:00 @manager /roster term qapr-chair until=2026-09-30\n';
    expect(await heard(`${lines}2026-04-10 10:00 @manager /roster show chair`)).toEqual([
      '2026-03-30 @manager',
    ]);
  });

  it.each([
    ['/roster appoint chair to=chair until=2028-09-30', 'until Sat 30 Sep 2028'],
    ['/roster appoint chair to=chair', '@chair is now the chair'],
    ['/roster appoint chair to=jo new=yes', '@jo is now the chair'],
    ['/roster leave chair', '@chair has left the post of the chair'],
  ])('is over once somebody has said %s', (typed, said) => {
    const lines = `${TERM}2026-04-10 10:00 @manager ${typed}\n`;
    expect(last(lines)).toContain(said);
    expect(duties(asking(lines), 'TM-2026-1')).toEqual([['end-of-term', '2026-09-30', 'done']]);
  });

  it('is shown on the roster, until it is another', () => {
    const show = '2026-04-10 10:05 @probation-lead /roster show chair';
    expect(last(TERM + show)).toContain('@chair; term until Wed 30 Sep');
    const other = `${TERM}2026-04-10 10:00 @manager /roster term chair until=2026-12-31\n`;
    expect(last(other + show)).toContain('@chair; term until Thu 31 Dec');
  });

  it('cannot be undone with the appointment it came with', () => {
    const lines =
      '2026-01-12 09:00 @manager /roster appoint chair to=jo new=yes until=2026-09-30\n';
    expect(last(`${lines}2026-01-12 09:01 @manager /undo`)).not.toContain('TM-2026-1');
  });

  it.each([
    ['chair until=2026-01-12', 'is not a day to come'],
    ['chair until=2026-09-30', 'already'],
    ['police-lead until=2026-09-30', 'Nobody is in the post'],
  ])('%s is declined', (fields, sentence) => {
    const before = `${TERM}2026-01-12 09:00 @manager /roster leave police-lead\n`;
    expect(last(`${before}2026-01-12 09:05 @manager /roster term ${fields}`)).toContain(sentence);
    expect(
      last('2026-01-12 09:00 @manager /roster appoint chair to=jo new=yes until=2026-01-01'),
    ).toContain('is not a day to come');
  });
});

describe('where another body appoints (Sutton 2019, 4.2.1)', () => {
  it('its chair and members hear of the end of a term, and not whoever’s own it is', async () => {
    const heardThere = await heard(
      'arrangement: sutton-2019\n2020-01-13 09:00 @manager /roster term scrutineer until=2020-09-30\n2020-04-06 10:00 @manager /roster show scrutineer',
    );
    expect(heardThere.toSorted()).toEqual(
      [
        'manager',
        'leadership-chair',
        'health-lead',
        'police-lead',
        'council-officer',
        'council-lead',
        'education-lead',
      ]
        .map((who) => `2020-03-30 @${who}`)
        .toSorted(),
    );
  });

  it('says so in /why', () => {
    const lines = `2020-01-13 09:00 @manager /roster term scrutineer until=2020-09-30
2020-01-13 09:01 @manager /why TM-2020-1`;
    const said = asText(asking(lines, sutton).decision.message);
    expect(said).toContain('Sutton 2019, 4.2.1');
    expect(said).not.toContain('Merton 2019, 8.2');
  });
});
