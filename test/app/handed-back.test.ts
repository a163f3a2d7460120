import { expect, it } from 'vitest';
import { LOGGED, openHouse } from '../support/house.ts';

it.each([
  '/incident withdraw SI-2026-1 reason="943 476 5919" colour=red',
  '/incident withdraw SI-2026-1 extra reason="943 476 5919"',
  '/incident correct SI-2026-1 reason="943 476 5919" aware=constructor',
  '/incident notified panel-ref="943 476 5919"',
])('no form hands an identifier back: %s', async (typed) => {
  const house = openHouse();
  await house.ask('manager', LOGGED);
  const answer = await house.ask('manager', typed);
  expect(answer.is).toBe('refused');
  expect(JSON.stringify(answer)).not.toContain('943');
});

it('no field name is repeated that is none of the command’s', async () => {
  const answer = await openHouse().ask('manager', '/due blahblahblah=1 blahblahblah=2');
  expect(JSON.stringify(answer)).not.toContain('blah');
});
