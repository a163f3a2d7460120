import { describe, expect, it } from 'vitest';
import { arrangementFrom, littleYaml } from '../support/given.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

describe('a ladder of one’s own', () => {
  const climbing = arrangementFrom(
    littleYaml(
      'ladders:',
      '  default:',
      '    - { at: 0, to: [owner] }',
      '  notify-panel:',
      '    - { at: -3, unit: calendar-days, to: [manager] }',
      '    - { at: 1, to: [deputy] }',
      'sending: { from: "08:30", until: "12:00" }',
    ),
  );

  it('is climbed instead of the usual one, for that duty alone', async () => {
    const house = openHouse({ arrangement: climbing });
    await house.ask('notifier', LOGGED);
    for (const on of ['03', '06', '07', '08', '09', '10']) await house.tick(`2026-04-${on} 08:30`);
    const told = [...(await house.store.read()).told.values()].flat();
    expect(told.map(({ at, to, duty, rung }) => [at.slice(0, 16), to, duty, rung])).toEqual([
      ['2026-04-07T07:30', 'manager', 'notify-panel', '-3 days'],
      ['2026-04-08T07:30', 'notifier', 'tell-partners', '0 WD'],
      ['2026-04-09T07:30', 'notifier-deputy', 'notify-panel', '+1 WD'],
    ]);
  });

  it('keeps to its own hours', async () => {
    const house = openHouse({ arrangement: climbing });
    await house.ask('notifier', LOGGED);
    await house.tick('2026-04-08 12:00');
    expect(house.sent).toEqual([]);
    await house.tick('2026-04-09 08:29');
    expect(house.sent).toEqual([]);
  });
});

it('gives out children’s codes from its own first one', async () => {
  const { ask } = openHouse({ arrangement: arrangementFrom(littleYaml('firstChildCode: Z')) });
  const answer = await ask('manager', `${LOGGED} children=2`);
  expect(textOf(answer)).toContain('Children: Child Z, Child AA');
});
