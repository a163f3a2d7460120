import { expect, it } from 'vitest';
import { reach } from '../../../src/platforms/chat/reach.ts';

it('a workspace is away from when it is lost until it is heard again, and no other with it', () => {
  const { isAway, lost, heard } = reach();
  expect(isAway('T0HOST')).toBe(false);
  lost('T0HOST');
  lost('T0HOST');
  expect([isAway('T0HOST'), isAway('T0POLICE')]).toEqual([true, false]);
  heard('T0POLICE');
  expect(isAway('T0HOST')).toBe(true);
  heard('T0HOST');
  expect(isAway('T0HOST')).toBe(false);
});
